import FootfallTestSupport
import Foundation
import Testing

@testable import FootfallWeb

@Suite("Certificates")
struct CertificateTests {
  private let folder: TemporaryFolder
  private let files: CertificateFiles

  init() throws {
    folder = try TemporaryFolder()
    files = CertificateFiles(
      certificate: folder.url.path + "/server.pem", key: folder.url.path + "/key.pem", place: "store.yaml:7")
    try Self.make(files)
  }

  private static func make(_ files: CertificateFiles) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-days", "30",
      "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", files.key, "-out",
      files.certificate,
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  private func refusal(_ files: CertificateFiles, days: Int64 = 0) -> String? {
    do {
      _ = try files.configuration(atMilliseconds: SystemTime.milliseconds() + 1000 + days * 86_400_000)
      return nil
    } catch {
      return error.description
    }
  }

  @Test("a certificate that is valid now is taken")
  func valid() { #expect(refusal(files) == nil) }

  @Test("over TLS a client that trusts the certificate is answered, and the cookie is for TLS alone")
  func served() async throws {
    try await ServedStore.run(certificate: files) { ready in
      #expect(ready.url == "https://127.0.0.1:\(ready.port)/")
      let administrator = try #require(ready.firstAdministrator)
      let arguments = [files.certificate, ready.url, administrator.name, administrator.password]
      let outcome = try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async {
          continuation.resume(with: Result { try PythonInterpreter.run(Self.login, arguments) })
        }
      }
      let cookie = outcome.output.trimmingCharacters(in: .newlines)
      #expect(cookie.hasPrefix("__Host-footfall=") && cookie.hasSuffix("; SameSite=Strict; Secure"))
    }
  }

  private static let login = """
    import json, ssl, sys, urllib.request
    trusted, url, name, password = sys.argv[1:]
    request = urllib.request.Request(url + "api/v1/session", json.dumps({"name": name, "password": password}).encode(),
      {"Content-Type": "application/json"})
    answer = urllib.request.urlopen(request, context=ssl.create_default_context(cafile=trusted), timeout=20)
    print(answer.headers["Set-Cookie"])
    """

  @Test("one that has expired or is not valid yet is refused with its dates, file and line")
  func expired() {
    for (days, state) in [(31, "has expired"), (-2, "is not valid yet")] as [(Int64, String)] {
      let reason = refusal(files, days: days)
      #expect(reason?.hasPrefix("store.yaml:7: \(files.certificate) \(state): it is valid from ") == true)
    }
  }

  @Test("a file that is missing, no certificate, or the key of another is refused by name")
  func broken() throws {
    var wrong = files
    wrong.certificate = folder.url.path + "/none.pem"
    #expect(refusal(wrong) == "store.yaml:7: cannot read \(wrong.certificate): no such file or directory")
    wrong.certificate = try folder.write("words", to: "words.pem").path
    #expect(refusal(wrong) == "store.yaml:7: \(wrong.certificate) is no certificate in PEM form")
    wrong = files
    wrong.key = files.certificate
    #expect(refusal(wrong) == "store.yaml:7: \(wrong.key) is no private key in PEM form")
    wrong.key = folder.url.path + "/other.pem"
    var other = files
    other.key = wrong.key
    other.certificate = folder.url.path + "/other-certificate.pem"
    try Self.make(other)
    #expect(refusal(wrong) == "store.yaml:7: \(wrong.key) is not the key of \(files.certificate)")
  }
}
