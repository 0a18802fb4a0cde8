import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall layout report of a database")
struct LayoutDatabaseTests {
  private static let scene = """
    version: 1
    timezone: Europe/London
    store: high-street
    cameras:
      - id: door
        zones:
          - {id: table, polygon: [[0, 0], [9, 0], [9, 9]]}
          - {id: shelf, polygon: [[0, 1], [0, 9], [7, 9]]}

    """

  private func run(
    scene: String, _ more: [String] = []
  ) async throws -> (BuiltProgram.Outcome, TemporaryFolder) {
    let folder = try TemporaryFolder()
    _ = try folder.write(scene, to: "scene.yaml")
    let database = try ExportFixture.shared.get().path
    let arguments = ["layout", "report", "--db", database, "--scene", "scene.yaml", "--out", "out"] + more
    return (try await BuiltProgram.run(arguments, in: folder.url), folder)
  }

  @Test("Everybody whom a camera saw is a trip, and a zone of two visitors is not told of")
  func report() async throws {
    let (outcome, folder) = try await run(scene: Self.scene)
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
    let layout = try ReadLayout(folder: folder.url.appendingPathComponent("out"))
    #expect(layout.trips == 240 && layout.period.days == 1 && layout.crowding == nil)
    #expect(layout.zones.map(\.id) == ["table"])
    #expect(layout.zones[0].visitors == nil && layout.zones[0].draw.value == nil)
    #expect(layout.zones[0].reason?.hasPrefix("fewer than 10") == true)
    #expect(layout.warnings.contains { $0.hasPrefix("the period has one day") })
  }

  @Test("Where the floor is known, the track log tells ways and crowding, of visitors alone")
  func walked() async throws {
    let folder = try TemporaryFolder()
    try WalkedFixture.write(to: folder.url.appendingPathComponent("hall.db").path)
    _ = try folder.write(WalkedFixture.scene, to: "scene.yaml")
    let arguments = ["layout", "report", "--db", "hall.db", "--scene", "scene.yaml", "--out", "out"]
    let outcome = try await BuiltProgram.run(arguments, in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errorOutput)")
    let layout = try ReadLayout(folder: folder.url.appendingPathComponent("out"))
    #expect(layout.trips == WalkedFixture.visitors)
    #expect(layout.zones.map(\.visitors) == [WalkedFixture.visitors, WalkedFixture.visitors])
    let ways = try #require(layout.ways)
    #expect(ways.pathMetres.count == WalkedFixture.visitors)
    let median = try #require(ways.pathMetres.median.value)
    #expect(abs(median - WalkedFixture.wayMetres) < 0.3)
    // From right to down is clockwise as a picture is seen.
    #expect(ways.clockwise.count == WalkedFixture.visitors && ways.counterclockwise.count == 0)
    let squares = try #require(layout.crowding)
    #expect(squares.allSatisfy { $0.view == "hall" && $0.entries == WalkedFixture.visitors })
    // Each square is two metres, so that everybody is in most of them for two seconds.
    let seconds = squares.map(\.personSeconds).reduce(0, +)
    #expect(abs(seconds - Double(WalkedFixture.visitors) * WalkedFixture.wayMetres) < 24)
  }

  @Test("A scene of another store, one that names a zone that was not counted, and an empty time are refused")
  func refusals() async throws {
    let other = Self.scene.replacing("high-street", with: "elsewhere")
    #expect(try await run(scene: other).0.status == 65)
    let (outcome, _) = try await run(
      scene: Self.scene + "scenes:\n  - {id: breakfast, zones: [table, shelf]}\n")
    #expect(outcome.status == 65)
    #expect(outcome.errorOutput.contains("scene.yaml:10:36: scene 'breakfast' names the zone 'shelf'"))
    #expect(try await run(scene: Self.scene, ["--from", "2027-01-01"]).0.status == 65)
    #expect(try await run(scene: Self.scene, ["--start", "2027-01-01"]).0.status == 64)
  }
}
