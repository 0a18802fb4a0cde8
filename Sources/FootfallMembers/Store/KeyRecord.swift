internal import Crypto

/// The form of a keystore's records.
enum KeyRecord {
  static let header = "footfall-keys/2\n"
  static let bytes = 128

  /// A key, wrapped by the master key.
  static func wrapped(
    _ key: SymmetricKey, number: UInt64, by master: MasterKey
  ) throws(MembersError) -> [UInt8] {
    try sealed(key.withUnsafeBytes { [UInt8]($0) }, number: number, by: master.key)
  }

  /// A key and its number; nil where the master key is another, or the record is free or torn.
  static func unwrapped(_ slot: [UInt8], by master: MasterKey) -> (number: UInt64, key: SymmetricKey)? {
    guard let bytes = opened(slot, by: master.key), bytes.count == 32 else { return nil }
    return (SealedRecord.number(of: slot), SymmetricKey(data: bytes))
  }

  static func sealed(
    _ bytes: [UInt8], number: UInt64, by key: SymmetricKey
  ) throws(MembersError) -> [UInt8] {
    try SealedRecord.sealed(bytes, number: number, context: header, by: key)
  }

  static func opened(_ slot: [UInt8], by key: SymmetricKey) -> [UInt8]? {
    SealedRecord.opened(slot, context: header, by: key)
  }
}
