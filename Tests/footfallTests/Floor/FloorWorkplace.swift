import FootfallCore
import FootfallTestSupport
import Foundation
import Testing

/// The film of ``AnalyzeWorkplace`` seen as from a camera over a floor whose map is known.
struct FloorWorkplace {
  let place: AnalyzeWorkplace

  /// The camera of the film.
  static let camera = SyntheticCamera(
    heightMetres: 3, pitch: 40, focalPixels: 110, size: AnalyzeWorkplace.size)

  /// `floor:` of a camera whose plan begins `shift` away from its foot.
  static func floor(shift: Point = Point(0, 0)) -> String {
    let spots = [Point(-1, 2), Point(1.5, 2), Point(2, 4), Point(-2, 5), Point(0, 3.5), Point(1, 6)]
    let rows = spots.compactMap { spot in
      camera.imagePoint(of: spot).map { image in
        "[\(rounded(image.x)), \(rounded(image.y)), \(spot.x + shift.x), \(spot.y + shift.y)]"
      }
    }
    return "floor: {points: [\(rows.joined(separator: ", "))]}"
  }

  private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

  init() throws {
    place = try AnalyzeWorkplace()
    try place.write(
      Data(
        AnalyzeWorkplace.scene.replacingOccurrences(
          of: "    lines:\n", with: "    \(Self.floor())\n    lines:\n"
        ).utf8), to: "scene.yaml")
  }

  func report(in folder: String = "out") throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: place.bytes("\(folder)/report.json")) as? [String: Any])
  }

  /// The rows of a table by the names of their columns; an empty cell is left out.
  func table(_ name: String) throws -> [[String: String]] {
    let lines = try place.text(name).split(separator: "\r\n", omittingEmptySubsequences: false).dropLast()
    let header = try #require(lines.first).split(separator: ",").map(String.init)
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(uniqueKeysWithValues: zip(header, cells)).filter { !$0.value.isEmpty }
    }
  }

  /// The sum of a column.
  func sum(_ column: String, of rows: [[String: String]]) -> Double {
    rows.compactMap { $0[column].flatMap { Double($0) } }.reduce(0, +)
  }
}
