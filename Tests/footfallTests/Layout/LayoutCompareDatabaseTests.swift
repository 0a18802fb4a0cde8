import FootfallAnalytics
import FootfallCore
import FootfallStore
import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall layout compare and plan-test of a database")
struct LayoutCompareDatabaseTests {
  private static let scene = """
    version: 1
    timezone: UTC
    store: hall
    cameras:
      - id: hall
        zones:
          - {id: milk, polygon: [[0, 0], [9, 0], [9, 4], [0, 4]]}
          - {id: bread, polygon: [[0, 5], [9, 5], [9, 9], [0, 9]]}

    """
  /// 2026-03-02, a Monday.
  private static let firstDay: Int64 = 20_514
  private static let days = 56
  private static let periods = [
    "--before", "2026-03-02..2026-03-29", "--after", "2026-03-30..2026-04-26",
  ]

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Writes eight weeks; from the fifth on half of 40 visitors instead of a quarter come to the milk.
  /// - Parameter movesCamera: whether the zones are drawn anew with the change.
  private func write(movesCamera: Bool = false) throws {
    _ = try folder.write(Self.scene, to: "scene.yaml")
    let store = try EventStore(
      path: folder.url.appendingPathComponent("hall.db").path, access: .readWrite)
    try store.record(
      (0..<Self.days).map { day in
        let isChanged = day >= Self.days / 2
        // Days differ a little, so that there is something to estimate.
        let visitors = (isChanged ? 20 : 10) + day % 3
        return run(day: day, milk: visitors, edge: movesCamera && isChanged ? 3 : 4)
      })
    try store.close()
  }

  private func run(day: Int, milk: Int, edge: Double) -> RunRecord {
    let zones = [
      Zone(id: "milk", polygon: Polygon([Point(0, 0), Point(9, 0), Point(9, edge), Point(0, edge)])),
      Zone(id: "bread", polygon: Polygon([Point(0, 5), Point(9, 5), Point(9, 9), Point(0, 9)])),
    ]
    func visits(_ zone: String, _ people: Int, at second: Double) -> [Visit] {
      (1...people).map { person in
        let enter = Double(person) * 60 + second
        return Visit(
          track: TrackID(person), zone: zone, enterFrame: Int(enter) + 1, exitFrame: Int(enter) + 10,
          enter: MediaTime(seconds: enter), exit: MediaTime(seconds: enter + 10), inside: .seconds(10),
          end: .exited)
      }
    }
    let all = [visits("milk", milk, at: 10), visits("bread", 12 + day % 2, at: 30)]
    let result = CameraResult(
      scene: CameraScene(id: "hall", zones: zones), people: 40, lines: [],
      zones: zip(zones, all).map {
        ZoneResult(zone: $0, visits: $1, occupancy: Occupancy(mean: 0.1, max: 1))
      }, passersby: 0, captureRate: nil,
      heatmap: HeatmapGrid(covering: PixelSize(width: 9, height: 9), cellPixels: 9), intervals: [],
      transitions: TransitionCounts(zones: zones.map(\.id)), events: [])
    let recording = Recording(
      store: "hall", timeZone: "UTC", camera: "hall", source: "day\(day).mp4",
      media: MediaFingerprint(text: "day\(day)"),
      startMilliseconds: (Self.firstDay + Int64(day)) * 86_400_000 + 32_400_000, duration: .seconds(7200),
      frames: 7200, framesPerSecond: 1, size: PixelSize(width: 9, height: 9))
    let analysis = Analysis(
      model: "m", engine: "opencv", precision: "f32", tracking: "two-pass", generatorVersion: "0",
      metricVersion: 1)
    return RunRecord(recording: recording, analysis: analysis, result: result, minutes: [], tracks: [])
  }

  private func compare(_ more: [String] = []) async throws -> BuiltProgram.Outcome {
    let base = [
      "layout", "compare", "--db", "hall.db", "--scene", "scene.yaml", "--series", "milk", "--json",
    ]
    return try await BuiltProgram.run(base + Self.periods + more, in: folder.url)
  }

  @Test("The share of visitors of a zone is compared day by day, against a zone that stayed")
  func compared() async throws {
    try write()
    let outcome = try await compare(["--control", "bread"])
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
    let answer = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let effect = try #require(answer["effect"] as? [String: Any])
    let value = try #require(effect["value"] as? Double)
    #expect(answer["verdict"] as? String == "higher" && answer["causal"] as? Bool == true)
    #expect(abs(value - 0.25) < 0.01, "ten more of 40 visitors, and no more of the control")
    let assumptions = try #require(answer["assumptions"] as? [String])
    #expect(!assumptions.contains { $0.hasPrefix("Cameras and zones were the same throughout") })
    let plan = try await BuiltProgram.run(
      [
        "layout", "plan-test", "--db", "hall.db", "--scene", "scene.yaml", "--series", "bread", "--effect",
        "0.1",
      ], in: folder.url)
    #expect(plan.status == 0 && plan.output.contains("From 56 days"), "\(plan.errorOutput)")
  }

  @Test("Zones that were drawn anew are refused until it is said what changed")
  func geometry() async throws {
    try write(movesCamera: true)
    let refused = try await compare()
    #expect(refused.status == 65)
    #expect(refused.errorOutput.contains("on 2026-03-30") && refused.errorOutput.contains("on 2026-03-02"))
    let declared = try await compare(["--declare-change", "the edge of the milk"])
    #expect(declared.status == 0, "\(declared.errorOutput)")
    #expect(declared.output.contains("geometryChanged"))
  }

  @Test("Of values, a database and tracks one is given, and what is measured with its scene")
  func usage() async throws {
    try write()
    #expect(try await compare(["--values", "days.csv"]).status == 64)
    let outcome = try await BuiltProgram.run(
      ["layout", "compare", "--db", "hall.db"] + Self.periods, in: folder.url)
    #expect(outcome.status == 64 && outcome.errorOutput.contains("--db needs --scene"))
    #expect(try await compare(["--tracks", "tracks.csv"]).status == 64)
    #expect(try await compare(["--start", "2026-03-02"]).status == 64)
  }
}
