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
    #expect(try books.member(withCode: code) == member)
    #expect(
      try books.member(withCode: code.prefix(4) + "-" + code.dropFirst(4).lowercased()) == member)
    #expect(try books.member(withCode: "AAAAAAAAAAAAAAAA") == nil)
    try books.open(now: now).forget(member, now: now)
    #expect(try books.member(withCode: code) == nil)
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

  private func enrol(_ number: UInt64) throws {
    let consent = try Consent(
      scope: "till", textVersion: "1", given: now, expires: now.addingTimeInterval(86_400))
    var generator = SeededGenerator(seed: number)
    try MemberStore(folder: folder.url.path, master: master, now: now).enrol(
      MemberID(number: number), Embeddings.random(using: &generator), model: "m", consent, now: now)
  }

  private var ledger: URL { folder.url.appendingPathComponent("ledger") }

  @Test(
    "what others enrol and forget is known at the next question, and own entries change nobody's membership")
  func changes() throws {
    let books = books
    let before = try books.changes()
    #expect(try books.admit(member, .match, now: now))
    #expect(try books.changes() == before)
    try enrol(8)
    #expect(try books.changes() == before + 1)
    #expect(try books.admit(MemberID(number: 8), .checkIn, now: now))
    try MemberStore(folder: folder.url.path, master: master, now: now).forget(member, now: now)
    #expect(try !books.admit(member, .match, now: now))
    let store = try MemberStore(folder: folder.url.path, master: master, now: now)
    #expect(store.entries.map(\.event) == [.grant, .match, .grant, .checkIn, .withdrawal])
  }

  @Test(
    "an entry that is changed while the books are in use is named, also where the file's time is set back")
  func tampering() throws {
    let books = books
    for _ in 0..<3 { #expect(try books.admit(member, .match, now: now)) }
    let date = try FileManager.default.attributesOfItem(atPath: ledger.path)[.modificationDate]
    var content = try Data(contentsOf: ledger)
    let place = try #require(content.range(of: Data("\"match\"".utf8))).lowerBound + 1
    content[place] = UInt8(ascii: "M")
    let handle = try FileHandle(forWritingTo: ledger)
    try handle.write(contentsOf: content)
    try handle.close()
    try FileManager.default.setAttributes([.modificationDate: try #require(date)], ofItemAtPath: ledger.path)
    for _ in 0..<2 {
      let error = try #require(throws: MembersError.self) { try books.admit(member, .match, now: now) }
      #expect(error.kind == .badData && error.description.contains("ledger:2: the ledger was tampered with"))
    }
    // Restored, it works again.
    content[place] = UInt8(ascii: "m")
    try content.write(to: ledger)
    #expect(try books.admit(member, .match, now: now))
  }

  @Test(
    "a ledger that takes the place of the one in use is written to from then on, and a shorter one is named")
  func replaced() throws {
    let books = books
    #expect(try books.admit(member, .match, now: now))
    let content = try Data(contentsOf: ledger)
    // In one step, as a new file.
    try content.write(to: ledger, options: .atomic)
    #expect(try books.admit(member, .match, now: now))
    #expect(try MemberStore(folder: folder.url.path, master: master, now: now).entries.count == 3)
    try content.write(to: ledger, options: .atomic)
    let error = try #require(throws: MembersError.self) { try books.changes() }
    #expect(error.description.contains("it ends after 2 entries, 3 were written"))
  }

  @Test("after the keys were wrapped by another master key, the old one is refused")
  func rotated() throws {
    let books = books
    _ = try books.changes()
    try MemberStore(folder: folder.url.path, master: master, now: now)
      .rotateKeys(to: MasterKey(key: SymmetricKey(size: .bits256)))
    let error = try #require(throws: MembersError.self) { try books.changes() }
    #expect(error.kind == .unavailable && error.description.contains("cannot be opened with this master key"))
  }

  @Test("without its keystore a ledger is not taken for a tampered one")
  func lostKeystore() throws {
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("keys/keystore"))
    for _ in 0..<2 {
      let error = try #require(throws: MembersError.self) { try books.check(now: now) }
      #expect(error.kind == .unavailable && error.description.contains("is missing"))
    }
  }

  @Test(
    "of how far the ledger has come one of two notes may be torn; without any, entries that are cut off are found"
  )
  func heads() throws {
    for number in 8...9 as ClosedRange<UInt64> { try enrol(number) }
    let keystore = folder.url.appendingPathComponent("keys/keystore")
    let whole = try Data(contentsOf: keystore)
    func spoil(_ records: Int...) throws {
      var content = whole
      for record in records {
        let start = KeyRecord.header.utf8.count + record * KeyRecord.bytes
        content.replaceSubrange(start + 40..<start + KeyRecord.bytes, with: Data(count: KeyRecord.bytes - 40))
      }
      try content.write(to: keystore)
    }
    for record in 1...2 {
      try spoil(record)
      #expect(try MemberStore(folder: folder.url.path, master: master, now: now).entries.count == 3)
    }
    try spoil(1, 2)
    let error = try #require(throws: MembersError.self) { try books.check(now: now) }
    #expect(
      error.description.contains("the ledger was tampered with: the keystore does not know how long it is"))
  }
}
