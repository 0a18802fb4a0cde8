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

  /// Whether a run has begun to write into the folder `out`.
  var isAnalysing: Bool {
    names().contains { hidden in
      hidden.hasPrefix(".") && names(in: "out/" + hidden).contains { $0.hasPrefix("tracks-") }
    }
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

  /// All that lies in a folder, by name.
  func content(of name: String = "out") throws -> [String: Data] {
    var files: [String: Data] = [:]
    for file in names(in: name) { files[file] = try bytes(name + "/" + file) }
    return files
  }
}
