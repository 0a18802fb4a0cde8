internal import Crypto
internal import Foundation

/// The keys of the members' templates, each wrapped by the master key: the one file that no backup may hold, because a
/// member is forgotten by overwriting the key.
///
/// Record 0 holds the ledger's key and record 1 how far the ledger has come; each other the number of a member and the
/// wrapped key.
final class KeyStore {
  private static let header = "footfall-keys/1\n"
  private static let slotBytes = 128
  private static let numberBytes = 8
  private static let ledgerSlot = 0
  private static let headSlot = 1

  /// Authenticates the ledger; made once and kept when the master key changes.
  let ledgerKey: SymmetricKey
  private var file: SlotFile
  private var master: MasterKey
  private var keys: [MemberID: (slot: Int, key: SymmetricKey)] = [:]

  /// Opens the file, which is made with a new key for the ledger where it is absent.
  /// - Throws: ``MembersError``: `unavailable` where the master key is not the one the file was made with.
  init(at path: String, master: MasterKey) throws(MembersError) {
    self.master = master
    try Self.removeAbandoned(path)
    file = try SlotFile(at: path, header: Self.header, slotBytes: Self.slotBytes)
    if file.slots.isEmpty {
      ledgerKey = SymmetricKey(size: .bits256)
      try file.write(try Self.wrapped(ledgerKey, number: 0, by: master), at: Self.ledgerSlot)
      try file.erase(Self.headSlot)
      return
    }
    guard let key = Self.unwrapped(file.slots[Self.ledgerSlot], by: master) else {
      throw MembersError(
        .unavailable, "\(path): cannot be opened with this master key; it takes the one it was made with")
    }
    ledgerKey = key.key
    if file.slots.count == 1 { try file.erase(Self.headSlot) }
    for (index, slot) in file.slots.enumerated().dropFirst(2) {
      // What cannot be unwrapped was torn by a crash before the member was enrolled, or while the key was overwritten.
      guard let (number, key) = Self.unwrapped(slot, by: master), number != 0 else { continue }
      keys[MemberID(number: number)] = (index, key)
    }
  }

  /// The members who have a key.
  var members: [MemberID] { keys.keys.sorted() }

  /// The key of a member's template; nil where it was destroyed or never made.
  func key(of member: MemberID) -> SymmetricKey? { keys[member]?.key }

  /// Makes a key for a member who has none.
  func makeKey(for member: MemberID) throws(MembersError) -> SymmetricKey {
    precondition(keys[member] == nil, "a member has one key")
    let key = SymmetricKey(size: .bits256)
    let slot = file.freeSlot(from: Self.headSlot + 1)
    try file.write(try Self.wrapped(key, number: member.number, by: master), at: slot)
    keys[member] = (slot, key)
    return key
  }

  /// Overwrites a member's key: what it protected cannot be read again, wherever copies of it are.
  func destroyKey(of member: MemberID) throws(MembersError) {
    guard let slot = keys[member]?.slot else { return }
    try file.erase(slot)
    keys[member] = nil
  }

  /// How far the ledger has come; nil before its first entry.
  var ledgerHead: LedgerHead? {
    guard let bytes = Self.opened(file.slots[Self.headSlot], by: ledgerKey) else { return nil }
    return LedgerHead(bytes)
  }

  /// Notes how far the ledger has come.
  func note(_ head: LedgerHead) throws(MembersError) {
    try file.write(try Self.sealed(head.bytes, number: 0, by: ledgerKey), at: Self.headSlot)
  }

  /// Wraps all keys by another master key, in a new file that takes the place of the old one, which is overwritten.
  func rotate(to new: MasterKey) throws(MembersError) {
    let part = Self.part(of: file.path)
    var slots = [try Self.wrapped(ledgerKey, number: 0, by: new), file.slots[Self.headSlot]]
    var moved: [MemberID: (slot: Int, key: SymmetricKey)] = [:]
    for (member, (_, key)) in keys {
      moved[member] = (slots.count, key)
      slots.append(try Self.wrapped(key, number: member.number, by: new))
    }
    let next = try SlotFile(at: part, header: Self.header, slotBytes: Self.slotBytes)
    try next.write(all: slots)
    try next.move(to: file.path)
    let old = file
    (file, master, keys) = (next, new, moved)
    try old.eraseAll()
  }

  private static func part(of path: String) -> String { path + ".part" }

  /// Overwrites and removes what a rotation left behind that was killed.
  private static func removeAbandoned(_ path: String) throws(MembersError) {
    let part = part(of: path)
    guard access(part, F_OK) == 0 else { return }
    try SlotFile(at: part, header: header, slotBytes: slotBytes).eraseAll()
    guard unlink(part) == 0 else { throw SlotFile.failure("remove", part) }
  }
}

extension KeyStore {
  private static func wrapped(
    _ key: SymmetricKey, number: UInt64, by master: MasterKey
  ) throws(MembersError) -> [UInt8] {
    try sealed(key.withUnsafeBytes { [UInt8]($0) }, number: number, by: master.key)
  }

  private static func unwrapped(_ slot: [UInt8], by master: MasterKey) -> (number: UInt64, key: SymmetricKey)?
  {
    guard let bytes = opened(slot, by: master.key), bytes.count == 32 else { return nil }
    return (SealedRecord.number(of: slot), SymmetricKey(data: bytes))
  }

  private static func sealed(
    _ bytes: [UInt8], number: UInt64, by key: SymmetricKey
  ) throws(MembersError) -> [UInt8] {
    try SealedRecord.sealed(bytes, number: number, context: header, by: key)
  }

  private static func opened(_ slot: [UInt8], by key: SymmetricKey) -> [UInt8]? {
    SealedRecord.opened(slot, context: header, by: key)
  }
}
