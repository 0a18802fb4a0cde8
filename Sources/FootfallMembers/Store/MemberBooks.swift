public import Foundation

/// The members' books as a running store uses them: nobody else is kept out for longer than an entry takes, so that members
/// can be enrolled and forgotten meanwhile, and only what others have changed is read again.
///
/// Used by one thread at a time.
public final class MemberBooks {
  /// Where the files are.
  public let folder: String
  private let files: MemberFiles
  private let master: MasterKey
  private var book: ConsentBook?
  /// How the files were when `book` was last as they are.
  private var knownStamp: [Int] = []

  /// Opens nothing yet.
  public init(folder: String, master: MasterKey) {
    self.folder = folder
    self.master = master
    files = MemberFiles(folder)
  }

  /// Opens the books as a whole.
  /// - Throws: ``MembersError``.
  func open(now: Date) throws(MembersError) -> MemberStore {
    try checkPresence()
    return try MemberStore(folder: folder, master: master, now: now)
  }

  /// Reads and verifies the books, to know that they can be used.
  /// - Throws: ``MembersError``: the key is another's, the ledger was tampered with.
  public func check(now: Date) throws(MembersError) { _ = try open(now: now) }

  /// Notes that a member whose consent holds was recognised or checked in.
  /// - Returns: whether the member's consent holds; where not, nothing is noted and nobody may be told.
  /// - Throws: ``MembersError``.
  public func admit(_ member: MemberID, _ event: LedgerEntry.Event, now: Date) throws(MembersError) -> Bool {
    let standing = try consents().standings[member]
    guard let standing, standing.end == nil else { return false }
    // Opening the store brings to its end what has expired.
    guard standing.consent.expires > now else {
      _ = try open(now: now)
      return false
    }
    return try withBook { book, seal throws(MembersError) in
      guard book.holdsConsent(of: member) else { return false }
      try book.note(event, member, in: seal, at: now)
      return true
    }
  }

  /// The code by which a member checks in at a till or by telephone: 16 letters and digits, the same for as long as the
  /// member is one.
  /// - Throws: ``MembersError``: `badData` where the books know no such member whose consent holds.
  public func checkInCode(of member: MemberID, now: Date) throws(MembersError) -> String {
    let store = try open(now: now)
    guard store.book.holdsConsent(of: member) else { throw store.unknown(member) }
    return store.book.checkInCode(of: member)
  }

  /// Who checks in with a code; nil where it is nobody's.
  /// - Throws: ``MembersError``.
  /// - Complexity: O(members): codes are computed and kept nowhere.
  public func member(withCode code: String) throws(MembersError) -> MemberID? {
    let book = try consents()
    let wanted = code.uppercased().filter { $0 != "-" && $0 != " " }
    return book.members.first { book.checkInCode(of: $0) == wanted }
  }

  /// How often it has changed who is a member; every other change of the files is verified by the way.
  /// - Throws: ``MembersError``: the key is another's by now, the ledger was tampered with.
  func changes() throws(MembersError) -> Int { try consents().changes }

  /// All entries of the ledger, verified, the oldest first.
  /// - Throws: ``MembersError``.
  public func entries() throws(MembersError) -> [LedgerEntry] { try consents().ledger.entries }

  /// Changes with every change of the ledger or the keystore, whoever makes it.
  var stamp: [Int] {
    [files.ledger, files.keystore].flatMap { path in
      var status = stat()
      guard stat(path, &status) == 0 else { return [Int]() }
      // The time of the change of state can't be set back as that of the content can.
      return [
        Int(status.st_size), status.st_ctim.tv_sec, status.st_ctim.tv_nsec, Int(status.st_ino),
      ]
    }
  }

  /// What the ledger says, as it is now.
  private func consents() throws(MembersError) -> ConsentBook {
    if let book, knownStamp == stamp { return book }
    return try withBook { book, _ in book }
  }

  /// Works on the ledger while nobody else does.
  private func withBook<Result>(
    _ work: (ConsentBook, LedgerSeal) throws(MembersError) -> Result
  ) throws(MembersError) -> Result {
    try checkPresence()
    let lock = try FolderLock(of: folder, patience: .seconds(5))
    defer { withExtendedLifetime(lock) {} }
    var known = book
    book = nil
    let seal = try LedgerSeal(
      in: SlotFile(
        at: files.keystore, header: KeyRecord.header, slotBytes: KeyRecord.bytes, limit: LedgerSeal.records),
      master: master, ledger: files.ledger)
    if let book = known, knownStamp != stamp, try !book.refresh(seal) { known = nil }
    let current = if let known { known } else { try ConsentBook(at: files.ledger, seal: seal) }
    let result = try work(current, seal)
    (book, knownStamp) = (current, stamp)
    return result
  }

  private func checkPresence() throws(MembersError) {
    guard FileManager.default.fileExists(atPath: files.ledger) else {
      throw MembersError(
        .noInput, "\(folder): holds no members; footfall members enroll begins the books")
    }
  }
}

extension ConsentBook {
  /// The first 80 bits of a code of the pseudonym, in base 32 (RFC 4648).
  fileprivate func checkInCode(of member: MemberID) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var text = ""
    var (bits, count) = (0, 0)
    for byte in code(of: "footfall.check-in/1 \(member)").prefix(10) {
      (bits, count) = (bits << 8 | Int(byte), count + 8)
      while count >= 5 {
        count -= 5
        text.append(letters[bits >> count & 31])
      }
    }
    return text
  }
}
