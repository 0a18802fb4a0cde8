internal import Crypto
public import Foundation

/// The members of a store: consents in a ledger, templates encrypted each by a key of its own, and those keys in a file
/// apart, so that a member is forgotten, in backups too, by overwriting one key.
///
/// The folder holds `ledger`, `templates` and `keys/keystore`; only the first two may be backed up. Used by one
/// thread and one program at a time.
public final class MemberStore {
  /// Where the files are.
  public let folder: String
  let keys: KeyStore
  let templates: TemplateFile
  let book: ConsentBook
  private let lock: FolderLock

  /// Opens the store, makes what is absent, and brings to its end what a crash or the time has left undone: the keys of
  /// all who have withdrawn, or whose consent has expired by `now`, are destroyed.
  /// - Parameter patience: how long another program may still be at work here.
  /// - Throws: ``MembersError``: `unavailable` where the master key is another or a second program works here, `badData`
  ///   where the ledger was tampered with, `io`.
  public init(
    folder: String, master: MasterKey, now: Date, patience: Duration = .seconds(5)
  ) throws(MembersError) {
    self.folder = folder
    do {
      try FileManager.default.createDirectory(
        atPath: folder + "/keys", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw SlotFile.failure("create", folder + "/keys")
    }
    let place = MemberFiles(folder)
    lock = try FolderLock(of: folder, patience: patience)
    keys = try KeyStore(at: place.keystore, master: master, ledger: place.ledger)
    book = try ConsentBook(at: place.ledger, seal: keys.seal)
    templates = try TemplateFile(at: place.templates)
    try settle(now)
  }

  /// All members of whom the books know, by pseudonym.
  public var members: [MemberRecord] {
    book.standings.sorted { $0.key < $1.key }.map { member, standing in record(member, standing) }
  }

  /// Members with a consent that holds.
  public var activeMembers: Int { book.members.count }

  /// What the books say about a member; nil where they never heard of one.
  public func member(_ member: MemberID) -> MemberRecord? {
    book.standings[member].map { record(member, $0) }
  }

  /// All entries of the ledger, verified, the oldest first.
  public var entries: [LedgerEntry] { book.ledger.entries }

  /// Notes the consent of somebody who wants to be a member without being recognised by face: there is no template.
  public func enrolWithoutFace(_ consent: Consent, now: Date) throws(MembersError) -> MemberID {
    guard consent.expires > now else {
      throw MembersError(
        .badData, "the consent expired at \(consent.expires.formatted(.iso8601)); allowed: one that holds")
    }
    let member = MemberID.random()
    try note(.grant, member, consent, now)
    return member
  }

  /// Renews the consent of a member, or changes what it is for.
  /// - Throws: ``MembersError`` of kind `badData` where there is no member whose consent holds.
  public func renew(_ member: MemberID, _ consent: Consent, now: Date) throws(MembersError) {
    guard book.holdsConsent(of: member) else {
      throw MembersError(
        .badData,
        "member \(member): has no consent that holds; enrol somebody who has agreed: footfall members enroll")
    }
    try note(.grant, member, consent, now)
  }

  /// Forgets a member: notes the withdrawal, overwrites the key and the template.
  ///
  /// Whatever copies of the template there are cannot be read from then on.
  /// - Throws: ``MembersError``: `badData` where there is no such member. After `io` the next opening of the store
  ///   brings it to its end, once the withdrawal is in the ledger.
  public func forget(_ member: MemberID, now: Date) throws(MembersError) {
    guard let standing = book.standings[member] else { throw unknown(member) }
    if standing.end == nil { try note(.withdrawal, member, nil, now) }
    try destroy(member)
  }

  /// Wraps all keys by another master key; the one before opens nothing any more.
  public func rotateKeys(to master: MasterKey) throws(MembersError) { try keys.rotate(to: master) }

  /// What is kept about a member, for the member: consents, accesses and the template, as JSON; the access is noted.
  /// - Throws: ``MembersError``: `badData` where there is no such member.
  public func export(_ member: MemberID, now: Date) throws(MembersError) -> [UInt8] {
    guard let record = self.member(member) else { throw unknown(member) }
    try note(.export, member, nil, now)
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      encoder.dateEncodingStrategy = .iso8601
      return [UInt8](
        try encoder.encode(MemberExport(record, entries: entries(of: member), template: numbers(member))))
    } catch {
      throw MembersError(.io, "member \(member): cannot be written as JSON: \(error)")
    }
  }

  /// The entries of the ledger about a member, the oldest first.
  public func entries(of member: MemberID) -> [LedgerEntry] {
    entries.filter { $0.member == member.description }
  }

  func note(
    _ event: LedgerEntry.Event, _ member: MemberID, _ consent: Consent?, hasFace: Bool? = nil, _ now: Date
  ) throws(MembersError) {
    try book.note(event, member, consent: consent, hasFace: hasFace, in: keys.seal, at: now)
  }

  func unknown(_ member: MemberID) -> MembersError {
    MembersError(
      .badData, "member \(member): the books know no such member; footfall members list shows them")
  }

  private func numbers(_ member: MemberID) -> [Float]? {
    guard let key = keys.key(of: member),
      case .template(let embedding)? = templates.reading(of: member, model: nil, by: key)
    else { return nil }
    return embedding.numbers
  }
}

extension MemberStore {
  private func record(_ member: MemberID, _ standing: ConsentBook.Standing) -> MemberRecord {
    let state: MemberRecord.State
    switch standing.end {
    case .withdrawal: state = .withdrawn
    case .expiry: state = .expired
    default:
      let reading = keys.key(of: member).flatMap { templates.reading(of: member, model: nil, by: $0) }
      if case .template = reading { state = .active } else { state = .incomplete }
    }
    return MemberRecord(member: member.description, state: state, consent: standing.consent)
  }

  /// Ends consents that have expired, and destroys what no consent covers.
  private func settle(_ now: Date) throws(MembersError) {
    for (member, standing) in book.standings.sorted(by: { $0.key < $1.key })
    where standing.end == nil && standing.consent.expires <= now {
      try note(.expiry, member, nil, now)
    }
    let covered = Set(book.members)
    for member in keys.members where !covered.contains(member) { try destroy(member) }
    for member in templates.members where keys.key(of: member) == nil { try templates.erase(member) }
  }

  private func destroy(_ member: MemberID) throws(MembersError) {
    try keys.destroyKey(of: member)
    try templates.erase(member)
  }
}

extension MemberStore {
  /// Enrols a member: first the consent is noted, then the key made, then the template written, so that a crash leaves a
  /// consent without a template and never a template without a consent.
  func enrol(
    _ member: MemberID, _ template: FaceEmbedding, model: String, _ consent: Consent, now: Date
  ) throws(MembersError) {
    try note(.grant, member, consent, hasFace: true, now)
    let key: SymmetricKey
    if let known = keys.key(of: member) { key = known } else { key = try keys.makeKey(for: member) }
    try templates.write(template, of: member, model: model, by: key)
  }
}
