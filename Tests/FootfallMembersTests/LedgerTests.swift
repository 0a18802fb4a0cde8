import Crypto
import FootfallTestSupport
import Foundation
import Testing

@testable import FootfallMembers

struct LedgerTests {
  private let folder: TemporaryFolder
  private let key = SymmetricKey(size: .bits256)
  private let time = Date(timeIntervalSince1970: 1_800_000_000)
  private let members = (1...5).map { MemberID(number: UInt64($0)) }

  init() throws { folder = try TemporaryFolder() }

  private var file: URL { folder.url.appendingPathComponent("ledger") }

  private func open(_ head: LedgerHead? = nil) throws -> Ledger {
    try Ledger(at: file.path, key: key, head: head)
  }

  private func filled() throws -> (content: [UInt8], head: LedgerHead?) {
    let ledger = try open()
    let consent = try Consent(
      scope: "tills", textVersion: "1", given: time, expires: time.addingTimeInterval(86_400))
    for member in members { _ = try ledger.append(.grant, member, consent: consent, at: time) }
    _ = try ledger.append(.withdrawal, members[2], at: time.addingTimeInterval(60))
    return ([UInt8](try Data(contentsOf: file)), ledger.head)
  }

  @Test("what was written is read again")
  func reading() throws {
    let (_, head) = try filled()
    let ledger = try open(head)
    #expect(ledger.entries.map(\.sequence) == [1, 2, 3, 4, 5, 6])
    #expect(ledger.entries[2].consent?.scope == "tills" && ledger.entries[5].event == .withdrawal)
    #expect(ledger.head == head)
  }

  @Test("a file cut at any byte keeps all whole entries, and goes on")
  func tornWrites() throws {
    let (content, _) = try filled()
    for length in stride(from: 0, through: content.count, by: 7) {
      let whole = content[..<length].count { $0 == UInt8(ascii: "\n") }
      try Data(content[..<length]).write(to: file)
      let ledger = try open()
      #expect(ledger.entries.count == whole)
      _ = try ledger.append(.match, members[0], at: time)
      #expect(try open(ledger.head).entries.count == whole + 1)
    }
  }

  @Test("any byte that is changed is found, and the line named")
  func changedBytes() throws {
    let (content, head) = try filled()
    for index in stride(from: 0, to: content.count, by: 11) {
      var changed = content
      changed[index] ^= 1
      try Data(changed).write(to: file)
      let line = content[..<index].count { $0 == UInt8(ascii: "\n") } + 1
      let error = try #require(throws: MembersError.self) { try open(head) }
      #expect(error.kind == .badData)
      let names = error.description.contains("ledger:\(line): the ledger was tampered with")
      // A line feed that is changed joins two lines, and the last one leaves its line unfinished.
      #expect(names || content[index] == UInt8(ascii: "\n"), "byte \(index): \(error)")
    }
  }

  @Test("entries that are removed, doubled, exchanged or cut off at the end are found")
  func movedLines() throws {
    let (content, head) = try filled()
    let lines = content.split(separator: UInt8(ascii: "\n")).map { Array($0) + [UInt8(ascii: "\n")] }
    var variants: [[[UInt8]]] = []
    for index in lines.indices {
      variants.append(Array(lines[..<index] + lines[(index + 1)...]))
      variants.append(Array(lines[...index] + lines[index...]))
      if index > 0 {
        variants.append(
          Array(lines[..<(index - 1)] + [lines[index], lines[index - 1]] + lines[(index + 1)...]))
      }
    }
    for variant in variants {
      try Data(variant.joined()).write(to: file)
      let error = #expect(throws: MembersError.self) { try open(head) }
      #expect(error?.description.contains("tampered") == true)
    }
  }

  @Test("a book written with another key is no book")
  func otherKey() throws {
    let (_, head) = try filled()
    #expect(throws: MembersError.self) {
      try Ledger(at: file.path, key: SymmetricKey(size: .bits256), head: head)
    }
  }

  @Test("a full disk is an error, and the book is as before", .enabled(if: SmallDisk.isAvailable))
  func fullDisk() throws {
    let disk = try SmallDisk(kilobytes: 16)
    let path = disk.url.appendingPathComponent("ledger").path
    let ledger = try Ledger(at: path, key: key, head: nil)
    var written = 0
    let error = try #require(throws: MembersError.self) {
      for _ in 0..<10_000 {
        _ = try ledger.append(.match, members[0], at: time)
        written += 1
      }
    }
    #expect(error.kind == .io && error.description.contains("no space left"))
    #expect(written > 0 && ledger.entries.count == written)
    #expect(try Ledger(at: path, key: key, head: ledger.head).entries.count == written)
  }
}
