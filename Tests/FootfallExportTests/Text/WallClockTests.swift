import FootfallCore
import FootfallExport
import FootfallTestSupport
import Foundation
import Testing

@Suite struct WallClockTests {
  struct Reading: CustomTestStringConvertible {
    var label: String
    var zone: String
    var start: String
    var seconds: Double
    var expected: String
    var testDescription: String { label }
  }

  @Test(
    "An instant is told with milliseconds and the offset that holds then",
    arguments: [
      Reading(
        label: "winter", zone: "Europe/London", start: "2005-03-01T09:00:00Z", seconds: 0,
        expected: "2005-03-01T09:00:00.000+00:00"),
      Reading(
        label: "last frame before summer time", zone: "Europe/London", start: "2024-03-31T00:59:59Z",
        seconds: 0.96, expected: "2024-03-31T00:59:59.960+00:00"),
      Reading(
        label: "first frame of summer time", zone: "Europe/London", start: "2024-03-31T00:59:59Z",
        seconds: 1, expected: "2024-03-31T02:00:00.000+01:00"),
      Reading(
        label: "the hour that comes twice", zone: "Europe/Berlin", start: "2024-10-27T00:30:00Z",
        seconds: 3600, expected: "2024-10-27T02:30:00.000+01:00"),
      Reading(
        label: "half an hour beside the hour, west", zone: "America/St_Johns", start: "2024-01-01T00:00:00Z",
        seconds: 0, expected: "2023-12-31T20:30:00.000-03:30"),
      Reading(
        label: "three quarters", zone: "Asia/Kathmandu", start: "2024-02-28T18:15:00Z", seconds: 0.0005,
        expected: "2024-02-29T00:00:00.001+05:45"),
      Reading(
        label: "summer time of half an hour", zone: "Australia/Lord_Howe", start: "2024-01-01T00:00:00Z",
        seconds: 0, expected: "2024-01-01T11:00:00.000+11:00"),
    ])
  func reading(_ row: Reading) throws {
    let clock = try #require(WallClock(start: row.start, timeZone: row.zone))
    #expect(clock.iso8601(at: MediaTime(seconds: row.seconds)) == row.expected)
  }

  @Test("Times agree with Foundation's formatter and are read back, in any zone at any instant")
  func foundationAgrees() throws {
    var generator = SeededGenerator(seed: 7)
    let zones = [
      "Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Apia", "Africa/Casablanca",
      "America/Sao_Paulo", "Australia/Lord_Howe", "UTC",
    ]
    for name in zones {
      let zone = try #require(TimeZone(identifier: name))
      let style = Date.ISO8601FormatStyle(
        dateTimeSeparator: .standard, includingFractionalSeconds: true, timeZone: zone
      )
      .timeZoneSeparator(.colon)
      for _ in 0..<200 {
        let instant = Int64.random(in: 0...4_102_444_800_000, using: &generator)
        let clock = try #require(WallClock(startMilliseconds: instant, timeZone: name))
        let text = clock.iso8601(at: .zero)
        let expected = Date(timeIntervalSince1970: (Double(instant) + 0.1) / 1000).formatted(style)
        let isRead = WallClock.milliseconds(parsing: text, timeZone: "UTC") == instant
        if text != expected.replacing("Z", with: "+00:00") || !isRead {
          Issue.record("\(name) \(instant): \(text) instead of \(expected)")
        }
      }
    }
  }

  @Test(
    "Every usual form of ISO 8601 is read",
    arguments: [
      ("2005-03-01", "2005-03-01T00:00:00.000+00:00"),
      ("2005-03-01T09:00", "2005-03-01T09:00:00.000+00:00"),
      ("2005-03-01 09:00:30", "2005-03-01T09:00:30.000+00:00"),
      ("2005-03-01T09:00:30.25", "2005-03-01T09:00:30.250+00:00"),
      ("2005-03-01T09:00:30.123456789Z", "2005-03-01T09:00:30.123+00:00"),
      ("2005-03-01T09:00:30+0530", "2005-03-01T03:30:30.000+00:00"),
      ("2005-03-01T09:00+02", "2005-03-01T07:00:00.000+00:00"),
      ("2005-07-01T09:00:00", "2005-07-01T09:00:00.000+01:00"),
      // The clock is set forward over the first, and shows the second twice.
      ("2024-03-31T01:30", "2024-03-31T02:30:00.000+01:00"),
      ("2024-10-27T01:30", "2024-10-27T01:30:00.000+01:00"),
    ])
  func forms(_ text: String, _ expected: String) throws {
    let clock = try #require(WallClock(start: text, timeZone: "Europe/London"))
    #expect(clock.iso8601(at: .zero) == expected)
  }

  @Test(
    "Far years are told as well",
    arguments: ["0001-01-01T00:00:00.000+00:00", "9999-12-31T23:59:59.999+00:00"])
  func farYears(_ text: String) throws {
    let instant = try #require(WallClock.milliseconds(parsing: text, timeZone: "UTC"))
    let clock = try #require(WallClock(startMilliseconds: 0, timeZone: "UTC"))
    #expect(clock.iso8601(atMilliseconds: instant) == text)
  }

  @Test(
    "What is no time is refused",
    arguments: [
      "", "yesterday", "2005", "2005-3-1", "2005-02-29", "2005-13-01", "2005-03-01T", "2005-03-01T24:00",
      "2005-03-01T09:60", "2005-03-01T09:00:60", "2005-03-01T09:00:00.", "2005-03-01T09:00:00+",
      "2005-03-01T09:00:00+1", "2005-03-01T09:00:00Zulu", "2005-03-01T09:00:00+01:00 ", "٢٠٠٥-03-01",
    ])
  func refused(_ text: String) {
    #expect(WallClock.milliseconds(parsing: text, timeZone: "Europe/London") == nil)
  }

  @Test("A time zone that nobody knows makes no clock")
  func unknownZone() {
    #expect(WallClock(startMilliseconds: 0, timeZone: "Mars/Phobos") == nil)
  }

  struct Boundary: CustomTestStringConvertible {
    var label: String
    var zone: String
    var start: String
    var interval: Duration
    var expected: String
    var testDescription: String { label }
  }

  @Test(
    "The first interval begins on the store's own clock",
    arguments: [
      Boundary(
        label: "quarters", zone: "Europe/London", start: "2005-03-01T09:04:10.5Z", interval: .seconds(900),
        expected: "2005-03-01T09:00:00.000+00:00"),
      Boundary(
        label: "on the boundary", zone: "Europe/London", start: "2005-03-01T09:15:00Z",
        interval: .seconds(900), expected: "2005-03-01T09:15:00.000+00:00"),
      Boundary(
        label: "hours in a zone of half hours", zone: "Asia/Kolkata", start: "2005-03-01T09:04:00Z",
        interval: .seconds(3600), expected: "2005-03-01T14:00:00.000+05:30"),
      Boundary(
        label: "the second of two equal hours", zone: "Europe/London", start: "2024-10-27T01:10:00Z",
        interval: .seconds(900), expected: "2024-10-27T01:00:00.000+00:00"),
      Boundary(
        label: "six hours over a change", zone: "Europe/London", start: "2024-03-31T03:10:00+01:00",
        interval: .seconds(21_600), expected: "2024-03-31T00:00:00.000+00:00"),
      Boundary(
        label: "a day", zone: "America/New_York", start: "2024-11-03T23:00:00-05:00",
        interval: .seconds(86_400), expected: "2024-11-03T00:00:00.000-04:00"),
      Boundary(
        label: "a midnight that was skipped", zone: "America/Sao_Paulo", start: "2018-11-04T01:30:00-02:00",
        interval: .seconds(7200), expected: "2018-11-04T01:00:00.000-02:00"),
    ])
  func boundary(_ row: Boundary) throws {
    let clock = try #require(WallClock(start: row.start, timeZone: row.zone))
    #expect(clock.iso8601(at: clock.firstBoundary(interval: row.interval)) == row.expected)
  }

  @Test("The first boundary lies at or before the first frame, by less than an interval or a clock change")
  func boundaryProperties() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<2000 {
      let instant = Int64.random(in: 946_684_800_000...1_900_000_000_000, using: &generator)
      let clock = try #require(WallClock(startMilliseconds: instant, timeZone: "Australia/Lord_Howe"))
      let interval = Duration.seconds([30, 300, 900, 1800].randomElement(using: &generator) ?? 60)
      let first = clock.firstBoundary(interval: interval)
      let minutes = clock.iso8601(at: first).dropFirst(14).prefix(5)
      let seconds = (Int(minutes.prefix(2)) ?? -1) * 60 + (Int(minutes.suffix(2)) ?? -1)
      let isAligned = seconds % Int(interval.inSeconds) == 0
      if !isAligned || first > .zero || MediaTime.zero - first >= interval {
        Issue.record("\(instant): \(first.seconds)")
      }
    }
  }
}
