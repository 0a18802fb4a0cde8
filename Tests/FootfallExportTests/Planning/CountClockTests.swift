import FootfallCore
import FootfallExport
import Testing

@Suite("Clocks of counts")
struct CountClockTests {
  /// 2026-03-29 and 2026-10-25, the days on which London's clocks change, in days since 1970-01-01.
  private let spring = 20_541
  private let autumn = 20_751

  private func london() throws -> StoreClock { try #require(StoreClock(timeZone: "Europe/London")) }

  private func texts(_ clock: CountClock, _ day: Int, minutes: Int = 60) -> [String] {
    let perDay = 1440 / minutes
    return clock.starts(of: day * perDay..<(day + 1) * perDay, intervalMinutes: minutes).map(\.text)
  }

  @Test("On a zone's clock days have 23 and 25 hours, the repeated one told apart by its offset")
  func zoned() throws {
    let clock = CountClock.zoned(try london())
    let short = texts(clock, spring)
    #expect(short.count == 23)
    #expect(Array(short[0...1]) == ["2026-03-29T00:00:00+00:00", "2026-03-29T02:00:00+01:00"])
    let long = texts(clock, autumn)
    #expect(long.count == 25)
    #expect(Array(long[1...2]) == ["2026-10-25T01:00:00+01:00", "2026-10-25T01:00:00+00:00"])
    #expect(long.last == "2026-10-25T23:00:00+00:00")
    #expect(texts(clock, autumn, minutes: 15).count == 100)
    #expect(clock.count(of: autumn * 24..<(autumn + 1) * 24, intervalMinutes: 60) == 25)
  }

  @Test("On a wall clock every day has 24 hours")
  func wallClock() throws {
    let clock = CountClock.wallClock(try london())
    let short = texts(clock, spring)
    #expect(short.count == 24)
    #expect(
      Array(short[0...2])
        == ["2026-03-29T00:00:00+00:00", "2026-03-29T01:00:00+00:00", "2026-03-29T02:00:00+01:00"])
    #expect(texts(clock, autumn).count == 24)
    #expect(clock.count(of: autumn * 24..<(autumn + 1) * 24, intervalMinutes: 60) == 24)
  }

  @Test(
    "Without a zone the offset stays, and has a name",
    arguments: [
      (0, "UTC", "+00:00"), (3_600_000, "Etc/GMT-1", "+01:00"), (-18_000_000, "Etc/GMT+5", "-05:00"),
      (19_800_000, "GMT+0530", "+05:30"),
    ] as [(Int64, String, String)])
  func offset(milliseconds: Int64, name: String, suffix: String) throws {
    let clock = CountClock.offset(milliseconds: milliseconds)
    #expect(clock.timeZone == name)
    #expect(texts(clock, autumn).first == "2026-10-25T00:00:00" + suffix)
    let zone = try #require(StoreClock(timeZone: name))
    #expect(zone.time(atMilliseconds: 0).offsetMilliseconds == milliseconds)
  }

  @Test("An origin may be told with any offset, or by the clock")
  func reading() throws {
    let clock = CountClock.zoned(try london())
    for text in ["2026-07-01T09:00", "2026-07-01T08:00Z", "2026-07-01T10:00+02:00"] {
      let time = try #require(WrittenTime(parsing: text))
      #expect(clock.reading(of: time).millisecondsOfDay == 9 * 3_600_000)
    }
  }
}
