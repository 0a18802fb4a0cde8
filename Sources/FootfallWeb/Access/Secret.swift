internal import Crypto
internal import FootfallCore
internal import Foundation

/// Random texts that open something, and how they are kept and compared.
enum Secret {
  /// 256 random bits as 64 hexadecimal digits.
  static func random() -> String { AccessGuard.randomToken() + AccessGuard.randomToken() }

  /// A password that can be typed: 20 letters and digits that are not mistaken for each other, about 98 bits.
  static func randomPassword() -> String {
    // Seeded by the kernel (getrandom) on Linux.
    var generator = SystemRandomNumberGenerator()
    let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
    return (0..<4).map { _ in
      String((0..<5).map { _ in letters[Int.random(in: letters.indices, using: &generator)] })
    }.joined(separator: "-")
  }

  /// SHA-256 in hexadecimal digits: enough for a secret of 256 random bits, which nobody can guess.
  static func digest(_ secret: String) -> String {
    Hexadecimal.digits(of: SHA256.hash(data: Data(secret.utf8)))
  }

  /// Compares all bytes, so that the time tells nothing of where they differ.
  static func isEqual(_ one: String, _ other: String) -> Bool {
    isEqual(Array(one.utf8), Array(other.utf8))
  }

  static func isEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
