import FootfallTestSupport
import Foundation
import Testing

@Suite("recompute on real footage")
struct RecomputeFootageTests {
  private static let clip = "data/pets09-s2l1"

  private static func scene(_ lines: String, _ zones: String) -> Data {
    Data("version: 1\ntimezone: UTC\ncameras:\n  - id: view\n    lines:\n\(lines)    zones:\n\(zones)".utf8)
  }

  private static let old = scene(
    "      - {id: A, from: [300, 150], to: [300, 450]}\n",
    "      - {id: Z1, polygon: [[100, 200], [300, 200], [300, 400], [100, 400]]}\n")
  /// The lines and the zone whose true counts are known: `reference.json` beside the clip.
  private static let new = scene(
    "      - {id: A, from: [420, 150], to: [420, 450]}\n      - {id: B, from: [540, 215], to: [740, 215]}\n",
    "      - {id: Z1, polygon: [[330, 220], [620, 220], [680, 360], [450, 360]]}\n")

  @Test(
    "People followed in the PETS clip cross and stay as an analysis with the same scene finds it",
    .enabled(if: SharedData.isPresent("\(clip)/clip.mp4") && SharedData.isPresent("\(clip)/gt.txt")),
    arguments: ["two-pass", "online"])
  func pets(tracking: String) async throws {
    let place = try AnalyzeWorkplace()
    let folder = SharedData.root.appendingPathComponent(Self.clip)
    // The hand-drawn boxes as a detector would give them: nobody knows who is who.
    let truth = try String(contentsOf: folder.appendingPathComponent("gt.txt"), encoding: .utf8)
    let rows = truth.split(whereSeparator: \.isNewline).map { row in
      let fields = row.split(separator: ",")
      return "\(fields[0]),-1,\(fields[2...5].joined(separator: ",")),0.9,-1,-1,-1\n"
    }
    try place.write(Data(rows.joined().utf8), to: "boxes.txt")
    try place.write(Self.old, to: "old.yaml")
    try place.write(Self.new, to: "new.yaml")
    let clip = folder.appendingPathComponent("clip.mp4").path
    for scene in ["old", "new"] {
      try await place.analyze(
        [clip],
        changing: [
          "--scene": "\(scene).yaml", "--db": "\(scene).db", "--out": scene, "--detections": "boxes.txt",
          "--tracking": tracking,
        ])
    }
    let outcome = try await place.run(["recompute", "--db", "old.db", "--scene", "new.yaml"])
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
    print(outcome.output)
    // A frame lasts 0.1 s; somebody who strolls takes up to two of them for half a pixel.
    try await RecomputeWorkplace(place).expectSameEvents("old.db", "new.db", within: 0.2)
  }
}
