internal import Crypto
internal import FootfallCore
internal import Foundation

/// Proves to the receiver of a webhook that a body comes from who knows the secret, and when it was sent: `sha256=` and
/// the HMAC-SHA256 (RFC 2104), in hexadecimal, of the time of sending in decimal, a dot, and the body.
enum WebhookSignature {
  /// - Parameter seconds: when it is sent, since 1970 UTC, as the receiver is told.
  static func of(_ body: [UInt8], seconds: Int64, secret: String) -> String {
    var code = HMAC<SHA256>(key: SymmetricKey(data: Data(secret.utf8)))
    code.update(data: Data("\(seconds).".utf8))
    code.update(data: Data(body))
    return "sha256=" + Hexadecimal.digits(of: code.finalize())
  }
}
