import FootfallCore
import FootfallPipeline
import Foundation
import Testing

@testable import footfall

@Suite("The day of a running store")
struct StoreDayTests {
  private func scene(_ zone: String) throws -> SceneFile {
    try SceneFile(
      text: "version: 1\ntimezone: \(zone)\ncameras: [{id: door, source: door.mp4}]\n", path: "store.yaml")
  }

  private func milliseconds(_ text: String) throws -> Int64 {
    Int64(try Date(text, strategy: .iso8601).timeIntervalSince1970 * 1000)
  }

  @Test(
    "begins at the store's midnight, also where the clock is changed",
    arguments: [
      // Clocks as in the tz database: London changes at 01:00 UTC, Havana at midnight, so that its day begins at 01:00.
      ("Europe/London", "2026-03-29T12:00:00Z", "2026-03-29T00:00:00Z"),
      ("Europe/London", "2026-03-30T12:00:00Z", "2026-03-29T23:00:00Z"),
      ("Europe/London", "2026-10-25T23:59:59Z", "2026-10-24T23:00:00Z"),
      ("Europe/London", "2026-10-26T00:00:00Z", "2026-10-26T00:00:00Z"),
      ("America/Havana", "2026-03-08T12:00:00Z", "2026-03-08T05:00:00Z"),
      ("Asia/Shanghai", "2026-11-26T15:59:59Z", "2026-11-25T16:00:00Z"),
      ("Asia/Shanghai", "2026-11-26T16:00:00Z", "2026-11-26T16:00:00Z"),
    ])
  func midnight(zone: String, time: String, expected: String) throws {
    #expect(try scene(zone).midnight(before: milliseconds(time)) == milliseconds(expected))
  }

  @Test("has 23 and 25 hours where the clock is changed, and each counts its own traffic once")
  func lengths() throws {
    let london = try scene("Europe/London")
    for (day, hours) in [
      ("2026-03-29T00:00:00Z", 23), ("2026-10-24T23:00:00Z", 25), ("2026-11-26T00:00:00Z", 24),
    ] {
      let start = try milliseconds(day)
      var traffic: [Int64: Int] = [:]
      for minute in 0..<Int64(hours * 60 + 60) {
        let time = start + minute * 60_000
        traffic[london.midnight(before: time), default: 0] += 1
      }
      #expect(traffic[start] == hours * 60 && traffic.count == 2, "\(day)")
    }
  }
}
