import FootfallCore
import FootfallTestSupport
import Foundation
import Testing

// Who is who is known from the boxes that people drew, which stand in for the detector; the colours are real.
@Suite(
  "Somebody of the PETS 2009 clip plays staff",
  .enabled(if: SharedData.isPresent("data/pets09-s2l1/clip.mp4")))
struct StaffFootageTests {
  private struct Box {
    var frame: Int
    var person: Int
    var box: BoundingBox
  }

  private static let scene = """
    version: 1
    timezone: UTC
    cameras:
      - id: view
        lines: [{id: A, from: [420, 150], to: [420, 450], kind: entrance}]
        zones: [{id: all, polygon: [[0, 0], [768, 0], [768, 576], [0, 576]]}]

    """

  private let place: AnalyzeWorkplace
  private let truth: [Box]

  init() throws {
    place = try AnalyzeWorkplace()
    let file = SharedData.root.appendingPathComponent("data/pets09-s2l1/gt.txt")
    truth = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).map { line in
      let cells = line.split(separator: ",").compactMap { Double($0) }
      return Box(
        frame: Int(cells[0]), person: Int(cells[1]),
        box: BoundingBox(x: cells[2], y: cells[3], width: cells[4], height: cells[5]))
    }
    let rows = truth.map {
      "\($0.frame),-1,\($0.box.x),\($0.box.y),\($0.box.width),\($0.box.height),0.9,-1,-1,-1\n"
    }
    try place.write(Data(rows.joined().utf8), to: "people.txt")
    try place.write(Data(Self.scene.utf8), to: "scene.yaml")
    try place.write(
      Data(Self.scene.replacing("cameras:", with: "staffUniforms: uniforms.json\ncameras:").utf8),
      to: "uniformed.yaml")
  }

  /// A moment at which the person stands before nobody and behind nobody.
  private func mark(on person: Int) throws -> String {
    let own = truth.filter { $0.person == person }
    let clear = own.filter { box in
      !truth.contains {
        $0.frame == box.frame && $0.person != person && $0.box.intersectionArea(box.box) > 0
      }
    }
    let chosen = try #require(clear.dropFirst(clear.count / 2).first)
    let at = chosen.box.center
    return "version: 1\nstaff:\n  - {seconds: \(Double(chosen.frame - 1) / 10), at: [\(at.x), \(at.y)]}\n"
  }

  /// The tracks that are staff by their uniform, as the visits of a zone that holds the whole picture tell.
  private func staff(learnedFrom person: Int) async throws -> (staff: Set<Int>, people: [Int: Int]) {
    try place.write(Data(try mark(on: person).utf8), to: "marks.yaml")
    let clip = RealFootage.path(of: "pets09-s2l1")
    let learned = try await place.run([
      "staff", "learn", clip, "--scene", "scene.yaml", "--marks", "marks.yaml", "--out", "uniforms.json",
      "--detections", "people.txt",
    ])
    try #require(learned.status == 0, "\(learned.errorOutput)")
    print("person \(person): \(learned.output)", terminator: "")
    try await place.analyze([clip], changing: ["--scene": "uniformed.yaml"])
    struct Report: Decodable {
      struct Camera: Decodable { var zones: [Zone] }
      struct Zone: Decodable { var visits: [Visit] }
      struct Visit: Decodable {
        var track: Int
        var staff: Bool
      }
      var cameras: [Camera]
    }
    let report = try JSONDecoder().decode(Report.self, from: try place.bytes("out/report.json"))
    let visits = report.cameras.flatMap(\.zones).flatMap(\.visits)
    return (Set(visits.filter(\.staff).map(\.track)), try people())
  }

  /// Whose most of each track is.
  private func people() throws -> [Int: Int] {
    let byFrame = Dictionary(grouping: truth, by: \.frame)
    var votes: [Int: [Int: Int]] = [:]
    for line in try place.text("out/tracks-view.txt").split(separator: "\n") {
      let cells = line.split(separator: ",").compactMap { Double($0) }
      let box = BoundingBox(x: cells[2], y: cells[3], width: cells[4], height: cells[5])
      let nearest = byFrame[Int(cells[0])]?.max { $0.box.iou(box) < $1.box.iou(box) }
      if let nearest, nearest.box.iou(box) >= 0.5 {
        votes[Int(cells[1]), default: [:]][nearest.person, default: 0] += 1
      }
    }
    return votes.compactMapValues { $0.max { $0.value < $1.value }?.key }
  }

  @Test("Clothes like nobody else's find all tracks of their wearer and no others", arguments: [11, 16])
  func distinct(person: Int) async throws {
    let (staff, people) = try await staff(learnedFrom: person)
    #expect(staff == Set(people.filter { $0.value == person }.keys))
  }
}
