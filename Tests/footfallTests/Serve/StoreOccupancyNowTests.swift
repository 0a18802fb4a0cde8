import FootfallAnalytics
import FootfallExport
import FootfallStore
import Testing

@testable import footfall

@Suite("People in a running store")
struct StoreOccupancyNowTests {
  /// The people at a minute of the fixture, in whose first two hours one comes in each minute.
  private func people(
    atMinute minute: Int64, seconds: Int64 = 0, _ rest: String, kind: String = "entrance"
  ) throws -> Double? {
    let scene = try SceneFile(
      text: """
        version: 1
        timezone: Europe/London
        store: high-street
        \(rest)
        cameras: [{id: door, lines: [{id: entrance, from: [0, 9], to: [9, 9], kind: \(kind)}]}, {id: till}]
        """, path: "store.yaml")
    let database = try EventStore(path: ExportFixture.shared.get().path, access: .readOnly)
    let now = ExportFixture.start + minute * 60_000 + seconds * 1000
    return try StoredOccupancy.now(database, scene, atMilliseconds: now)?.people.mean
  }

  @Test("are those of the last minute seen, and not known once that is long ago")
  func latest() throws {
    let hours = "hours: 01:00-05:00"
    #expect(abs(try #require(try people(atMinute: 121, hours)) - 120) < 3)
    #expect(try people(atMinute: 130, hours) == nil)
    // The row of the minute under way is there before the minute is over.
    #expect(abs(try #require(try people(atMinute: 119, seconds: 40, hours)) - 120) < 3)
  }

  @Test("are not known without hours, without an entrance, or where counting began after opening")
  func unknown() throws {
    #expect(try people(atMinute: 121, "units: pixels") == nil)
    #expect(try people(atMinute: 121, "hours: 01:00-05:00", kind: "internal") == nil)
    #expect(try people(atMinute: 121, "hours: 00:30-05:00") == nil)
  }
}
