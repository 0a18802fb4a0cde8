internal import Crypto
public import Foundation

/// The members' books as a running store uses them: opened for a moment and closed again, so that members can be enrolled
/// and forgotten meanwhile.
public struct MemberBooks: Sendable {
  /// How long another program may have the books.
  private static let patience = 20
  private static let pause = 0.1

  /// Where the files are.
  public let folder: String
  private let master: MasterKey

  /// Opens nothing yet.
  public init(folder: String, master: MasterKey) {
    self.folder = folder
    self.master = master
  }

  /// Opens the books; waits up to two seconds for another program.
  /// - Throws: ``MembersError``.
  func open(now: Date) throws(MembersError) -> MemberStore {
    guard FileManager.default.fileExists(atPath: folder + "/ledger") else {
      throw MembersError(
        .noInput, "\(folder): holds no members; footfall members enroll begins the books")
    }
    for _ in 0..<Self.patience where FolderLock.isTaken(folder) { Thread.sleep(forTimeInterval: Self.pause) }
    return try MemberStore(folder: folder, master: master, now: now)
  }

  /// Opens the books once, to know that they can be.
  /// - Throws: ``MembersError``: the key is another's, the ledger was tampered with.
  public func check(now: Date) throws(MembersError) { _ = try open(now: now) }

  /// Notes that a member whose consent holds was recognised or checked in.
  /// - Returns: whether the member's consent holds; where not, nothing is noted and nobody may be told.
  /// - Throws: ``MembersError``.
  public func admit(_ member: MemberID, _ event: LedgerEntry.Event, now: Date) throws(MembersError) -> Bool {
    let store = try open(now: now)
    guard store.holdsConsent(of: member) else { return false }
    try store.note(event, member, nil, now)
    return true
  }

  /// The code by which a member checks in at a till or by telephone: 16 letters and digits, the same for as long as the
  /// member is one.
  /// - Throws: ``MembersError``: `badData` where the books know no such member whose consent holds.
  public func checkInCode(of member: MemberID, now: Date) throws(MembersError) -> String {
    let store = try open(now: now)
    guard store.holdsConsent(of: member) else { throw store.unknown(member) }
    return store.checkInCode(of: member)
  }

  /// Who checks in with a code; nil where it is nobody's.
  /// - Throws: ``MembersError``.
  /// - Complexity: O(members): codes are computed and kept nowhere.
  public func member(withCode code: String, now: Date) throws(MembersError) -> MemberID? {
    let store = try open(now: now)
    let wanted = code.uppercased().filter { $0 != "-" && $0 != " " }
    return store.membersWithConsent.first { store.checkInCode(of: $0) == wanted }
  }

  /// Changes with every entry of the ledger.
  var stamp: [Int] {
    var status = stat()
    guard stat(folder + "/ledger", &status) == 0 else { return [] }
    return [Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, Int(status.st_ino)]
  }
}

extension MemberStore {
  /// HMAC-SHA-256 by the ledger's key, of which the first 80 bits are written in base 32 (RFC 4648).
  fileprivate func checkInCode(of member: MemberID) -> String {
    let code = HMAC<SHA256>.authenticationCode(
      for: Array("footfall.check-in/1 \(member)".utf8), using: keys.ledgerKey)
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var text = ""
    var (bits, count) = (0, 0)
    for byte in Array(code).prefix(10) {
      (bits, count) = (bits << 8 | Int(byte), count + 8)
      while count >= 5 {
        count -= 5
        text.append(letters[bits >> count & 31])
      }
    }
    return text
  }
}
