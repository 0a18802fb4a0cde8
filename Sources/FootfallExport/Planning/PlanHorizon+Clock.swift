internal import FootfallCore
public import FootfallPlanning

extension PlanHorizon {
  /// The business days of a store.
  /// - Parameters:
  ///   - timeZone: an IANA name.
  ///   - days: the dates of the first and the last, in days since 1970-01-01.
  ///   - businessDayStart: when a business day begins, in minutes after midnight.
  ///   - firstWeekday: on which contracts' weeks begin, 0 being Monday.
  /// - Returns: nil where the time zone is unknown.
  public init?(timeZone: String, days: ClosedRange<Int>, businessDayStart: Int, firstWeekday: Int = 0) {
    guard let clock = StoreClock(timeZone: timeZone) else { return nil }
    let starts = (days.lowerBound...days.upperBound + 1).map { day in
      let local = Int64(day) * CivilTime.millisecondsPerDay + Int64(businessDayStart) * 60_000
      return Int(clock.milliseconds(at: CivilTime(milliseconds: local)).flooredQuotient(by: 60_000))
    }
    let planDays = zip(days, zip(starts, starts.dropFirst())).map { number, edges in
      PlanDay(
        date: ClockText.date(days: number), number: number, minutes: edges.0 - starts[0]..<edges.1 - starts[0]
      )
    }
    self.init(
      timeZone: timeZone, start: starts[0], days: planDays, firstWeekday: firstWeekday,
      clockOffsets: PlanHorizon.offsets(of: clock, around: starts[0]..<starts[starts.count - 1]))
  }

  /// The time at a minute of the period, with the store's offset.
  func time(at minute: Int, on clock: StoreClock) -> String {
    clock.time(atMilliseconds: Int64(start + minute) * 60_000).text
  }

  /// The offsets of a clock in a time and the eight weeks before it, of which history may tell.
  /// - Parameter time: in minutes since 1970-01-01T00:00Z.
  private static func offsets(of clock: StoreClock, around time: Range<Int>) -> [ClockOffset] {
    func offset(_ minute: Int) -> Int {
      Int((clock.time(atMilliseconds: Int64(minute) * 60_000).offsetMilliseconds ?? 0) / 60_000)
    }
    let step = 360
    var minute = time.lowerBound - (greatestDays + 2) * 1440
    var offsets = [ClockOffset(from: minute - time.lowerBound, minutes: offset(minute))]
    while minute < time.upperBound + 2 * 1440 {
      let last = offsets[offsets.count - 1].minutes
      if offset(minute + step) != last {
        var (before, after) = (minute, minute + step)
        while after - before > 1 {
          let middle = (before + after) / 2
          if offset(middle) == last { before = middle } else { after = middle }
        }
        offsets.append(ClockOffset(from: after - time.lowerBound, minutes: offset(after)))
      }
      minute += step
    }
    return offsets
  }
}
