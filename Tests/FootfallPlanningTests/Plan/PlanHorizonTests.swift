import FootfallPlanning
import Testing

@Suite("Planning periods")
struct PlanHorizonTests {
  /// Two days; the clock is set forward from 1:00 to 2:00 on the second one.
  private let spring = PlanHorizon(
    timeZone: "Europe/London", start: 0,
    days: [
      PlanDay(date: "a", number: 0, minutes: 0..<1440), PlanDay(date: "b", number: 1, minutes: 1440..<2820),
    ],
    clockOffsets: [
      PlanHorizon.ClockOffset(from: -1000, minutes: 0), PlanHorizon.ClockOffset(from: 1500, minutes: 60),
    ])
  /// Two days; the clock is set back from 2:00 to 1:00 on the second one.
  private let autumn = PlanHorizon(
    timeZone: "Europe/London", start: -60,
    days: [
      PlanDay(date: "a", number: 0, minutes: 0..<1440), PlanDay(date: "b", number: 1, minutes: 1440..<2940),
    ],
    clockOffsets: [
      PlanHorizon.ClockOffset(from: -1000, minutes: 60), PlanHorizon.ClockOffset(from: 1560, minutes: 0),
    ])

  @Test("A change of the clock by a part of an interval makes intervals shorter, by all of one it does not")
  func evenMinutes() {
    func horizon(_ from: Int, _ minutes: Int) -> PlanHorizon {
      PlanHorizon(
        timeZone: "Australia/Lord_Howe", start: 0, days: [PlanDay(date: "a", number: 0, minutes: 0..<1440)],
        clockOffsets: [
          PlanHorizon.ClockOffset(from: -1000, minutes: 630),
          PlanHorizon.ClockOffset(from: from, minutes: minutes),
        ])
    }
    #expect([15, 30, 60].map(horizon(120, 660).evenMinutes) == [15, 30, 30])
    #expect(horizon(0, 660).evenMinutes(60) == 30 && horizon(120, 690).evenMinutes(60) == 60)
    #expect(horizon(1440, 660).evenMinutes(60) == 60 && horizon(-1, 660).evenMinutes(60) == 60)
  }

  @Test("A clock set forward leaps over an hour")
  func forward() {
    #expect(spring.minutes == 0..<2820)
    #expect(spring.clockText(at: 1499) == "00:59" && spring.clockText(at: 1500) == "02:00")
    #expect(spring.minute(ofDay: 1, clockMinute: 30) == 1470)
    #expect(spring.minute(ofDay: 1, clockMinute: 90) == 1530, "half past one does not come: half past two")
    #expect(spring.minute(ofDay: 1, clockMinute: 120) == 1500)
    #expect(spring.minute(ofDay: 1, clockMinute: 1440) == 2820)
    #expect(spring.starts(onDay: 1, grid: 60).count == 23)
  }

  @Test("A clock set back shows an hour twice, and the first is meant")
  func back() {
    #expect(autumn.clockText(at: 1500) == "01:00" && autumn.clockText(at: 1560) == "01:00")
    #expect(autumn.minute(ofDay: 1, clockMinute: 90) == 1530)
    #expect(autumn.minute(ofDay: 1, clockMinute: 120) == 1620)
    #expect(autumn.minute(ofDay: 1, clockMinute: 1440) == 2940)
    #expect(autumn.starts(onDay: 1, grid: 60).count == 25)
  }

  @Test("A minute lies in one day, and none outside the period")
  func dayOfMinute() {
    #expect(spring.day(at: -1) == nil && spring.day(at: 2820) == nil)
    #expect(spring.day(at: 1439) == 0 && spring.day(at: 1440) == 1 && spring.day(at: 2819) == 1)
    let long = Days.horizon(56)
    #expect(long.minutes.allSatisfy { long.day(at: $0) == $0 / 1440 })
  }

  @Test("Days have the weekday of their date, before 1970 too")
  func weekdays() {
    #expect(PlanDay(date: "2026-11-30", number: 20_787, minutes: 0..<1).weekday == 0)
    #expect(PlanDay(date: "1970-01-01", number: 0, minutes: 0..<1).weekday == 3)
    #expect(PlanDay(date: "1969-12-28", number: -4, minutes: 0..<1).weekday == 6)
    #expect(Days.horizon(7).days.map(\.isWeekend) == [false, false, false, false, false, true, true])
  }
}
