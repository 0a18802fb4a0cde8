import FootfallExport
import Foundation
import Testing

@Suite("Intervals of the store's clock")
struct LocalIntervalsTests {
  struct Day: CustomTestStringConvertible, Sendable {
    var name: String
    var zone: String
    var from: String
    var to: String
    var minutes: Int
    /// The lengths of the intervals in minutes, runs of equal ones shortened.
    var lengths: [(count: Int, minutes: Int)]
    var testDescription: String { name }
  }

  // Changes of the clock as published in the tz database, release 2025b.
  static let days = [
    Day(
      name: "an ordinary day", zone: "Europe/London", from: "2026-03-02", to: "2026-03-03", minutes: 15,
      lengths: [(96, 15)]),
    Day(
      name: "a day of 23 hours", zone: "Europe/London", from: "2026-03-29", to: "2026-03-30", minutes: 60,
      lengths: [(23, 60)]),
    Day(
      name: "a day of 25 hours", zone: "Europe/London", from: "2026-10-25", to: "2026-10-26", minutes: 60,
      lengths: [(25, 60)]),
    Day(
      name: "25 hours as one day", zone: "Europe/London", from: "2026-10-25", to: "2026-10-26", minutes: 1440,
      lengths: [(1, 1500)]),
    Day(
      name: "25 hours in pieces of six", zone: "Europe/London", from: "2026-10-25", to: "2026-10-26",
      minutes: 360, lengths: [(1, 420), (3, 360)]),
    Day(
      name: "23 hours in pieces of six", zone: "Europe/London", from: "2026-03-29", to: "2026-03-30",
      minutes: 360, lengths: [(1, 300), (3, 360)]),
    Day(
      name: "half an hour forward", zone: "Australia/Lord_Howe", from: "2026-10-04", to: "2026-10-05",
      minutes: 60, lengths: [(2, 60), (1, 30), (21, 60)]),
    Day(
      name: "half an hour back", zone: "Australia/Lord_Howe", from: "2026-04-05", to: "2026-04-06",
      minutes: 60, lengths: [(1, 60), (1, 90), (22, 60)]),
    Day(
      name: "a midnight that does not come", zone: "Africa/Cairo", from: "2026-04-24", to: "2026-04-25",
      minutes: 60, lengths: [(23, 60)]),
    Day(
      name: "hours of an offset of 5:45", zone: "Asia/Kathmandu", from: "2026-04-24", to: "2026-04-25",
      minutes: 60, lengths: [(24, 60)]),
    Day(
      name: "no change all year", zone: "Asia/Shanghai", from: "2026-01-01", to: "2027-01-01", minutes: 1440,
      lengths: [(365, 1440)]),
  ]

  @Test("Days are divided by the clock", arguments: days)
  func divides(day: Day) throws {
    let intervals = try #require(LocalIntervals(minutes: day.minutes, timeZone: day.zone))
    let from = try #require(WallClock.milliseconds(parsing: day.from, timeZone: day.zone))
    let to = try #require(WallClock.milliseconds(parsing: day.to, timeZone: day.zone))
    let boundaries = try #require(intervals.boundaries(covering: from..<to))
    #expect(boundaries.first == from)
    #expect(boundaries.last == to)
    let lengths = zip(boundaries, boundaries.dropFirst()).map { Int(($1 - $0) / 60_000) }
    #expect(lengths == day.lengths.flatMap { [Int](repeating: $0.minutes, count: $0.count) })
  }

  @Test("Intervals reach beyond a range that begins or ends within them")
  func outward() throws {
    let intervals = try #require(LocalIntervals(minutes: 15, timeZone: "UTC"))
    #expect(intervals.boundaries(covering: 1..<2) == [0, 900_000])
    #expect(intervals.boundaries(covering: 899_999..<900_001) == [0, 900_000, 1_800_000])
    #expect(intervals.boundaries(covering: -1..<1) == [-900_000, 0, 900_000])
    #expect(intervals.boundaries(covering: 5..<5) == [])
  }

  @Test("Any range is covered without holes, from a boundary that does not depend on the range")
  func consistent() throws {
    for minutes in LocalIntervals.allowedMinutes {
      let intervals = try #require(LocalIntervals(minutes: minutes, timeZone: "Europe/London"))
      // Across the change of 2026-10-25T01:00Z.
      let change: Int64 = 1_792_890_000_000
      let all = try #require(intervals.boundaries(covering: change - 90_000_000..<change + 90_000_000))
      for step in stride(from: Int64(-80_000_000), to: 80_000_000, by: 7_654_321) {
        let some = try #require(intervals.boundaries(covering: change + step..<change + step + 5_000_000))
        #expect(Set(some).isSubset(of: all))
        #expect(some[0] <= change + step && some[1] > change + step)
      }
    }
  }

  @Test("Lengths that do not divide a day and unknown zones are refused")
  func refusals() throws {
    #expect(LocalIntervals(minutes: 7, timeZone: "UTC") == nil)
    #expect(LocalIntervals(minutes: 0, timeZone: "UTC") == nil)
    #expect(LocalIntervals(minutes: 15, timeZone: "Europe/Atlantis") == nil)
    let intervals = try #require(LocalIntervals(minutes: 1, timeZone: "UTC"))
    #expect(intervals.boundaries(covering: 0..<86_400_000, limit: 1440)?.count == 1441)
    #expect(intervals.boundaries(covering: 0..<86_400_000, limit: 1439) == nil)
  }
}
