import FootfallCore
import FootfallTestSupport
import Foundation
import Testing

/// A command line that has to be refused, and what the user reads then.
struct RefusedRun: Sendable, CustomTestStringConvertible {
  var label: String
  var sources = ["film.y4m"]
  var changes: [String: String?] = [:]
  var flags: [String] = []
  /// Files to make before the run, by name.
  var files: [String: Data] = [:]
  var status: Int32
  /// What the one line on standard error holds.
  var says: [String]

  var testDescription: String { label }
}

extension RefusedRun {
  private static let square = "[[10, 50], [60, 50], [60, 100], [10, 100]]"

  private static func scene(_ label: String, _ camera: String, scenes: String = "[]", says: [String])
    -> RefusedRun
  {
    let text = """
      version: 1
      timezone: Europe/London
      cameras:
        - id: door
          \(camera)
      scenes: \(scenes)

      """
    return RefusedRun(
      label: label, changes: ["--scene": "bad.yaml"], files: ["bad.yaml": Data(text.utf8)], status: 65,
      says: says)
  }

  private static func detections(_ label: String, _ rows: String, says: [String]) -> RefusedRun {
    RefusedRun(
      label: label, changes: ["--detections": "bad.txt"], files: ["bad.txt": Data(rows.utf8)], status: 65,
      says: says)
  }

  private static func twoCameras(_ label: String, list: String, says: [String]) -> RefusedRun {
    let scene = "version: 1\ntimezone: UTC\ncameras: [{id: door}, {id: till}]\n"
    return RefusedRun(
      label: label, sources: ["door=film.y4m", "till=film.y4m"],
      changes: ["--detections": list, "--scene": "two.yaml"], files: ["two.yaml": Data(scene.utf8)],
      status: 64,
      says: says)
  }

  private static func option(
    _ name: String, _ value: String, status: Int32 = 64, says: String
  ) -> RefusedRun {
    RefusedRun(
      label: "\(name) '\(value)'", changes: [name: value], status: status, says: [name, "'\(value)'", says])
  }

  static let scenes = [
    scene(
      "an unknown key", "zone: []",
      says: ["bad.yaml:5:5", "unknown key 'zone'", "did you mean 'zones'", "allowed: "]),
    scene(
      "a polygon that crosses itself",
      "zones: [{id: a, polygon: [[10, 50], [60, 100], [60, 50], [10, 100]]}]",
      says: ["bad.yaml:5:", "'a'", "cross"]),
    scene(
      "an id twice", "zones: [{id: a, polygon: \(square)}, {id: a, polygon: \(square)}]",
      says: ["bad.yaml:5:", "zone 'a'", "is given twice"]),
    scene(
      "a scene with an unknown zone", "zones: [{id: table, polygon: \(square)}]",
      scenes: "[{id: all, zones: [tabel]}]", says: ["bad.yaml:6:", "tabel", "did you mean 'table'"]),
    scene(
      "a zone far outside the picture", "zones: [{id: a, polygon: [[900, 50], [950, 50], [950, 100]]}]",
      says: ["bad.yaml:5:", "'a'", "160x120"]),
    scene(
      "a line without length", "lines: [{id: a, from: [1, 2], to: [1, 2]}]",
      says: ["bad.yaml:5:", "'a' has no length"]),
    RefusedRun(
      label: "no scene file", changes: ["--scene": "none.yaml"], status: 66,
      says: ["none.yaml", "no such file"]),
    RefusedRun(
      label: "a film as the scene file", changes: ["--scene": "film.y4m"], status: 65, says: ["film.y4m"]),
    RefusedRun(
      label: "an unknown camera", sources: ["till=film.y4m"], status: 64,
      says: ["scene.yaml", "no camera 'till'", "cameras: door"]),
    RefusedRun(
      label: "a source with and one without camera", sources: ["door=film.y4m", "film.y4m"], status: 64,
      says: ["source film.y4m", "CAMERA=PATH"]),
    RefusedRun(
      label: "a camera without a path", sources: ["door="], status: 64,
      says: ["source 'door='", "CAMERA=PATH"]),
    RefusedRun(label: "an empty source", sources: [""], status: 64, says: ["source ''"]),
    RefusedRun(
      label: "a source for one camera of two", sources: [], changes: ["--scene": "two.yaml"],
      files: [
        "two.yaml": Data(
          "version: 1\ntimezone: UTC\ncameras: [{id: door, source: film.y4m}, {id: till}]\n".utf8)
      ], status: 64, says: ["no source for till", "two.yaml", "CAMERA=PATH"]),
    RefusedRun(
      label: "no source at all", sources: [], status: 64, says: ["no source", "scene.yaml", "'source'"]),
  ]

  static let detections = [
    detections(
      "text in a row", "1,-1,2,3,4,5,0.5\nhello\n",
      says: ["bad.txt:2", "column 1 (frame)", "'hello'", "allowed: "]),
    detections("frame 0", "0,-1,2,3,4,5,0.5\n", says: ["bad.txt:1", "(frame) is '0'", "from 1"]),
    detections(
      "a negative width", "\n1,-1,2,3,-4,5,0.5\n", says: ["bad.txt:2", "(width) is '-4'", "0 or more"]),
    detections("too few columns", "1,-1,2,3,4\n", says: ["bad.txt:1", "without height"]),
    detections(
      "a score that is no number", "1,-1,2,3,4,5,nan\n", says: ["bad.txt:1", "column 7 (score)", "'nan'"]),
    detections(
      "a score beyond 1", "1,-1,2,3,4,5,70\n", says: ["bad.txt:1", "column 7 (score) is '70'", "0.0 to 1.0"]),
    twoCameras(
      "one list for two cameras", list: "people.txt", says: ["people.txt", "CAMERA=FILE", "door, till"]),
    twoCameras(
      "a camera without a list", list: "door=people.txt", says: ["camera till has no list", "CAMERA=FILE"]),
    RefusedRun(
      label: "two lists for one camera", flags: ["--detections", "door=people.txt"], status: 64,
      says: ["people.txt", "camera door has a list already"]),
    RefusedRun(
      label: "no file", changes: ["--detections": "none.txt"], status: 66, says: ["none.txt", "no such file"]),
    RefusedRun(
      label: "a folder", changes: ["--detections": "."], status: 66, says: ["cannot open .", "folder"]),
  ]

  static let options = [
    option("--interval", "0m", says: "90s, 15m, 1h"),
    option("--interval", "15", says: "90s, 15m, 1h"),
    option("--interval", "1.5h", says: "90s, 15m, 1h"),
    option("--interval", "1y", says: "90s, 15m, 1h"),
    option("--interval", "367d", says: "up to 366d"),
    option("--interval", "100000000d", says: "up to 366d"),
    option("--interval", "9223372036854775808s", says: "up to 366d"),
    option("--start", "yesterday", says: "2026-11-23T09:00:00+01:00"),
    option("--start", "2026-02-30T09:00:00Z", says: "ISO 8601"),
    option("--start", "2026-11-23T25:00:00Z", says: "ISO 8601"),
    option("--start", "", says: "ISO 8601"),
    option("--threads", "0", says: "1 to 256"),
    option("--threads", "257", says: "1 to 256"),
    option("--threads", "two", says: "1 to 256"),
    option("--tracking", "both", says: "'online' and 'two-pass'"),
    option("--engine", "tensorrt", says: "'auto', 'opencv' or 'openvino'"),
    option("--precision", "f64", says: "'f32', 'bf16' or 'int8'"),
    RefusedRun(label: "no --out", changes: ["--out": nil], status: 64, says: ["'--out <dir>'"]),
    RefusedRun(label: "an empty --out", changes: ["--out": ""], status: 64, says: ["--out ''", "folder"]),
    RefusedRun(
      label: "an unknown option", flags: ["--treads"], status: 64, says: ["'--treads'", "'--threads'"]),
  ]
}
