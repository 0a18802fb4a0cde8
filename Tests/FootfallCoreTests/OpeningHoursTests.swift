import FootfallCore
import Testing

@Suite struct OpeningHoursTests {
  @Test func openFromNineToFiveIsQuietAtOneInTheMorning() {
    let hours = OpeningHours((0..<7).map { $0 * 1440 + 540..<$0 * 1440 + 1020 })
    #expect(!hours.isOpen(atMinute: 539) && hours.isOpen(atMinute: 540))
    #expect(hours.isOpen(atMinute: 1019) && !hours.isOpen(atMinute: 1020))
    #expect(hours.quietMinutes == (0..<7).map { $0 * 1440 + 60 })
  }

  @Test func aNightOnTheWeekendGoesOnAtItsBeginning() {
    // Sunday 22:00 to Monday 04:00.
    let hours = OpeningHours([6 * 1440 + 1320..<6 * 1440 + 1680])
    #expect(hours.isOpen(atMinute: 0) && hours.isOpen(atMinute: 239) && !hours.isOpen(atMinute: 240))
    #expect(hours.quietMinutes == [(240 + 6 * 1440 + 1320) / 2])
  }

  @Test func daysThatMeetAtMidnightAreOneStretch() {
    let hours = OpeningHours([0..<1440, 1440..<2880])
    #expect(hours.quietMinutes == [(2880 + 10_080) / 2])
  }

  @Test func aStoreThatNeverClosesIsNeverQuiet() {
    #expect(OpeningHours((0..<7).map { $0 * 1440..<($0 + 1) * 1440 }).quietMinutes.isEmpty)
    #expect(OpeningHours([]).quietMinutes.isEmpty)
  }
}
