import FootfallCore
import FootfallStore
import FootfallTestSupport
import FootfallWeb
import Foundation
import Testing

@testable import footfall

/// The example of the documentation: every key once.
func documentedScene() throws -> String {
  let page = try String(
    contentsOf: SharedData.packageRoot.appendingPathComponent("docs/scene-file.md"), encoding: .utf8)
  let fence = try #require(page.firstRange(of: "```yaml\n"))
  let rest = page[fence.upperBound...]
  return String(rest[..<(try #require(rest.firstRange(of: "```"))).lowerBound])
}

@Suite("Scene files")
struct SceneFileTests {
  private let size = PixelSize(width: 1280, height: 720)

  private func scene(_ camera: String, path: String = "scene.yaml") throws -> SceneFile {
    let yaml = "version: 1\ntimezone: Europe/London\ncameras:\n  - id: door\n    \(camera)\n"
    return try SceneFile(text: yaml, path: path)
  }

  @Test("The documented example is read in full")
  func example() throws {
    let file = try SceneFile(text: documentedScene(), path: "shop/scene.yaml")
    #expect(file.timeZone.identifier == "Europe/London")
    #expect(file.store == "high-street")
    #expect(file.cameras.map(\.id.value) == ["door", "shelf"])
    #expect(file.cameras.map(\.source) == ["shop/clips/door.mp4", "rtsp://10.0.0.8/stream"])
    #expect(
      file.hours?.isOpen(atMinute: 540) == true && file.hours?.isOpen(atMinute: 6 * 1440 + 720) == false)
    #expect(file.scenes.map { $0.zones.map(\.value) } == [["cereal", "milk", "tea"]])
    let plan = try #require(file.floorPlan)
    #expect(plan.outline?.count == 4 && plan.isDownward && plan.entrances.map(\.id.value) == ["front"])
    #expect(plan.zones.map(\.id.value) == ["tea"] && plan.zones[0].corners[0].value == Point(8, 1))

    #expect(file.thresholds.uturnTime == .seconds(15) && file.thresholds.queueLongPeople == 6)

    #expect(file.server.listen?.value.description == "0.0.0.0:8443")
    #expect(file.server.certificate?.certificate == "shop/chain.pem")
    #expect(
      (file.retention.eventDays, file.retention.trackDays, file.retention.rollupDays) == (400, 30, 1825))

    let door = try file.cameraScene(id: "door", size: size)
    #expect(door.thresholds == file.thresholds)
    #expect(door.lines.map(\.id) == ["entrance", "pavement"])
    #expect(door.lines.map(\.kind) == [.entrance, .passersby])
    #expect(door.lines.map(\.isSwapped) == [false, true])
    #expect(door.lines[0].segment == Segment(from: Point(420, 150), to: Point(420, 450)))
    #expect(door.zones.map(\.kind) == [.display])
    #expect(door.zones.map(\.engagedTime) == [.seconds(8)])
    let corner = try #require(door.floor?.floorPoint(of: Point(680, 360)))
    #expect(abs(corner.x - 3) < 1e-6 && abs(corner.y - 2) < 1e-6)

    let shelf = try file.cameraScene(id: "shelf", size: size)
    #expect(
      shelf.zones[0].polygon.vertices == [Point(0, 360), Point(640, 360), Point(640, 720), Point(0, 720)])
  }

  @Test("Keys left out take their documented defaults")
  func defaults() throws {
    let file = try scene(
      "lines: [{id: a, from: [1, 2], to: [3, 4]}]\n    zones: [{id: b, polygon: [[0, 0], [9, 0], [9, 9]]}]")
    #expect(file.store == "store")
    #expect(file.scenes.isEmpty)
    #expect(file.server == ServerSettings() && file.retention == Retention())
    let camera = file.cameras[0]
    #expect(camera.units == .pixels && camera.source == nil && camera.floor == nil)
    #expect(camera.lines[0].kind == .internal && !camera.lines[0].isSwapped)
    #expect(camera.zones[0].kind == .section && camera.zones[0].engagedTime == nil)
    #expect(camera.zones[0].staffTime == nil && !camera.zones[0].coversStore && file.hours == nil)
  }

  private static let everyDay: [Range<Int>] = (0..<7).map { day in day * 1440 + 540..<day * 1440 + 1200 }
  private static let writtenHours: [(String, [Range<Int>])] = [
    ("09:00-20:00", everyDay),
    ("{friday: 18:00-02:00}", [6840..<7320]),
    ("{monday: 00:00-24:00, sunday: closed}", [0..<1440]),
  ]

  @Test("Hours are those of every day or of each, and may go on after midnight", arguments: writtenHours)
  func hours(text: String, stretches: [Range<Int>]) throws {
    let yaml = "version: 1\ntimezone: UTC\nhours: \(text)\ncameras: [{id: a}]\n"
    #expect(try SceneFile(text: yaml, path: "scene.yaml").hours?.stretches == stretches)
  }

  @Test("A zone says who works there and whether it shows the whole store")
  func staffAndStore() throws {
    let file = try scene(
      "zones: [{id: b, polygon: [[0, 0], [9, 0], [9, 9]], kind: service, staffSeconds: 7200, coversStore: true}]"
    )
    let zone = try file.cameraScene(id: nil, size: size).zones[0]
    #expect(zone.staffTime == .seconds(7200) && zone.coversStore)
  }

  @Test("A camera's units go before the file's")
  func units() throws {
    let file = try SceneFile(
      text: """
        version: 1
        timezone: UTC
        units: normalized
        cameras:
          - {id: a, lines: [{id: l, from: [0.25, 0], to: [0.25, 1]}]}
          - {id: b, units: pixels, lines: [{id: l, from: [25, 0], to: [25, 100]}]}
        """, path: "scene.yaml")
    let a = try file.cameraScene(id: "a", size: size).lines[0].segment
    #expect(a == Segment(from: Point(320, 0), to: Point(320, 720)))
    let b = try file.cameraScene(id: "b", size: size).lines[0].segment
    #expect(b == Segment(from: Point(25, 0), to: Point(25, 100)))
  }

  @Test(
    "A normalized floor maps as the same floor in pixels does",
    arguments: [Point(100, 100), Point(640, 700), Point(1200, 300)])
  func normalizedFloor(at point: Point) throws {
    let pixels = try scene(
      "floor: {points: [[128, 72, 0, 0], [1152, 72, 4, 0], [1280, 720, 4, 3], [0, 720, 0, 3]]}")
    let fractions = try scene(
      "units: normalized\n    floor: {points: [[0.1, 0.1, 0, 0], [0.9, 0.1, 4, 0], [1, 1, 4, 3], [0, 1, 0, 3]]}"
    )
    let a = try #require(pixels.cameraScene(id: nil, size: size).floor?.floorPoint(of: point))
    let b = try #require(fractions.cameraScene(id: nil, size: size).floor?.floorPoint(of: point))
    #expect((a - b).length < 1e-6)
  }

  @Test("A polygon closed by its first corner is the same polygon")
  func closedPolygon() throws {
    let file = try scene("zones: [{id: a, polygon: [[0, 0], [9, 0], [9, 9], [0, 0]]}]")
    #expect(file.cameras[0].zones[0].corners.map(\.value) == [Point(0, 0), Point(9, 0), Point(9, 9)])
  }

  @Test(
    "A source means the same from any working directory",
    arguments: [
      ("shop/scene.yaml", "clips/door.mp4", "shop/clips/door.mp4"),
      ("scene.yaml", "clips/door.mp4", "clips/door.mp4"),
      ("/srv/scene.yaml", "../door.mp4", "/srv/../door.mp4"),
      ("shop/scene.yaml", "frames/%06d.jpg", "shop/frames/%06d.jpg"),
      ("shop/scene.yaml", "/dev/video0", "/dev/video0"),
      ("shop/scene.yaml", "rtsp://user:secret@10.0.0.8/stream", "rtsp://user:secret@10.0.0.8/stream"),
      ("shop/scene.yaml", "http://10.0.0.8/mjpeg?a=1&b=*2", "http://10.0.0.8/mjpeg?a=1&b=*2"),
      ("shop/scene.yaml", "odd name://x.mp4", "shop/odd name://x.mp4"),
    ])
  func sources(path: String, source: String, expected: String) throws {
    #expect(try scene("source: \"\(source)\"", path: path).cameras[0].source == expected)
  }

  @Test(
    "Names of the tz database are time zones",
    arguments: [
      "Europe/London", "Europe/Kyiv", "Asia/Calcutta", "Asia/Kolkata", "US/Eastern", "Etc/UTC", "UTC",
    ])
  func timeZones(name: String) throws {
    let file = try SceneFile(text: "version: 1\ntimezone: \(name)\ncameras: [{id: a}]\n", path: "scene.yaml")
    #expect(file.timeZoneName == name)
  }

  @Test("Windows line ends, a byte order mark and comments change nothing")
  func spelling() throws {
    let plain = try SceneFile(text: documentedScene(), path: "scene.yaml")
    let windows = "\u{FEFF}# *bold* & more\n" + (try documentedScene())
    let file = try SceneFile(text: windows.replacing("\n", with: "\r\n"), path: "scene.yaml")
    #expect(file.cameras.map(\.id.value) == plain.cameras.map(\.id.value))
    #expect(file.cameras[0].lines.map(\.from.value) == plain.cameras[0].lines.map(\.from.value))
  }
}
