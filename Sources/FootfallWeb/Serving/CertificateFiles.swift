internal import Foundation
internal import NIOSSL

/// The files that a server proves its name with.
public struct CertificateFiles: Hashable, Sendable {
  /// A chain of certificates as PEM, the server's own first.
  public var certificate: String
  /// Its private key as PEM.
  public var key: String
  /// Where the files are named, such as `store.yaml:12`, for errors.
  public var place: String

  /// Names the files.
  public init(certificate: String, key: String, place: String) {
    self.certificate = certificate
    self.key = key
    self.place = place
  }

  /// Whether a server can prove its name with them.
  /// - Throws: ``WebError`` where one can't be read, the certificate is not valid now or the key is another's.
  public func check() throws(WebError) { _ = try configuration(atMilliseconds: SystemTime.milliseconds()) }

  /// Reads the files.
  /// - Throws: ``WebError`` where one can't be read, the certificate is not valid now or the key is another's.
  func configuration(atMilliseconds now: Int64) throws(WebError) -> TLSConfiguration {
    let chain = try read(certificate, "no certificate in PEM form") {
      try NIOSSLCertificate.fromPEMFile(certificate)
    }
    guard let own = chain.first else { throw WebError("\(place): \(certificate) holds no certificate") }
    let privateKey = try read(key, "no private key in PEM form") {
      try NIOSSLPrivateKey(file: key, format: .pem)
    }
    let (from, to) = (Int64(own.notValidBefore) * 1000, Int64(own.notValidAfter) * 1000)
    guard (from...max(from, to)).contains(now) else {
      let state = now < from ? "is not valid yet" : "has expired"
      throw WebError(
        "\(place): \(certificate) \(state): it is valid from \(SystemTime.iso8601(from)) to "
          + SystemTime.iso8601(to))
    }
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(privateKey))
    configuration.minimumTLSVersion = .tlsv12
    configuration.applicationProtocols = ["http/1.1"]
    do {
      _ = try NIOSSLContext(configuration: configuration)
    } catch {
      throw WebError("\(place): \(key) is not the key of \(certificate)")
    }
    return configuration
  }

  private func read<Value>(
    _ path: String, _ reason: String, _ body: () throws -> Value
  ) throws(WebError) -> Value {
    guard access(path, R_OK) == 0 else {
      throw WebError(
        "\(place): cannot read \(path): \(String(cString: strerror(errno)).lowercased())", .noInput)
    }
    do {
      return try body()
    } catch {
      throw WebError("\(place): \(path) is \(reason)")
    }
  }
}
