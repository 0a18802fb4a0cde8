import FootfallCore
import FootfallTestSupport
import Foundation
import Testing

/// A folder with a film, a scene and the people that were detected in it, for runs of `footfall analyze`.
struct AnalyzeWorkplace {
  static let size = PixelSize(width: 160, height: 120)
  static let frames = 80
  static let framesPerSecond = 10
  static let start = "2026-11-23T09:00:00+00:00"

  /// One person walks from left to right across the line and through the zone, another one the other way.
  static let walks = [
    Walk(track: 1, corners: [(0, Point(15, 100)), (7.5, Point(150, 100))], boxHeight: 40),
    Walk(track: 2, corners: [(1, Point(150, 70)), (7.9, Point(10, 70))], boxHeight: 40),
  ]

  static let scene = """
    version: 1
    timezone: Europe/London
    store: shop
    cameras:
      - id: door
        lines:
          - {id: entrance, from: [80, 20], to: [80, 119], kind: entrance}
        zones:
          - {id: table, polygon: [[90, 50], [140, 50], [140, 119], [90, 119]], kind: display}
          - {id: shelf, polygon: [[20, 50], [70, 50], [70, 119], [20, 119]], kind: display}
    scenes:
      - {id: all, zones: [table, shelf]}

    """

  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try write(Self.film(), to: "film.y4m")
    _ = try folder.write(Self.scene, to: "scene.yaml")
    _ = try folder.write(Self.detections(), to: "people.txt")
  }

  static func film(frames: Int = frames) -> Data {
    RawFootage.y4m(size: size, framesPerSecond: framesPerSecond, frames: frames)
  }

  /// The boxes of ``walks`` as `--detections` wants them.
  static func detections(frames: Int = frames) -> String {
    var rows = ""
    for frame in 1...frames {
      for walk in walks {
        guard let foot = walk.foot(at: Double(frame - 1) / Double(framesPerSecond)) else { continue }
        let box = walk.box(at: foot)
        rows += "\(frame),-1,\(box.x),\(box.y),\(box.width),\(box.height),0.9,-1,-1,-1\n"
      }
    }
    return rows
  }

  /// The command line of a sound run; `changes` replace or (with nil) remove options, `sources` the film.
  static func arguments(
    _ sources: [String] = ["film.y4m"], changing changes: [String: String?] = [:], flags: [String] = []
  ) -> [String] {
    let sound = ["--scene": "scene.yaml", "--out": "out", "--detections": "people.txt", "--start": start]
    var options: [String: String?] = sound.mapValues { $0 }
    options.merge(changes) { $1 }
    let words = options.sorted { $0.key < $1.key }.flatMap { key, value in value.map { [key, $0] } ?? [] }
    return ["analyze"] + sources + words + flags
  }

  func write(_ content: Data, to name: String) throws {
    let file = folder.url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try content.write(to: file)
  }

  func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.run(arguments, environment: environment, in: folder.url)
  }

  /// Runs a sound command line to its end.
  @discardableResult
  func analyze(
    _ sources: [String] = ["film.y4m"], changing changes: [String: String?] = [:], flags: [String] = [],
    environment: [String: String] = [:]
  ) async throws -> BuiltProgram.Outcome {
    let outcome = try await run(
      Self.arguments(sources, changing: changes, flags: flags), environment: environment)
    try #require(outcome.status == 0, "\(outcome.errorOutput)")
    return outcome
  }

  /// The names in a folder, hidden ones included; none where it is absent.
  func names(in name: String = "out") -> [String] {
    let url = folder.url.appendingPathComponent(name)
    return ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.url.appendingPathComponent(name).path)
  }

  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: folder.url.appendingPathComponent(name))
  }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  func report(in name: String = "out") throws -> AnalyzedReport {
    try JSONDecoder().decode(AnalyzedReport.self, from: try bytes(name + "/report.json"))
  }
}

/// What the tests read of a `report.json`, declared here anew so that they read it as other programs do.
struct AnalyzedReport: Decodable {
  struct Camera: Decodable {
    struct Crossing: Decodable {
      var time: String
      var mediaSeconds: Double
      var frame: Int
      var direction: String
      var track: Int
    }
    struct Line: Decodable {
      var id: String
      var `in`: Int
      var out: Int
      var crossings: [Crossing]
    }
    struct Visit: Decodable {
      var enterSeconds: Double
      var exitSeconds: Double
      var dwellSeconds: Double
    }
    struct Zone: Decodable {
      var id: String
      var visitors: Int
      var visits: [Visit]
      var personSeconds: Double
    }
    var id: String
    var source: String
    var width: Int
    var height: Int
    var frames: Int
    var framesPerSecond: Double
    var start: String
    var end: String
    var coverage: Double
    var people: Int
    var lines: [Line]
    var zones: [Zone]
  }
  struct Performance: Decodable {
    var startSeconds: Double
    var wallSeconds: Double
    var finishSeconds: Double
    var detectorRuns: Int
    var engine: String?
    var precision: String?
    var model: String?
  }
  var cameras: [Camera]
  var performance: Performance

  func line(_ id: String) throws -> Camera.Line {
    try #require(cameras.flatMap(\.lines).first { $0.id == id })
  }

  func zone(_ id: String) throws -> Camera.Zone {
    try #require(cameras.flatMap(\.zones).first { $0.id == id })
  }
}

extension BuiltProgram.Outcome {
  /// Checks that the program gave up in order: with this status, nothing on standard output, and one line on standard
  /// error that holds all `parts`.
  func expectRefusal(
    _ status: Int32, _ parts: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(self.status == status, "\(errorOutput)", sourceLocation: sourceLocation)
    #expect(!isTimedOut, sourceLocation: sourceLocation)
    #expect(output.isEmpty, sourceLocation: sourceLocation)
    #expect(errorOutput.hasPrefix("footfall: "), "\(errorOutput)", sourceLocation: sourceLocation)
    #expect(errorOutput.hasSuffix("\n"), sourceLocation: sourceLocation)
    #expect(errorOutput.count { $0 == "\n" } == 1, "\(errorOutput)", sourceLocation: sourceLocation)
    for part in parts {
      #expect(errorOutput.contains(part), "\(part) is not in: \(errorOutput)", sourceLocation: sourceLocation)
    }
  }
}
