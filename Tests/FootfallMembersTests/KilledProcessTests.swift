import Crypto
import FootfallTestSupport
import Foundation
import Testing

@testable import FootfallMembers

/// Processes that enrol, forget and rotate keys at random, and are killed in the middle of it.
struct KilledProcessTests {
  /// Lives of a process; `FOOTFALL_MEMBER_KILLS=208` for the whole of what docs/members.md tells.
  private static let lives =
    ProcessInfo.processInfo.environment["FOOTFALL_MEMBER_KILLS"].flatMap(Int.init) ?? 16
  private static let livesOfStore = 8
  /// Operations of each life, in the mean.
  private static let operations = 50

  @Test(
    "whatever is killed when, no file holds anything readable of a forgotten member, and nothing else is lost"
  )
  func kills() async throws {
    let seed = UInt64.random(in: 0...UInt64(UInt32.max))
    var generator = SeededGenerator(seed: seed)
    print("seed \(seed)")
    var operations = 0
    for _ in 0..<max(1, Self.lives / Self.livesOfStore) {
      let folder = try TemporaryFolder()
      let churn = MemberChurn(folder: folder.url)
      for _ in 0..<Self.livesOfStore {
        let (path, lifeSeed) = (folder.url.path, generator.next())
        let count = Int.random(in: 1..<2 * Self.operations, using: &generator)
        await #expect(processExitsWith: .signal(SIGKILL)) {
          [path = path as String, lifeSeed = lifeSeed as UInt64, count = count as Int] in
          try MemberChurn(folder: URL(fileURLWithPath: path)).work(seed: lifeSeed, operations: count)
        }
        try withExtendedLifetime(folder) { try check(churn, &generator) }
      }
      #expect(churn.leastEntries >= 2, "too little was done for a ledger to be torn and tampered with")
      operations += churn.notes.count { note in
        switch note {
        case .enrolled, .forgotten, .rotating: true
        default: false
        }
      }
    }
    print("\(operations) operations, \(max(1, Self.lives / Self.livesOfStore) * Self.livesOfStore) kills")
  }

  private func check(_ churn: MemberChurn, _ generator: inout SeededGenerator) throws {
    try checkTampering(churn, &generator)
    try tear(churn, &generator)
    let notes = churn.notes
    let forgotten = Set(notes.compactMap { if case .forgotten(let number) = $0 { number } else { nil } })
    let touched = Set(notes.compactMap { if case .forgetting(let number) = $0 { number } else { nil } })
    let enrolled = Set(notes.compactMap { if case .enrolled(let number) = $0 { number } else { nil } })
    try checkFiles(churn, forgotten)
    let store = try churn.open(at: churn.members).store
    for number in forgotten {
      #expect(store.member(MemberID(number: number))?.state == .withdrawn)
    }
    for number in enrolled.subtracting(touched) {
      #expect(store.member(MemberID(number: number))?.state == .active, "member \(number) was lost")
    }
  }

  /// Leaves a part of an entry at the end of the ledger, as a write that a power cut has torn would.
  private func tear(_ churn: MemberChurn, _ generator: inout SeededGenerator) throws {
    let ledger = churn.members.appendingPathComponent("ledger")
    guard let line = try Data(contentsOf: ledger).split(separator: UInt8(ascii: "\n")).first else {
      #expect(churn.leastEntries == 0, "entries were lost")
      return
    }
    let handle = try FileHandle(forWritingTo: ledger)
    try handle.seekToEnd()
    try handle.write(contentsOf: line.prefix(.random(in: 0..<line.count, using: &generator)))
    try handle.close()
  }

  /// Changes a byte of a copy of the ledger.
  private func checkTampering(_ churn: MemberChurn, _ generator: inout SeededGenerator) throws {
    let copy = try TemporaryFolder()
    let members = copy.url.appendingPathComponent("members")
    try FileManager.default.copyItem(at: churn.members, to: members)
    let ledger = members.appendingPathComponent("ledger")
    // Lets the copy be brought to its end first, so that the last line is whole.
    let master = try churn.open(at: members).master
    var content = try Data(contentsOf: ledger)
    guard let last = content.dropLast().lastIndex(of: UInt8(ascii: "\n")) else {
      #expect(churn.leastEntries < 2, "entries were lost")
      return
    }
    let place = Int.random(in: 0..<last, using: &generator)
    let line = content[..<place].count { $0 == UInt8(ascii: "\n") } + 1
    content[place] ^= 1
    try content.write(to: ledger)
    let error = try #require(throws: MembersError.self) {
      try MemberStore(folder: members.path, master: master, now: MemberChurn.now)
    }
    // A line feed that is changed joins two lines.
    #expect(error.description.contains("ledger:\(line): the ledger was tampered with"), "\(error)")
  }

  /// Looks at the bytes of all files as somebody would who has every master key there ever was.
  private func checkFiles(_ churn: MemberChurn, _ forgotten: Set<UInt64>) throws {
    let files =
      FileManager.default.enumerator(at: churn.folder, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL } ?? []
    let contents = files.compactMap { try? [UInt8](Data(contentsOf: $0)) }
    var keys: [SymmetricKey] = []
    for content in contents where content.starts(with: KeyRecord.header.utf8) {
      for slot in records(of: content, header: KeyRecord.header, bytes: KeyRecord.bytes) {
        for generation in 0...churn.generation {
          let key = SealedRecord.opened(
            slot, context: KeyRecord.header, by: MemberChurn.master(generation).key)
          guard let key else { continue }
          #expect(!forgotten.contains(SealedRecord.number(of: slot)), "a key of a forgotten member is there")
          keys.append(SymmetricKey(data: key))
        }
      }
    }
    for content in contents where content.starts(with: "footfall-templates/1\n".utf8) {
      for slot in records(of: content, header: "footfall-templates/1\n", bytes: 576)
      where forgotten.contains(SealedRecord.number(of: slot)) {
        let isReadable = keys.contains {
          SealedRecord.opened(slot, context: "footfall-templates/1\n", by: $0) != nil
        }
        #expect(!isReadable, "a template of a forgotten member can be read")
      }
    }
    checkPlain(contents, forgotten)
  }

  private func checkPlain(_ contents: [[UInt8]], _ forgotten: Set<UInt64>) {
    // The first two numbers of each template, at any place.
    let starts = Set(
      forgotten.map { number in
        MemberChurn.face(number).numbers.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
      })
    for content in contents where content.count >= 8 {
      let isThere = content.withUnsafeBytes { bytes in
        (0...content.count - 8).contains {
          starts.contains(bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self))
        }
      }
      #expect(!isThere, "the plain template of a forgotten member is there")
    }
  }

  private func records(of content: [UInt8], header: String, bytes: Int) -> [[UInt8]] {
    stride(from: header.utf8.count, to: content.count, by: bytes).map {
      Array(content[$0..<min($0 + bytes, content.count)])
    }
  }
}
