import FootfallStore
import FootfallTestSupport
import Foundation
import Testing

private let film = "data/pets09-s2l1/clip.mp4"

@Suite("footfall backup and restore")
struct BackupCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static var isReady: Bool {
    SharedData.isPresent(film) && SharedData.hasModel("yolov3-tiny-608x448.onnx")
  }

  private func run(_ arguments: String...) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.run(arguments, in: folder.url)
  }

  private func events(_ name: String) throws -> [StoredEvent] {
    try EventStore(path: folder.url.appendingPathComponent(name).path, access: .readOnly)
      .events(of: StoreQuery(store: "high-street"))
  }

  @Test("a store at work is backed up, and restored only once it has ended", .enabled(if: isReady))
  func atWork() async throws {
    let source = SharedData.root.appendingPathComponent(film).path
    let store = try await RunningStore(
      """
      version: 1
      timezone: UTC
      store: high-street
      cameras:
        - id: door
          source: \(source)
          lines: [{id: A, from: [420, 150], to: [420, 450], kind: entrance}]

      """, in: folder)
    let looks = #"footfall_camera_looks_total{camera="door"}"#
    #expect(try await store.wait(seconds: 40, for: looks) { $0 > 60 })
    let database = "footfall-state/footfall.db"
    let backup = try await run("backup", "--db", database, "--out", "copy.db")
    #expect(
      backup.status == 0 && backup.output.isEmpty && backup.errorOutput.isEmpty, "\(backup.errorOutput)")
    let kept = try events("copy.db").map(\.id)
    #expect(!kept.isEmpty)
    let refused = try await run("restore", "copy.db", "--db", database, "--force")
    #expect(refused.status == 74)
    #expect(refused.errorOutput.contains("process \(store.program.identifier) has it open; stop it first"))
    let seen = try #require(try await store.measure(looks))
    #expect(try await store.wait(seconds: 20, for: looks) { $0 > seen + 10 })
    #expect(try await store.end().status == 0)
    #expect(Set(kept).isSubset(of: Set(try events(database).map(\.id))))
    #expect(try await run("restore", "copy.db", "--db", database).status == 64)
    #expect(try await run("restore", "copy.db", "--db", database, "--force").status == 0)
    #expect(try events(database).map(\.id) == kept)
  }

  @Test("what can't be copied is one line and a status")
  func refusals() async throws {
    _ = try folder.write(
      "no database, and longer than a hundred bytes: \(String(repeating: "x", count: 100))", to: "notes.txt")
    for (arguments, status) in [
      (["backup", "--db", "absent.db", "--out", "copy.db"], 66),
      (["backup", "--db", "notes.txt", "--out", "copy.db"], 65),
      (["restore", "absent.db", "--db", "new.db"], 66), (["restore", "notes.txt", "--db", "new.db"], 65),
    ] as [([String], Int32)] {
      let outcome = try await BuiltProgram.run(arguments, in: folder.url)
      #expect(
        outcome.status == status && outcome.errorOutput.split(separator: "\n").count == 1,
        "\(outcome.errorOutput)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["notes.txt"])
  }
}
