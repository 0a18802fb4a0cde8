import FootfallCore
import FootfallTestSupport
import Foundation
import Testing

// Eight points of the published calibration of PETS 2009 S2.L1, view 1 (see FloorMapTests), as a user would write them.
@Suite("A floor plan of the PETS 2009 clip", .enabled(if: SharedData.isPresent("data/pets09-s2l1/clip.mp4")))
struct PetsFloorTests {
  private static let floor = """
    floor:
          lens: {k1: -0.157, focal: 1185}
          points: [[590, 401, -13, -13], [167, 399, -16, -7], [441, 260, -7, -7], [58, 250, -10, 2],
            [636, 162, 5, -7], [215, 198, -4, 2], [462, 149, 5, -1], [194, 149, 2, 8]]
    """

  /// The boxes that people drew, as detections, and for each person where they stood in each frame.
  private func truth() throws -> (rows: String, feet: [Int: [(frame: Int, foot: Point)]]) {
    let file = SharedData.root.appendingPathComponent("data/pets09-s2l1/gt.txt")
    var (rows, feet): (String, [Int: [(frame: Int, foot: Point)]]) = ("", [:])
    for line in try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline) {
      let cells = line.split(separator: ",").compactMap { Double($0) }
      guard cells.count >= 6 else { continue }
      rows += "\(Int(cells[0])),-1,\(cells[2]),\(cells[3]),\(cells[4]),\(cells[5]),0.9,-1,-1,-1\n"
      feet[Int(cells[1]), default: []].append(
        (Int(cells[0]), Point(cells[2] + cells[4] / 2, cells[3] + cells[5])))
    }
    return (rows, feet)
  }

  @Test("All people together walk as far as the boxes that people drew say, to a twentieth")
  func ways() async throws {
    let workplace = try FloorWorkplace()
    let place = workplace.place
    let scene = "version: 1\ntimezone: UTC\ncameras:\n  - id: view\n    \(Self.floor)\n"
    let truth = try truth()
    try place.write(Data(scene.utf8), to: "scene.yaml")
    try place.write(Data(truth.rows.utf8), to: "people.txt")
    try await place.analyze([RealFootage.path(of: "pets09-s2l1")])
    let camera = try #require((try workplace.report()["cameras"] as? [[String: Any]])?.first)
    let floor = try #require(camera["floor"] as? [String: Any])
    let walked = try #require(floor["walks"] as? [[String: Any]]).compactMap { $0["pathMetres"] as? Double }
    let (found, known) = (walked.reduce(0, +), try length(of: truth.feet))
    print("PETS: walked \(found) m in \(walked.count) ways; by the drawn boxes \(known) m")
    #expect(abs(found / known - 1) < 0.05)
    let residual = try #require(floor["residual"] as? [String: Any])
    print("PETS: residual \(residual["rmsMetres"] ?? "") m, worst \(residual["worstMetres"] ?? "") m")
    #expect((residual["rmsMetres"] as? Double ?? 1) < 0.2)
  }

  /// The ways of all people, corner to corner of what they did in each second.
  private func length(of feet: [Int: [(frame: Int, foot: Point)]]) throws -> Double {
    let size = PixelSize(width: 768, height: 576)
    let numbers = Self.floor.matches(of: /\[(\d+), (\d+), (-?\d+), (-?\d+)\]/).map { match in
      [match.1, match.2, match.3, match.4].compactMap { Double($0) }
    }
    let pairs = numbers.map {
      Homography.Correspondence(image: Point($0[0], $0[1]), floor: Point($0[2], $0[3]))
    }
    try #require(pairs.count == 8)
    let lens = try LensDistortion(coefficients: [-0.157, 0, 0], unitPixels: 1185, size: size)
    let map = try #require(FloorMap(fitting: pairs, lens: lens))
    return feet.values.reduce(0) { sum, sightings in
      let seconds = Dictionary(grouping: sightings) { $0.frame / 10 }.sorted { $0.key < $1.key }
      let corners = seconds.compactMap { second -> Point? in
        let places = second.value.compactMap { map.floorPoint(of: $0.foot) }
        return places.isEmpty ? nil : places.reduce(Point(0, 0), +) * (1 / Double(places.count))
      }
      guard let first = sightings.first, let last = sightings.last, let start = corners.first,
        let end = corners.last,
        let begun = map.floorPoint(of: first.foot), let ended = map.floorPoint(of: last.foot)
      else { return sum }
      let middle = zip(corners, corners.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length }
      return sum + middle + (start - begun).length + (ended - end).length
    }
  }
}
