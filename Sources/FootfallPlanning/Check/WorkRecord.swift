/// What one employee works by business day, the days before the period included.
struct WorkRecord {
  /// What is worked on a day.
  struct Day {
    /// An index of the period's days; negative before it.
    let day: Int
    /// The shifts in order of time.
    var spans: [Range<Int>]
    var paidMinutes: Int

    var start: Int { spans.first?.lowerBound ?? 0 }
    var end: Int { spans.lazy.map(\.upperBound).max() ?? 0 }
  }

  /// In order of time; days off are not among them.
  private(set) var days: [Day] = []

  init(history: [WorkedShift], shifts: [Shift], horizon: PlanHorizon) {
    for shift in history { add(shift.minutes, paidMinutes: shift.paidMinutes, day: shift.day) }
    for shift in shifts {
      guard let day = horizon.day(at: shift.minutes.lowerBound) else { continue }
      add(shift.minutes, paidMinutes: shift.paidMinutes, day: day)
    }
  }

  /// Adds a shift.
  /// - Complexity: O(days).
  mutating func add(_ span: Range<Int>, paidMinutes: Int, day: Int) {
    let place = days.firstIndex { $0.day >= day } ?? days.count
    if place < days.count, days[place].day == day {
      let before = days[place].spans.count {
        ($0.lowerBound, $0.upperBound) <= (span.lowerBound, span.upperBound)
      }
      days[place].spans.insert(span, at: before)
      days[place].paidMinutes += paidMinutes
    } else {
      days.insert(Day(day: day, spans: [span], paidMinutes: paidMinutes), at: place)
    }
  }

  /// The days within a range of indices.
  func days(in range: Range<Int>) -> some Sequence<Day> { days.lazy.filter { range.contains($0.day) } }

  /// Runs of days without a day off, as ranges of indices.
  var runs: [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for day in days.lazy.map(\.day) {
      if let last = runs.last, last.upperBound + 1 == day {
        runs[runs.count - 1] = last.lowerBound...day
      } else {
        runs.append(day...day)
      }
    }
    return runs
  }
}
