import FootfallCore
import FootfallExport
import Testing

@Suite("Times as they are written")
struct WrittenTimeTests {
  private static let formCases: [(String, String, Int64?)] = [
    ("2026-11-30", "2026-11-30T00:00:00", nil), ("2026-11-30T09:05", "2026-11-30T09:05:00", nil),
    ("2026-11-30 09:05:30Z", "2026-11-30T09:05:30+00:00", 0),
    ("2026-11-30T09:05+01:00", "2026-11-30T09:05:00+01:00", 3_600_000),
    ("2026-11-30T09:05:00.5-0330", "2026-11-30T09:05:00-03:30", -12_600_000),
  ]

  @Test("With and without offset", arguments: formCases)
  func forms(text: String, written: String, offset: Int64?) throws {
    let time = try #require(WrittenTime(parsing: text))
    #expect(time.text == written)
    #expect(time.offsetMilliseconds == offset)
    #expect(time.milliseconds == offset.map { time.local.milliseconds - $0 })
  }

  @Test(
    "Other forms are none",
    arguments: ["", "2026-02-30", "2026-11-30T24:00", "30.11.2026", "2026-11-30T09:00+1"])
  func others(text: String) {
    #expect(WrittenTime(parsing: text) == nil)
  }

  @Test("A store's clock shows an hour twice, and leaps over one")
  func clock() throws {
    let clock = try #require(StoreClock(timeZone: "Europe/London"))
    // 2026-10-25T00:30Z and an hour later.
    let texts = [1_792_888_200_000, 1_792_891_800_000].map { clock.time(atMilliseconds: $0).text }
    #expect(texts == ["2026-10-25T01:30:00+01:00", "2026-10-25T01:30:00+00:00"])
    let twice = try #require(WrittenTime(parsing: "2026-10-25T01:30"))
    #expect(clock.milliseconds(at: twice.local) == 1_792_888_200_000)
    let never = try #require(WrittenTime(parsing: "2026-03-29T01:30"))
    #expect(
      clock.time(atMilliseconds: clock.milliseconds(at: never.local)).text == "2026-03-29T02:30:00+01:00")
    #expect(StoreClock(timeZone: "Mars/Olympus") == nil)
  }

  @Test("Times of day and dates of planning files")
  func clockText() {
    #expect(ClockText.minutes("09:05") == 545 && ClockText.time(minutes: 545) == "09:05")
    #expect(ClockText.minutes("26:00") == 1560 && ClockText.time(minutes: 1560) == "26:00")
    for text in ["9:05", "09:60", "48:01", "0905", "09:05:00", "", "-1:00", "aa:bb"] {
      #expect(ClockText.minutes(text) == nil, "\(text)")
    }
    #expect(ClockText.days("1970-01-02") == 1 && ClockText.date(days: 1) == "1970-01-02")
    #expect(ClockText.days("2026-11-30").map(ClockText.date) == "2026-11-30")
    for text in ["2026-11-31", "2026-1-1", "2026-11-30T00", "tomorrow"] {
      #expect(ClockText.days(text) == nil, "\(text)")
    }
  }
}
