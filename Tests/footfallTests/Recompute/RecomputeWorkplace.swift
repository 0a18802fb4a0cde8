import FootfallTestSupport
import Foundation
import Testing

/// A folder with a database that `analyze` has written, and ways to look into it.
struct RecomputeWorkplace {
  /// An event as `export events` prints it.
  struct Event: Decodable {
    var id: String
    var type: String
    var mediaSeconds: Double
    var track: Int
    var line: String?
    var direction: String?
    var zone: String?

    /// What makes it the same event, but for its time.
    var name: String { "\(type) \(line ?? zone ?? "") \(direction ?? "") \(track)" }
  }

  private struct Feed: Decodable { var events: [Event] }

  let place: AnalyzeWorkplace

  /// Analyses the film of ``AnalyzeWorkplace`` into `store.db`.
  init() async throws {
    place = try AnalyzeWorkplace()
    try await place.analyze(changing: ["--db": "store.db"])
  }

  /// Looks after a workplace whose footage is still to be analysed.
  init(_ place: AnalyzeWorkplace) { self.place = place }

  /// The scene of the film with the line and a zone moved, one zone renamed and a line added.
  static let edited = AnalyzeWorkplace.scene
    .replacingOccurrences(of: "[80, 20], to: [80, 119]", with: "[60, 20], to: [64, 119]")
    .replacingOccurrences(
      of: "    zones:", with: "      - {id: exit, from: [120, 119], to: [120, 20]}\n    zones:"
    )
    .replacingOccurrences(of: "id: shelf, polygon: [[20, 50]", with: "id: bench, polygon: [[30, 50]")
    .replacingOccurrences(of: "zones: [table, shelf]", with: "zones: [table, bench]")

  func recompute(
    scene: String = edited, flags: [String] = [], db: String = "store.db"
  ) async throws -> BuiltProgram.Outcome {
    try place.write(Data(scene.utf8), to: "edited.yaml")
    return try await place.run(["recompute", "--db", db, "--scene", "edited.yaml"] + flags)
  }

  /// All that `export` prints, byte for byte.
  func exports(db: String = "store.db") async throws -> [String] {
    var texts: [String] = []
    for feed in ["traffic", "visits", "events"] {
      let outcome = try await place.run(["export", feed, "--db", db])
      try #require(outcome.status == 0, "\(outcome.errorOutput)")
      texts.append(outcome.output)
    }
    return texts
  }

  func events(db: String = "store.db") async throws -> [Event] {
    let outcome = try await place.run(["export", "events", "--db", db])
    return try JSONDecoder().decode(Feed.self, from: Data(outcome.output.utf8)).events
  }

  /// Whether two databases hold the same events, with times that differ by no more than `seconds`.
  func expectSameEvents(
    _ db: String, _ other: String, within seconds: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    func sorted(_ events: [Event]) -> [Event] {
      events.sorted { ($0.name, $0.mediaSeconds) < ($1.name, $1.mediaSeconds) }
    }
    let (found, expected) = (sorted(try await events(db: db)), sorted(try await events(db: other)))
    #expect(found.map(\.name) == expected.map(\.name), sourceLocation: sourceLocation)
    let slips = zip(found, expected).map { abs($0.mediaSeconds - $1.mediaSeconds) }
    print("largest difference of \(slips.count) events: \(slips.max() ?? 0) s")
    #expect(!slips.isEmpty && slips.allSatisfy { $0 <= seconds }, sourceLocation: sourceLocation)
  }
}
