internal import Crypto
internal import Foundation

/// The keys of the members' templates, each wrapped by the master key: the one file that no backup may hold, because a
/// member is forgotten by overwriting the key.
///
/// The first records are the ledger's (``LedgerSeal``); each other holds the number of a member and the wrapped key.
final class KeyStore {
  /// What the ledger is verified with.
  private(set) var seal: LedgerSeal
  private var file: SlotFile
  private var master: MasterKey
  private var keys: [MemberID: (slot: Int, key: SymmetricKey)] = [:]

  /// Opens the file, which is made with a new key for the ledger where both are absent.
  /// - Throws: ``MembersError``: `unavailable` where the master key is not the one the file was made with.
  init(at path: String, master: MasterKey, ledger: String) throws(MembersError) {
    self.master = master
    try Self.removeAbandoned(path)
    file = try SlotFile(at: path, header: KeyRecord.header, slotBytes: KeyRecord.bytes)
    seal = try LedgerSeal(in: file, master: master, ledger: ledger)
    for (index, slot) in file.slots.enumerated().dropFirst(LedgerSeal.records) {
      // What cannot be unwrapped was torn by a crash before the member was enrolled, or while the key was overwritten.
      guard let (number, key) = KeyRecord.unwrapped(slot, by: master), number != 0 else { continue }
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
    let slot = file.freeSlot(from: LedgerSeal.records)
    try file.write(try KeyRecord.wrapped(key, number: member.number, by: master), at: slot)
    keys[member] = (slot, key)
    return key
  }

  /// Overwrites a member's key: what it protected cannot be read again, wherever copies of it are.
  func destroyKey(of member: MemberID) throws(MembersError) {
    guard let slot = keys[member]?.slot else { return }
    try file.erase(slot)
    keys[member] = nil
  }

  /// Wraps all keys by another master key, in a new file that takes the place of the old one, which is overwritten.
  func rotate(to new: MasterKey) throws(MembersError) {
    var slots = try seal.records(by: new)
    var moved: [MemberID: (slot: Int, key: SymmetricKey)] = [:]
    for (member, (_, key)) in keys {
      moved[member] = (slots.count, key)
      slots.append(try KeyRecord.wrapped(key, number: member.number, by: new))
    }
    let next = try SlotFile(
      at: Self.part(of: file.path), header: KeyRecord.header, slotBytes: KeyRecord.bytes)
    try next.write(all: slots)
    try next.move(to: file.path)
    let old = file
    (file, master, keys, seal) = (next, new, moved, LedgerSeal(seal, in: next))
    try old.eraseAll()
  }

  private static func part(of path: String) -> String { path + ".part" }

  /// Overwrites and removes what a rotation left behind that was killed.
  private static func removeAbandoned(_ path: String) throws(MembersError) {
    let part = part(of: path)
    guard access(part, F_OK) == 0 else { return }
    try SlotFile(at: part, header: KeyRecord.header, slotBytes: KeyRecord.bytes).eraseAll()
    guard unlink(part) == 0 else { throw SlotFile.failure("remove", part) }
  }
}
