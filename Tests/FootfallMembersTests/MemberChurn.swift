import Crypto
import FootfallTestSupport
import Foundation

@testable import FootfallMembers

/// Random work on members in a process that is killed in the middle of it, and the diary of what it had finished.
struct MemberChurn {
  /// What was begun or finished, in order.
  enum Note: Hashable {
    case enrolling(UInt64), enrolled(UInt64), forgetting(UInt64), forgotten(UInt64), rotating(Int)
  }

  let folder: URL
  static let now = Date(timeIntervalSince1970: 1_800_000_000)

  var members: URL { folder.appendingPathComponent("members") }
  var backups: URL { folder.appendingPathComponent("backups") }
  private var diary: URL { folder.appendingPathComponent("diary") }

  /// The master key of a generation.
  static func master(_ generation: Int) -> MasterKey {
    MasterKey(key: SymmetricKey(data: SHA256.hash(data: Data("master \(generation)".utf8))))
  }

  /// The made-up template of a member.
  static func face(_ number: UInt64) -> FaceEmbedding {
    var generator = SeededGenerator(seed: number)
    return Embeddings.random(using: &generator)
  }

  /// The diary so far.
  var notes: [Note] {
    let text = (try? String(contentsOf: diary, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard words.count == 2, let number = UInt64(words[1]) else { return nil }
      switch words[0] {
      case "enrolling": return .enrolling(number)
      case "enrolled": return .enrolled(number)
      case "forgetting": return .forgetting(number)
      case "forgotten": return .forgotten(number)
      default: return .rotating(Int(number))
      }
    }
  }

  /// How many entries the ledger has at least: one for each enrolment and withdrawal that was finished.
  var leastEntries: Int {
    notes.count { note in
      switch note {
      case .enrolled, .forgotten: true
      default: false
      }
    }
  }

  /// The generation of the master key that was asked for last.
  var generation: Int {
    notes.compactMap { if case .rotating(let generation) = $0 { generation } else { nil } }.last ?? 0
  }

  /// Opens the members with the newest master key that fits: rotations that were killed may have happened or not.
  func open(at folder: URL) throws -> (store: MemberStore, master: MasterKey) {
    for generation in stride(from: generation, to: 0, by: -1) {
      let master = Self.master(generation)
      if let store = try? MemberStore(folder: folder.path, master: master, now: Self.now) {
        return (store, master)
      }
    }
    return (try MemberStore(folder: folder.path, master: Self.master(0), now: Self.now), Self.master(0))
  }

  /// Works until it is killed, some time after `operations`.
  func work(seed: UInt64, operations: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let store = try open(at: members).store
    let handle = try diaryHandle()
    var generation = generation
    var next =
      (notes.compactMap { if case .enrolling(let number) = $0 { number } else { nil } }.max() ?? 0) + 1
    for done in 1...100_000 {
      // An operation takes some milliseconds: any moment of it, or of the next.
      if done == operations { Self.killSoon(after: .random(in: 0...10_000, using: &generator)) }
      let active = store.keys.members
      switch Int.random(in: 0..<20, using: &generator) {
      case 0:
        generation += 1
        try note("rotating \(generation)", handle)
        try store.rotateKeys(to: Self.master(generation))
      case 1: try backUp(number: next)
      case 2...10 where !active.isEmpty:
        let member = active[Int.random(in: active.indices, using: &generator)]
        try note("forgetting \(member.number)", handle)
        try store.forget(member, now: Self.now)
        try note("forgotten \(member.number)", handle)
      default:
        try note("enrolling \(next)", handle)
        let consent = try Consent(
          scope: "s", textVersion: "1", given: Self.now, expires: Self.now.addingTimeInterval(86_400))
        try store.enrol(
          MemberID(number: next), Self.face(next), model: "m", consent,
          now: Self.now)
        try note("enrolled \(next)", handle)
        next += 1
      }
    }
  }

  private func note(_ text: String, _ diary: FileHandle) throws {
    try diary.write(contentsOf: Data((text + "\n").utf8))
  }

  private func diaryHandle() throws -> FileHandle {
    if !FileManager.default.fileExists(atPath: diary.path) { try Data().write(to: diary) }
    let handle = try FileHandle(forWritingTo: diary)
    try handle.seekToEnd()
    return handle
  }

  /// What a store may back up: all but the keys.
  private func backUp(number: UInt64) throws {
    let place = backups.appendingPathComponent("\(number)-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    for name in ["templates", "ledger"] {
      try FileManager.default.copyItem(
        at: members.appendingPathComponent(name), to: place.appendingPathComponent(name))
    }
  }

  private static func killSoon(after microseconds: UInt32) {
    Thread {
      usleep(microseconds)
      kill(getpid(), SIGKILL)
    }.start()
  }
}
