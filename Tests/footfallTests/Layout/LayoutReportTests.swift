import FootfallTestSupport
import Foundation
import Testing

/// What tests read of `layout.json`.
struct ReadLayout: Decodable {
  struct Share: Decodable {
    var value: Double?
    var count: Int?
    var of: Int?
  }

  struct Ratio: Decodable { var value: Double? }

  struct Sold: Decodable { var linesPerVisitor: Ratio }

  struct Zone: Decodable {
    var id: String
    var visitors: Int?
    var draw: Share
    var isDead: Bool?
    var sales: Sold?
    var reason: String?
  }

  struct Scene: Decodable {
    var id: String
    var associatedPairs: Int
    var testedPairs: Int
    var basketRate: Share?
  }

  struct Pair: Decodable {
    var first: String
    var second: String
    var lift: Double?
    var qValue: Double
  }

  struct Period: Decodable { var days: Int }
  struct Square: Decodable {
    var view: String
    var entries: Int
    var personSeconds: Double
  }

  struct Ways: Decodable {
    struct Distribution: Decodable {
      var count: Int?
      var median: Ratio
    }

    var pathMetres: Distribution
    var travelDeviation: Distribution
    var clockwise: Share
    var counterclockwise: Share
  }

  var period: Period
  var trips: Int?
  var wholeTrips: Share
  var zones: [Zone]
  var scenes: [Scene]
  var pairs: [Pair]
  var warnings: [String]
  var ways: Ways?
  var crowding: [Square]?

  init(folder: URL) throws {
    let bytes = try Data(contentsOf: folder.appendingPathComponent("layout.json"))
    self = try JSONDecoder().decode(ReadLayout.self, from: bytes)
  }
}

@Suite("footfall layout report")
struct LayoutReportTests {
  private let folder: TemporaryFolder
  private static let sample = SharedData.packageRoot.appendingPathComponent("samples/layout")

  private struct Expected: Decodable {
    var days: Int
    var trips: Int
    var scenes: [String: Int]
    var deadZones: [String]
  }

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: [String]) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.run(["layout", "report"] + arguments + ["--out", "out"], in: folder.url)
  }

  private var out: URL { folder.url.appendingPathComponent("out") }

  private func page(_ name: String) throws -> String {
    try String(contentsOf: out.appendingPathComponent(name), encoding: .utf8)
  }

  @Test(
    "The command of the sample's README finds the scenes that were planted",
    .enabled(if: PythonInterpreter.has("csv")))
  func sample() async throws {
    try makeSample()
    for name in ["scene.yaml", "README.md", "expected.json"] {
      try FileManager.default.copyItem(
        at: Self.sample.appendingPathComponent(name), to: folder.url.appendingPathComponent(name))
    }
    #expect(
      FileManager.default.contentsEqual(
        atPath: folder.url.appendingPathComponent("sales.csv").path,
        andPath: Self.sample.appendingPathComponent("sales.csv").path), "the script makes what is kept")
    let readme = try String(contentsOf: folder.url.appendingPathComponent("README.md"), encoding: .utf8)
    let command = try #require(
      readme.split(separator: "\n").first { $0.hasPrefix("    ../../scripts/footfall ") })
    let words = command.split(separator: " ").dropFirst().map(String.init)
    let outcome = try await BuiltProgram.run(Array(words), in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
    let layout = try ReadLayout(folder: folder.url.appendingPathComponent("layout"))
    let expected = try JSONDecoder().decode(
      Expected.self, from: Data(contentsOf: folder.url.appendingPathComponent("expected.json")))
    #expect(layout.period.days == expected.days && layout.trips == expected.trips)
    for scene in layout.scenes { #expect(scene.associatedPairs == expected.scenes[scene.id], "\(scene)") }
    #expect(layout.zones.filter { $0.isDead == true }.map(\.id) == expected.deadZones)
    let planted = [["bread", "coffee", "jam"], ["pasta", "sauce", "wine"]]
    let lifts = layout.pairs.map { pair in
      (
        isPlanted: planted.contains { $0.contains(pair.first) && $0.contains(pair.second) },
        isOfScenes: planted.joined().contains(pair.first) && planted.joined().contains(pair.second),
        lift: pair.lift ?? 0
      )
    }
    #expect(lifts.count { $0.isPlanted && $0.lift > 1.5 } == 6)
    #expect(
      lifts.count { $0.isOfScenes && !$0.isPlanted && $0.lift < 0.7 } == 9, "breakfast keeps away from dinner"
    )
    try expectPages(in: folder.url.appendingPathComponent("layout"))
  }

  private func expectPages(in results: URL) throws {
    for (name, word) in [("layout.html", "Dead zones"), ("layout.zh.html", "冷区")] {
      let page = try String(contentsOf: results.appendingPathComponent(name), encoding: .utf8)
      #expect(page.contains(word) && !page.contains("<script") && !page.contains("http://"))
    }
    let moves = try String(contentsOf: results.appendingPathComponent("layout-moves.csv"), encoding: .utf8)
    let counts = moves.split(whereSeparator: \.isNewline).dropFirst().compactMap {
      Int($0.split(separator: ",")[2])
    }
    #expect(!counts.isEmpty && counts.allSatisfy { $0 >= 10 })
    guard SchemaValidator.isAvailable else { return }
    let document = try String(contentsOf: results.appendingPathComponent("layout.json"), encoding: .utf8)
    #expect(try SchemaValidator.faults(of: document, schema: "footfall.layout-1") == [])
  }

  @Test(
    "Published trajectories run through the same command",
    .enabled(if: SharedData.isPresent("data/trajectories") && PythonInterpreter.has("re")),
    arguments: [
      ("zara01", "data/trajectories/zara01/obsmat.txt", 148),
      ("forum", "data/trajectories/edinburgh-forum-01Aug.txt", 146),
    ])
  func published(name: String, source: String, tracks: Int) async throws {
    let script =
      "import runpy, sys; sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"
    let converted = try PythonInterpreter.run(
      script,
      [
        Self.sample.appendingPathComponent("convert").path, name,
        SharedData.root.appendingPathComponent(source).path,
      ])
    let csv = try folder.write(converted.output, to: "tracks.csv")
    let scene = Self.sample.appendingPathComponent("\(name).yaml").path
    let outcome = try await run(["--tracks", csv.path, "--start", "2009-08-01", "--scene", scene])
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
    let layout = try ReadLayout(folder: out)
    #expect(layout.trips == tracks && layout.crowding != nil)
  }

  /// Makes the tracks and the sales up.
  private func makeSample() throws {
    let script =
      "import runpy, sys; sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"
    let outcome = try PythonInterpreter.run(
      script, [Self.sample.appendingPathComponent("make-store").path, folder.url.path])
    #expect(outcome.status == 0, "\(outcome.output)")
  }
}
