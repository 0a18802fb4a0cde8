import FootfallCore
import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall analyze with several cameras")
struct AnalyzeCamerasTests {
  private let place: AnalyzeWorkplace

  init() throws { place = try AnalyzeWorkplace() }

  private static func name(_ index: Int) -> String { "camera\(index)" }

  /// Cameras of films of different lengths, each with a line of its own.
  private func prepare(_ count: Int) throws {
    var scene = "version: 1\ntimezone: Europe/London\nstore: shop\ncameras:\n"
    for index in 0..<count {
      let x = 40 + 80 * index / count
      scene += "  - id: \(Self.name(index))\n    lines:\n"
      scene += "      - {id: line\(index), from: [\(x), 20], to: [\(x), 119]}\n    zones:\n"
      scene += "      - {id: zone\(index), polygon: [[20, 50], [\(x), 50], [\(x), 119], [20, 119]]}\n"
      let frames = AnalyzeWorkplace.frames - 5 * index
      try place.write(AnalyzeWorkplace.film(frames: frames), to: "\(Self.name(index)).y4m")
      try place.write(Data(AnalyzeWorkplace.detections(frames: frames).utf8), to: "\(Self.name(index)).txt")
    }
    try place.write(Data(scene.utf8), to: "scene.yaml")
  }

  private func arguments(_ cameras: [Int], changing changes: [String: String?] = [:]) -> [String] {
    var changes = changes
    changes["--detections"] = String?.none
    return AnalyzeWorkplace.arguments(
      cameras.map { "\(Self.name($0))=\(Self.name($0)).y4m" }, changing: changes,
      flags: cameras.flatMap { ["--detections", "\(Self.name($0))=\(Self.name($0)).txt"] })
  }

  private func events(of camera: Int, in run: FinishedRun) throws -> [Substring] {
    try run.text("events.jsonl").split(separator: "\n").filter {
      $0.contains("\"camera\":\"\(Self.name(camera))\"")
    }
  }

  private func expectAlone(
    _ camera: Int, sameAsIn together: FinishedRun, changing changes: [String: String?] = [:]
  ) async throws {
    let alone = try await FinishedRun(of: arguments([camera], changing: changes), in: place)
    let name = Self.name(camera)
    for file in ["tracks-\(name).txt", "heatmap-\(name).csv", "heatmap-\(name).png"] {
      #expect(try alone.bytes(file) == together.bytes(file), "\(file)")
    }
    let own = try events(of: camera, in: alone)
    #expect(own == (try events(of: camera, in: together)), "\(name)")
    #expect(try own.count == alone.text("events.jsonl").split(separator: "\n").count && !own.isEmpty)
  }

  @Test(
    "Each camera's results are, to the byte, those of a run of it alone", arguments: ["online", "two-pass"])
  func alone(tracking: String) async throws {
    try prepare(3)
    let changes = ["--tracking": tracking]
    let together = try await FinishedRun(of: arguments([0, 1, 2], changing: changes), in: place)
    for camera in 0..<3 { try await expectAlone(camera, sameAsIn: together, changing: changes) }
    let seconds = try together.text("events.jsonl").split(separator: "\n").compactMap {
      $0.firstMatch(of: /"mediaSeconds":([0-9.]+)/).flatMap { Double($0.output.1) }
    }
    // A camera's own events are in the order of frames; who leaves a zone has left it a frame later.
    #expect(seconds.count > 3 && zip(seconds, seconds.dropFirst()).allSatisfy { $1 > $0 - 0.11 })
  }

  @Test("More cameras than processors are analysed one after another, in the order in which they are named")
  func manyCameras() async throws {
    let count = ProcessInfo.processInfo.activeProcessorCount * 2 + 1
    try prepare(count)
    let order = Array((0..<count).reversed())
    let together = try await FinishedRun(of: arguments(order), in: place)
    #expect(try together.report().cameras.map(\.id) == order.map(Self.name))
    #expect(try together.report().cameras.map(\.frames) == order.map { AnalyzeWorkplace.frames - 5 * $0 })
    try await expectAlone(0, sameAsIn: together)
    try await expectAlone(count - 1, sameAsIn: together)
  }

  @Test(
    "Where one camera's footage breaks off with an error, the run fails with it and leaves nothing",
    arguments: [0, 1, 2])
  func oneDamagedCamera(damaged: Int) async throws {
    try prepare(3)
    for number in 1...40 {
      let size = number == 30 ? PixelSize(width: 32, height: 24) : AnalyzeWorkplace.size
      try place.write(RawFootage.pgm(size: size), to: "frames/\(number).pgm")
    }
    let sources = (0..<3).map {
      "\(Self.name($0))=" + ($0 == damaged ? "frames/%d.pgm" : "\(Self.name($0)).y4m")
    }
    let lists = (0..<3).flatMap { ["--detections", "\(Self.name($0))=\(Self.name($0)).txt"] }
    let outcome = try await place.run(
      AnalyzeWorkplace.arguments(sources, changing: ["--detections": nil, "--db": "store.db"], flags: lists))
    outcome.expectRefusal(65, ["frames/%d.pgm", "frame 30 is 32x24"])
    #expect(place.names().isEmpty)
    #expect(
      try await place.run(["export", "events", "--db", "store.db", "--format", "csv"]).output.count < 200)
  }

  @Test("A camera that can't be opened fails the run before any other is analysed")
  func oneMissingCamera() async throws {
    try prepare(2)
    let outcome = try await place.run(
      AnalyzeWorkplace.arguments(
        ["camera0=camera0.y4m", "camera1=nowhere.y4m"], changing: ["--detections": nil],
        flags: ["--detections", "camera0=camera0.txt", "--detections", "camera1=camera1.txt"]))
    outcome.expectRefusal(66, ["nowhere.y4m"])
    #expect(place.names().isEmpty)
  }

  @Test(
    "Cameras that share a network give the bytes of runs of each alone",
    .enabled(if: RealFootage.isPresent("pets09-s2l1") && RealFootage.isPresent("one-by-one")))
  func sharedNetwork() async throws {
    let scene = """
      version: 1
      timezone: UTC
      cameras:
        - {id: square, lines: [{id: A, from: [420, 150], to: [420, 450]}]}
        - {id: shop, lines: [{id: EXIT, from: [560, 240], to: [560, 431]}]}

      """
    try place.write(Data(scene.utf8), to: "scene.yaml")
    let clips = ["square": "pets09-s2l1", "shop": "one-by-one"]
    func run(_ cameras: [String]) async throws -> FinishedRun {
      try await FinishedRun(
        of: AnalyzeWorkplace.arguments(
          cameras.map { "\($0)=\(RealFootage.path(of: clips[$0] ?? ""))" },
          changing: ["--detections": nil, "--threads": "2"]), in: place,
        environment: RealFootage.environment)
    }
    let together = try await run(["square", "shop"])
    for camera in ["square", "shop"] {
      let alone = try await run([camera])
      for file in ["tracks-\(camera).txt", "heatmap-\(camera).csv", "heatmap-\(camera).png"] {
        #expect(try alone.bytes(file) == together.bytes(file), "\(file)")
      }
      let events = try together.text("events.jsonl").split(separator: "\n").filter {
        $0.contains("\"camera\":\"\(camera)\"")
      }
      #expect(try alone.text("events.jsonl").split(separator: "\n") == events, "\(camera)")
    }
  }
}
