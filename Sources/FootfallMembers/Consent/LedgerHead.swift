/// How far a ledger has come: what is missing from its end could not be seen from the ledger alone.
struct LedgerHead: Hashable, Sendable {
  /// How many entries there are.
  var count: Int
  /// The hash of the last one, 64 hexadecimal digits.
  var hash: String

  init(count: Int, hash: String) {
    self.count = count
    self.hash = hash
  }

  /// - Returns: nil where `bytes` were not made by ``bytes``.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == 72 else { return nil }
    count = Int(truncatingIfNeeded: SealedRecord.number(of: bytes))
    hash = String(decoding: bytes[8...], as: UTF8.self)
  }

  var bytes: [UInt8] { SealedRecord.littleEndian(UInt64(count)) + Array(hash.utf8) }
}
