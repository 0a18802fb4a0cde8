import FootfallCore
import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall analyze on a floor plan")
struct AnalyzeFloorTests {
  @Test("A camera with a floor gets its plan, its numbers and the ways of its people")
  func oneCamera() async throws {
    let workplace = try FloorWorkplace()
    let place = workplace.place
    try await place.analyze()
    #expect(place.names().filter { $0.hasPrefix("floor") } == ["floor-door.csv", "floor-door.png"])
    #expect(try place.bytes("out/floor-door.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
    let report = try workplace.report()
    #expect(report["floor"] is NSNull)
    let camera = try #require((report["cameras"] as? [[String: Any]])?.first)
    let floor = try #require(camera["floor"] as? [String: Any])
    let heatmap = try #require(floor["heatmap"] as? [String: Any])
    #expect(heatmap["image"] as? String == "floor-door.png" && heatmap["cellMetres"] as? Double == 0.5)
    let rows = try workplace.table("out/floor-door.csv")
    let (columns, lines) = (heatmap["columns"] as? Int ?? 0, heatmap["rows"] as? Int ?? 0)
    #expect(rows.count == columns * lines && columns > 4 && lines > 4)
    let onPlan = try #require(heatmap["personSeconds"] as? Double)
    #expect(abs(workplace.sum("personSeconds", of: rows) - onPlan) < 0.1)
    #expect(abs(workplace.sum("personSecondsPerSquareMetre", of: rows) * 0.25 - onPlan) < 0.1)
    let elsewhere = try #require(floor["personSecondsElsewhere"] as? Double)
    // Person-seconds of the picture: every square of it is seen.
    let all = try place.text("out/heatmap-door.csv").split(whereSeparator: { ",\n".contains($0) })
    #expect(abs(onPlan + elsewhere - all.compactMap { Double($0) }.reduce(0, +)) < 0.1)
    #expect(rows.contains { $0["personSeconds"] == nil } && rows.contains { $0["personSeconds"] != nil })
    #expect(try place.text("out/report.html").components(separatedBy: "data:image/png").count == 3)
    if SchemaValidator.isAvailable {
      #expect(
        try SchemaValidator.faults(of: place.text("out/report.json"), schema: "footfall.report-1").isEmpty)
    }
  }

  @Test("Who walks straight through the picture has walked the way that the camera's geometry says")
  func ways() async throws {
    let workplace = try FloorWorkplace()
    try await workplace.place.analyze()
    let camera = try #require((try workplace.report()["cameras"] as? [[String: Any]])?.first)
    let floor = try #require(camera["floor"] as? [String: Any])
    let walks = try #require(floor["walks"] as? [[String: Any]])
    let map = try #require(
      FloorMap(fitting: FloorWorkplace.camera.correspondences(every: 0.5, within: 6)))
    for (walk, known) in zip(walks, AnalyzeWorkplace.walks) {
      let ends = try [known.corners[0], known.corners[1]].map { corner in
        try #require(map.floorPoint(of: corner.foot))
      }
      let (length, seconds) = (
        (ends[1] - ends[0]).length, known.corners[1].seconds - known.corners[0].seconds
      )
      #expect(abs((walk["pathMetres"] as? Double ?? 0) / length - 1) < 0.05, "\(walk) of \(length) m")
      #expect(
        abs((walk["meanSpeed"] as? Double ?? 0) / (length / seconds) - 1) < 0.08,
        "\(walk) of \(length / seconds) m/s")
    }
    let residual = try #require(floor["residual"] as? [String: Any])
    #expect((residual["points"] as? [Any])?.count == 6)
    #expect((residual["worstMetres"] as? Double ?? 1) <= 0.001)
  }

  @Test("Two cameras over one floor make one plan on which nobody counts twice")
  func twoCameras() async throws {
    let workplace = try FloorWorkplace()
    let place = workplace.place
    // The same film from the same place, as if two cameras saw the very same people.
    let scene = """
      version: 1
      timezone: UTC
      cameras:
        - id: a
          \(FloorWorkplace.floor())
        - id: b
          \(FloorWorkplace.floor())

      """
    try place.write(Data(scene.utf8), to: "two.yaml")
    try await place.analyze(
      ["a=film.y4m", "b=film.y4m"], changing: ["--scene": "two.yaml", "--detections": nil],
      flags: ["--detections", "a=people.txt", "--detections", "b=people.txt"])
    #expect(place.names().contains("floor.png") && place.names().contains("floor.csv"))
    let report = try workplace.report()
    let plan = try #require(report["floor"] as? [String: Any])
    let cameras = try #require(plan["cameras"] as? [[String: Any]])
    #expect(cameras.map { $0["id"] as? String } == ["a", "b"])
    let rows = try workplace.table("out/floor.csv")
    let alone = workplace.sum("personSeconds", of: try workplace.table("out/floor-a.csv"))
    #expect(alone > 10 && abs(workplace.sum("personSeconds", of: rows) - alone) < 1e-6)
    #expect(abs((cameras[1]["personSecondsOfOthers"] as? Double ?? 0) - alone) < 0.1)
    #expect(rows.allSatisfy { ($0["camera"] == nil) == ($0["personSeconds"] == nil) })
    if SchemaValidator.isAvailable {
      #expect(
        try SchemaValidator.faults(of: place.text("out/report.json"), schema: "footfall.report-1").isEmpty)
    }
  }

  @Test("Without a floor there is no plan, and the report says null")
  func without() async throws {
    let run = try await FinishedRun.sound.value
    #expect(!run.files.keys.contains { $0.hasPrefix("floor") })
    let report = try JSONSerialization.jsonObject(with: run.bytes("report.json")) as? [String: Any]
    #expect(report?["floor"] is NSNull)
    #expect((report?["cameras"] as? [[String: Any]])?.first?["floor"] is NSNull)
  }
}
