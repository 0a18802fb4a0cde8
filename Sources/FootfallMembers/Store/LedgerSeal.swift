internal import Crypto
internal import Foundation

/// What the first records of a keystore hold: the key that authenticates the ledger, and how far the ledger has come, in two
/// records by turns, so that a write that a crash tears leaves the one before.
final class LedgerSeal {
  /// How many records come before the members' keys.
  static let records = 3
  private static let keyRecord = 0

  /// Made once, and kept when the master key changes.
  let key: SymmetricKey
  private let file: SlotFile

  /// Reads the records of a keystore; one without any is given a new key.
  /// - Parameter ledger: the path of the ledger, which must hold nothing yet where a key is made.
  /// - Throws: ``MembersError``: `unavailable` where the master key is not the one that the file was made with, or the
  ///   keystore of a ledger is missing.
  init(in file: SlotFile, master: MasterKey, ledger: String) throws(MembersError) {
    self.file = file
    if file.slots.isEmpty {
      let size = try? FileManager.default.attributesOfItem(atPath: ledger)[.size] as? Int
      guard size ?? 0 == 0 else {
        throw MembersError(
          .unavailable,
          "\(file.path): the keystore of \(ledger) is missing; without it no template can be read: put it back, or "
            + "move the folder away and enrol anew")
      }
      key = SymmetricKey(size: .bits256)
      try file.write(try KeyRecord.wrapped(key, number: 0, by: master), at: Self.keyRecord)
    } else {
      guard let wrapped = KeyRecord.unwrapped(file.slots[Self.keyRecord], by: master) else {
        throw MembersError(
          .unavailable,
          "\(file.path): cannot be opened with this master key; it takes the one it was made with"
        )
      }
      key = wrapped.key
    }
    while file.slots.count < Self.records { try file.erase(file.slots.count) }
  }

  /// The same in the file that takes the place of another.
  init(_ other: LedgerSeal, in file: SlotFile) {
    (key, self.file) = (other.key, file)
  }

  /// The records as another master key wraps them.
  func records(by master: MasterKey) throws(MembersError) -> [[UInt8]] {
    [try KeyRecord.wrapped(key, number: 0, by: master)] + file.slots[1..<Self.records]
  }

  /// How far the ledger has come; nil before its first entry.
  var head: LedgerHead? {
    file.slots[1..<Self.records].compactMap { KeyRecord.opened($0, by: key).flatMap(LedgerHead.init) }
      .max { $0.count < $1.count }
  }

  /// Notes how far the ledger has come.
  func note(_ head: LedgerHead) throws(MembersError) {
    try file.write(try KeyRecord.sealed(head.bytes, number: 0, by: key), at: 1 + head.count % 2)
  }
}
