import Crypto
import FootfallTestSupport
import Foundation
import Testing

@testable import FootfallMembers

struct MemberBooksTests {
  private let folder: TemporaryFolder
  private let now = Date(timeIntervalSince1970: 1_800_000_000)
  private let master = MasterKey(key: SymmetricKey(size: .bits256))
  private let member = MemberID(number: 7)

  init() throws {
    folder = try TemporaryFolder()
    let store = try MemberStore(folder: folder.url.path, master: master, now: now)
    var generator = SeededGenerator(seed: 1)
    try store.enrol(
      member, Embeddings.random(using: &generator), model: "m",
      Consent(scope: "till", textVersion: "1", given: now, expires: now.addingTimeInterval(86_400)), now: now)
  }

  private var books: MemberBooks { MemberBooks(folder: folder.url.path, master: master) }

  @Test("a member is admitted while the consent holds, and noted; after its expiry nobody is told")
  func admission() throws {
    #expect(try books.admit(member, .match, now: now))
    #expect(try !books.admit(MemberID(number: 8), .checkIn, now: now))
    #expect(try !books.admit(member, .checkIn, now: now.addingTimeInterval(86_400)))
    let store = try MemberStore(folder: folder.url.path, master: master, now: now)
    #expect(store.entries.map(\.event) == [.grant, .match, .expiry])
  }

  @Test("a check-in code is the member's alone, however it is typed, and dies with the consent")
  func codes() throws {
    let code = try books.checkInCode(of: member, now: now)
    #expect(code.count == 16)
    #expect(try books.member(withCode: code, now: now) == member)
    #expect(
      try books.member(withCode: code.prefix(4) + "-" + code.dropFirst(4).lowercased(), now: now) == member)
    #expect(try books.member(withCode: "AAAAAAAAAAAAAAAA", now: now) == nil)
    try books.open(now: now).forget(member, now: now)
    #expect(try books.member(withCode: code, now: now) == nil)
    let error = try #require(throws: MembersError.self) { try books.checkInCode(of: member, now: now) }
    #expect(error.kind == .badData)
  }

  @Test("another master key, and a folder without members, are said at once")
  func refusals() throws {
    let other = MemberBooks(folder: folder.url.path, master: MasterKey(key: SymmetricKey(size: .bits256)))
    #expect(try #require(throws: MembersError.self) { try other.check(now: now) }.kind == .unavailable)
    let nowhere = MemberBooks(folder: folder.url.path + "/no", master: master)
    #expect(try #require(throws: MembersError.self) { try nowhere.check(now: now) }.kind == .noInput)
  }

  @Test("templates of another model are refused with the command that enrols again")
  func otherModel() throws {
    let error = try #require(throws: MembersError.self) {
      try books.open(now: now).gallery(model: "n", isEnrolling: false)
    }
    #expect(error.kind == .badData && error.description.contains("footfall members enroll --id \(member)"))
  }
}
