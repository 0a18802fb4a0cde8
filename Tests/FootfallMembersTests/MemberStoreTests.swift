import Crypto
import FootfallTestSupport
import Foundation
import Testing

@testable import FootfallMembers

struct MemberStoreTests {
  private let folder: TemporaryFolder
  private let now = Date(timeIntervalSince1970: 1_800_000_000)
  private let master = MasterKey(key: SymmetricKey(size: .bits256))

  init() throws { folder = try TemporaryFolder() }

  private func open(_ master: MasterKey? = nil, at time: Date? = nil) throws -> MemberStore {
    try MemberStore(folder: folder.url.path, master: master ?? self.master, now: time ?? now)
  }

  private func consent(days: Double = 30) throws -> Consent {
    try Consent(
      scope: "tills", textVersion: "1", given: now, expires: now.addingTimeInterval(days * 86_400))
  }

  private func enrol(_ number: UInt64, in store: MemberStore, days: Double = 30) throws -> FaceEmbedding {
    var generator = SeededGenerator(seed: number)
    let face = Embeddings.random(using: &generator)
    try store.enrol(
      MemberID(number: number), face, model: "m", consent(days: days), now: now)
    return face
  }

  private func template(_ number: UInt64, in store: MemberStore) -> FaceEmbedding? {
    let member = MemberID(number: number)
    guard let key = store.keys.key(of: member),
      case .template(let face)? = store.templates.reading(of: member, model: "m", by: key)
    else { return nil }
    return face
  }

  @Test("templates come back as they were, also under a new master key; the old one opens nothing")
  func rotation() throws {
    let next = MasterKey(key: SymmetricKey(size: .bits256))
    var faces: [FaceEmbedding] = []
    do {
      let store = try open()
      for number in 1...4 as ClosedRange<UInt64> { faces.append(try enrol(number, in: store)) }
      try store.rotateKeys(to: next)
      // Still at work after it.
      faces.append(try enrol(5, in: store))
    }
    let error = try #require(throws: MembersError.self) { try open() }
    #expect(error.kind == .unavailable && error.description.contains("master key"))
    let store = try open(next)
    for number in 1...5 as ClosedRange<UInt64> {
      #expect(try #require(template(number, in: store)).similarity(to: faces[Int(number) - 1]) > 0.999_999)
    }
    #expect(store.members.map(\.state) == Array(repeating: .active, count: 5))
  }

  @Test("a forgotten member is not brought back by a backup of ledger and templates")
  func backup() throws {
    let templates = folder.url.appendingPathComponent("templates")
    var backup = Data()
    do {
      let store = try open()
      _ = try enrol(1, in: store)
      _ = try enrol(2, in: store)
      backup = try Data(contentsOf: templates)
      try store.forget(MemberID(number: 1), now: now)
      #expect(store.member(MemberID(number: 1))?.state == .withdrawn)
    }
    try backup.write(to: templates)
    let store = try open()
    #expect(template(1, in: store) == nil && template(2, in: store) != nil)
    #expect(!store.templates.members.contains(MemberID(number: 1)))
  }

  @Test("a consent ends by time: at the next opening the key is gone and the ledger says so")
  func expiry() throws {
    do {
      let store = try open()
      _ = try enrol(1, in: store, days: 1)
      _ = try enrol(2, in: store, days: 60)
    }
    let store = try open(at: now.addingTimeInterval(2 * 86_400))
    #expect(template(1, in: store) == nil && template(2, in: store) != nil)
    #expect(store.member(MemberID(number: 1))?.state == .expired && store.activeMembers == 1)
    #expect(store.entries.last?.event == .expiry)
  }

  @Test("a consent that is renewed in time does not end")
  func renewal() throws {
    do {
      let store = try open()
      _ = try enrol(1, in: store, days: 1)
      try store.renew(MemberID(number: 1), consent(days: 60), now: now)
      let error = #expect(throws: MembersError.self) {
        try store.renew(MemberID(number: 9), consent(), now: now)
      }
      #expect(error?.description.contains("has no consent that holds") == true)
    }
    #expect(template(1, in: try open(at: now.addingTimeInterval(2 * 86_400))) != nil)
  }

  @Test("no file holds a template or a key that can be read, and a changed record is none")
  func encryption() throws {
    var face: FaceEmbedding?
    do { face = try enrol(1, in: try open()) }
    let plain = try #require(face).numbers
    for name in ["templates", "keys/keystore", "ledger"] {
      let bytes = try Data(contentsOf: folder.url.appendingPathComponent(name))
      // Any four of its numbers in a row.
      for start in stride(from: 0, to: plain.count - 4, by: 4) {
        let part = plain[start..<start + 4].withUnsafeBytes { Data($0) }
        #expect(bytes.range(of: part) == nil)
      }
    }
    let file = folder.url.appendingPathComponent("templates")
    var bytes = try Data(contentsOf: file)
    bytes[bytes.startIndex + 200] ^= 1
    try bytes.write(to: file)
    let store = try open()
    #expect(template(1, in: store) == nil)
    #expect(store.member(MemberID(number: 1))?.state == .incomplete)
  }

  @Test("what is exported holds the template, the consents and that it was exported")
  func export() throws {
    let store = try open()
    let face = try enrol(1, in: store)
    let text = try store.export(MemberID(number: 1), now: now)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text)) as? [String: Any])
    let numbers = try #require(object["template"] as? [Double])
    #expect(zip(numbers, face.numbers).allSatisfy { abs($0 - Double($1)) < 1e-6 })
    #expect(
      (object["entries"] as? [[String: Any]])?.compactMap { $0["event"] as? String } == ["grant", "export"])
  }

  @Test("two programs do not work on the same members")
  func locking() throws {
    let store = try open()
    let error = #expect(throws: MembersError.self) {
      try MemberStore(folder: folder.url.path, master: master, now: now, patience: .zero)
    }
    #expect(error?.description.contains("another footfall works with these members") == true)
    #expect(store.members.isEmpty)
  }

  @Test(
    "a consent without scope or version, or with an end before its beginning or too late, is none",
    arguments: [
      ("", "1", 1.0), ("tills", "", 1), ("tills", "1", 0), ("tills", "1", -1), ("tills", "1", 4000),
    ])
  func badConsent(scope: String, version: String, days: Double) {
    #expect(throws: MembersError.self) {
      try Consent(
        scope: scope, textVersion: version, given: now, expires: now.addingTimeInterval(days * 86_400))
    }
  }

  @Test("a master key that others can read, that is none or that is missing is refused, and never told")
  func masterKeys() throws {
    let digits = String(repeating: "ab", count: 32)
    func error(_ text: String, mode: Int) throws -> MembersError? {
      let file = try folder.write(text, to: "key")
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
      do {
        _ = try MasterKey(fileAt: file.path)
        return nil
      } catch {
        return error
      }
    }
    #expect(try error(digits + "\n", mode: 0o600) == nil)
    #expect(try error(digits, mode: 0o644)?.description.contains("its mode is 644") == true)
    let short = try #require(try error("abab", mode: 0o600))
    #expect(short.kind == .badData && !short.description.contains("abab"))
    #expect(throws: MembersError.self) { try MasterKey(fileAt: "/nowhere/key") }
  }
}
