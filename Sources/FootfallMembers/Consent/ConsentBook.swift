internal import Crypto
internal import Foundation

/// What the ledger says of consents: who has one that holds, and how the others have ended.
final class ConsentBook {
  /// Where a member stands.
  struct Standing {
    /// What was agreed to last.
    var consent: Consent
    /// How that ended; nil while it holds.
    var end: LedgerEntry.Event?
  }

  let ledger: Ledger
  private let key: SymmetricKey
  private(set) var standings: [MemberID: Standing] = [:]
  /// Entries that began or ended a consent: more of them than before is a change of who is a member.
  private(set) var changes = 0

  /// Reads and verifies a ledger.
  /// - Throws: ``MembersError`` of kind `badData` where it was tampered with.
  init(at path: String, seal: LedgerSeal) throws(MembersError) {
    key = seal.key
    ledger = try Ledger(at: path, key: key, head: seal.head)
    // Only the first entry can be there while a crash has kept its being there from being noted.
    guard seal.head != nil || ledger.entries.count <= 1 else {
      throw MembersError(
        .badData,
        "\(path):\(ledger.entries.count): the ledger was tampered with: the keystore does not know how long it is; "
          + "restore both as they were written")
    }
    for entry in ledger.entries { apply(entry) }
  }

  /// Takes in what another program has added.
  /// - Returns: false where the book has to be read anew.
  /// - Throws: ``MembersError`` of kind `badData` where the ledger was tampered with.
  func refresh(_ seal: LedgerSeal) throws(MembersError) -> Bool {
    let known = ledger.entries.count
    guard seal.key == key, try ledger.refresh(head: seal.head) else { return false }
    for entry in ledger.entries[known...] { apply(entry) }
    return true
  }

  /// Adds an entry; nobody may be told of it before this returns.
  func note(
    _ event: LedgerEntry.Event, _ member: MemberID, consent: Consent? = nil, hasFace: Bool? = nil,
    in seal: LedgerSeal, at now: Date
  ) throws(MembersError) {
    apply(try ledger.append(event, member, consent: consent, hasFace: hasFace, at: now))
    if let head = ledger.head { try seal.note(head) }
  }

  /// Whether a member has a consent that was not ended.
  func holdsConsent(of member: MemberID) -> Bool { standings[member].map { $0.end == nil } ?? false }

  /// The members with a consent that was not ended, by pseudonym.
  var members: [MemberID] { standings.filter { $0.value.end == nil }.keys.sorted() }

  /// The HMAC-SHA-256 of a text by the ledger's key.
  func code(of text: String) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key))
  }

  private func apply(_ entry: LedgerEntry) {
    guard let member = MemberID(entry.member) else { return }
    switch entry.event {
    case .grant: standings[member] = entry.consent.map { Standing(consent: $0, end: nil) }
    case .withdrawal, .expiry: standings[member]?.end = entry.event
    case .match, .checkIn, .export: return
    }
    changes += 1
  }
}
