import FootfallCore
import FootfallEvaluation
import FootfallExport

/// The crossings that a report.json states.
struct CountedCrossings {
  /// The schema that is understood.
  static let schema = "footfall.report/1"

  /// All crossings, in the order of the report.
  private(set) var crossings: [CrossingRecord] = []
  /// The lines of each camera, those without crossings included.
  private(set) var linesOfCamera: [String: [String]] = [:]
  /// Where the report says that a line could not be counted, by camera and line.
  private var blind: [[String]: String] = [:]

  /// Reads the report at `path`.
  /// - Throws: ``CommandError`` with `noInput` or `badData`.
  init(at path: String) throws {
    let bytes = try InputFile.bytes(at: path)
    let report = try DocumentInput.naming(path, "report") { () throws(DocumentError) in
      try DocumentError.decode(Report.self, from: bytes, schema: Self.schema)
    }
    guard report.schema == Self.schema else {
      throw CommandError(
        "cannot read the report: \(path): /schema is '\(report.schema)'; allowed: \(Self.schema)", .badData)
    }
    for (cameraIndex, camera) in report.cameras.enumerated() {
      linesOfCamera[camera.id, default: []] += camera.lines.map(\.id)
      for (lineIndex, line) in camera.lines.enumerated() {
        if line.isBlind { blind[[camera.id, line.id]] = "/cameras/\(cameraIndex)/lines/\(lineIndex)/in" }
        for (index, crossing) in line.crossings.enumerated() {
          let pointer = "/cameras/\(cameraIndex)/lines/\(lineIndex)/crossings/\(index)"
          crossings.append(try crossing.record(camera: camera.id, line: line.id, "\(path): \(pointer)"))
        }
      }
    }
  }

  /// Where the report says that nothing of a line could be seen, as a JSON pointer; nil where it was counted.
  func blindness(camera: String, line: String) -> String? { blind[[camera, line]] }

  private struct Report: Decodable {
    let schema: String
    let cameras: [Camera]
  }

  private struct Camera: Decodable {
    let id: String
    let lines: [Line]
  }

  private struct Line: Decodable {
    let id: String
    /// Whether the count is null.
    let isBlind: Bool
    let crossings: [Crossing]

    private enum Key: CodingKey {
      case id, `in`, crossings
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      id = try container.decode(String.self, forKey: .id)
      isBlind = try container.contains(.in) && container.decodeNil(forKey: .in)
      crossings = try container.decode([Crossing].self, forKey: .crossings)
    }
  }

  private struct Crossing: Decodable {
    let mediaSeconds: Double
    let direction: String

    func record(camera: String, line: String, _ place: String) throws -> CrossingRecord {
      guard (0...1e9).contains(mediaSeconds) else {
        throw CommandError(
          "cannot read the report: \(place)/mediaSeconds is \(mediaSeconds); allowed: 0 to 1e9", .badData)
      }
      guard let direction = CountingLine.Direction(rawValue: direction) else {
        throw CommandError(
          "cannot read the report: \(place)/direction is '\(direction)'; allowed: in, out", .badData)
      }
      return CrossingRecord(
        place: .init(camera: camera, line: line, direction: direction), time: MediaTime(seconds: mediaSeconds)
      )
    }
  }
}
