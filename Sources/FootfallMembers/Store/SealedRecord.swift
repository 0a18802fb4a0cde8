internal import Crypto
internal import Foundation

/// A record of a number that can be read and bytes that cannot without the key: 8 bytes of the number, 2 of the length,
/// then nonce, ciphertext and tag of AES-GCM (NIST SP 800-38D), which authenticates the number, too.
enum SealedRecord {
  private static let prefixBytes = 10

  /// Seals bytes, of which there are up to 65,000.
  /// - Parameter context: what the record is for; one made for something else can't be opened.
  static func sealed(
    _ bytes: [UInt8], number: UInt64, context: String, by key: SymmetricKey
  ) throws(MembersError) -> [UInt8] {
    let prefix = littleEndian(number) + [UInt8(truncatingIfNeeded: bytes.count), UInt8(bytes.count >> 8)]
    do {
      let box = try AES.GCM.seal(bytes, using: key, authenticating: prefix + Array(context.utf8))
      return prefix + Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    } catch {
      throw MembersError(.io, "cannot encrypt a record: \(error)")
    }
  }

  /// What was sealed; nil where the key is another or the record was changed or torn.
  static func opened(_ record: [UInt8], context: String, by key: SymmetricKey) -> [UInt8]? {
    guard record.count > prefixBytes else { return nil }
    let length = Int(record[8]) | Int(record[9]) << 8
    let end = prefixBytes + 12 + length + 16
    guard length > 0, end <= record.count else { return nil }
    let prefix = record[..<prefixBytes]
    guard let box = try? AES.GCM.SealedBox(combined: record[prefixBytes..<end]),
      let bytes = try? AES.GCM.open(box, using: key, authenticating: prefix + Array(context.utf8))
    else { return nil }
    return [UInt8](bytes)
  }

  /// The number of a record, authenticated or not.
  static func number(of record: [UInt8]) -> UInt64 {
    record.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  static func littleEndian(_ number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
  }
}
