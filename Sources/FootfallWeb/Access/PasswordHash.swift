internal import CryptoExtras
internal import Foundation

/// A password as it is kept: scrypt (RFC 7914) of it with a salt of its own.
///
/// scrypt and not PBKDF2, because each guess takes 32 MB besides time: a graphics card guesses few at once.
struct PasswordHash: Hashable, Sendable, Codable {
  /// N of scrypt; with the r and p below one of the settings that OWASP's Password Storage Cheat Sheet names as
  /// equally strong.
  static let strongRounds = 1 << 15

  let salt: Data
  let rounds: Int
  let blockSize: Int
  let parallelism: Int
  let hash: Data

  /// Hashes a password with a new salt of 128 random bits.
  init(of password: String, rounds: Int = strongRounds) throws {
    var generator = SystemRandomNumberGenerator()
    salt = Data((0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    self.rounds = rounds
    (blockSize, parallelism) = (8, 3)
    hash = try Self.derive(password, salt, rounds, blockSize, parallelism)
  }

  /// Whether this is the password; takes about a tenth of a second of a core.
  func matches(_ password: String) -> Bool {
    guard let derived = try? Self.derive(password, salt, rounds, blockSize, parallelism) else { return false }
    return Secret.isEqual([UInt8](derived), [UInt8](hash))
  }

  private static func derive(
    _ password: String, _ salt: Data, _ rounds: Int, _ blockSize: Int, _ parallelism: Int
  ) throws -> Data {
    let key = try KDF.Scrypt.deriveKey(
      from: Data(password.utf8), salt: salt, outputByteCount: 32, rounds: rounds, blockSize: blockSize,
      parallelism: parallelism)
    return key.withUnsafeBytes { Data($0) }
  }
}
