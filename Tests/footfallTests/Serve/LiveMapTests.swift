import FootfallStore
import FootfallTestSupport
import FootfallWeb
import Foundation
import Logging
import Testing

@testable import footfall

@Suite("Maps of a running store")
struct LiveMapTests {
  private static let scene = """
    version: 1
    timezone: Europe/London
    store: shop
    cameras:
      - id: a
        \(FloorWorkplace.floor())
        lines: [{id: entrance, from: [80, 20], to: [80, 119], kind: entrance}]
        zones: [{id: table, polygon: [[90, 50], [140, 50], [140, 119], [90, 119]], kind: display}]
      - id: b
        \(FloorWorkplace.floor())
      - {id: c}

    """
  /// When the film begins, in milliseconds since 1970 UTC, and the hour after it.
  private static let start: Int64 = 1_795_424_400_000
  private static let hour: Int64 = 3_600_000

  private let workplace: FloorWorkplace

  init() throws {
    workplace = try FloorWorkplace()
    try workplace.place.write(Data(Self.scene.utf8), to: "two.yaml")
  }

  /// What `footfall serve` would answer from a database into which two cameras' films were analysed.
  private func desk() async throws -> LiveDesk {
    let place = workplace.place
    try await place.analyze(
      ["a=film.y4m", "b=film.y4m"],
      changing: ["--scene": "two.yaml", "--detections": nil, "--db": "store.db"],
      flags: ["--detections", "a=people.txt", "--detections", "b=people.txt"])
    return try LiveDesk(
      scene: try SceneFile(contentsOfFile: place.folder.url.path + "/two.yaml"), cameras: [], model: "none",
      database: try EventStore(path: place.folder.url.path + "/store.db", access: .readWrite),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }

  private func query(from: Int64, hours: Int64, camera: String? = nil) -> HistoryQuery {
    HistoryQuery(milliseconds: from..<from + hours * Self.hour, intervalMinutes: 60, camera: camera)
  }

  @Test("A map does not take the database out of the hands of who has it open")
  func locks() async throws {
    let desk = try await desk()
    _ = try #require(try await desk.heatMaps(query(from: Self.start, hours: 1)))
    let folder = workplace.place.folder.url
    let backup = try await BuiltProgram.run(["backup", "--db", "store.db", "--out", "copy.db"], in: folder)
    #expect(backup.status == 0, "\(backup.errorOutput)")
    let restore = try await BuiltProgram.run(
      ["restore", "copy.db", "--db", "store.db", "--force"], in: folder)
    #expect(restore.status == 74 && restore.errorOutput.contains("has it open"), "\(restore.errorOutput)")
    withExtendedLifetime(desk) {}
  }

  @Test(
    "On the floor plan of two cameras that see the same people everybody counts once, in the hour of the film"
  )
  func floor() async throws {
    let desk = try await desk()
    #expect(await desk.layout().floorCameras == ["a", "b"])
    let maps = try #require(
      try await desk.heatMaps(query(from: Self.start - 2 * Self.hour, hours: 4)))
    #expect(maps.plane.kind == .floor && maps.plane.side == 0.5 && maps.cameras == ["a", "b"])
    #expect(maps.maps.map(\.startMilliseconds) == (-2..<2).map { Self.start + $0 * Self.hour })
    #expect(
      maps.maps.map { $0.observedSeconds.map { $0 > 0 } } == [
        [false, false], [false, false], [true, true], [false, false],
      ])
    #expect(maps.owners.count == maps.plane.columns * maps.plane.rows && maps.owners.contains(nil))
    let seen = maps.maps[2]
    #expect(seen.squares.allSatisfy { maps.owners[$0] == 0 })
    // What analyze finds of one camera alone; the log is exact to half a pixel.
    let alone = workplace.sum("personSeconds", of: try workplace.table("out/floor-a.csv"))
    #expect(alone > 10 && abs(seen.personSeconds.reduce(0, +) - alone) < 0.4)
    #expect(maps.zones.map(\.id) == ["table"] && maps.lines.map(\.id) == ["entrance"])
    let corners = try #require(maps.zones.first?.polygon)
    #expect(corners.allSatisfy { $0.count == 2 && abs($0[0]) < 20 && abs($0[1]) < 20 })
  }

  @Test("The map of a camera with a floor is on its picture, and shows every person-second of it")
  func picture() async throws {
    let maps = try #require(try await desk().heatMaps(query(from: Self.start, hours: 1, camera: "a")))
    #expect(maps.plane.kind == .picture && maps.cameras == ["a"] && maps.maps.count == 1)
    let all = try workplace.place.text("out/heatmap-a.csv").split(whereSeparator: { ",\n".contains($0) })
    let expected = all.compactMap { Double($0) }.reduce(0, +)
    #expect(expected > 10 && abs(maps.maps[0].personSeconds.reduce(0, +) - expected) < 0.4)
    #expect(maps.zones.first?.polygon.first == [90, 50])
  }

  @Test("Where nothing was seen, of a camera or in a time, there is no map")
  func nothing() async throws {
    let desk = try await desk()
    #expect(try await desk.heatMaps(query(from: Self.start + 30 * Self.hour, hours: 1)) == nil)
    #expect(try await desk.heatMaps(query(from: Self.start, hours: 1, camera: "c")) == nil)
  }
}
