internal import FootfallPlanning

/// A time on the store's clock, of one date or of days that come again.
struct StaffTime: Hashable, Sendable {
  /// The days of the week, 0 being Monday; nil for a date or for every day.
  var weekdays: Set<Int>?
  /// In days since 1970-01-01; nil for days of the week or for every day.
  var date: Int?
  /// In minutes after the midnight that begins a day's date; nil for the whole business day.
  var clock: Range<Int>?

  /// When that is in a period, day by day.
  ///
  /// - Parameter reach: the days looked at, as indices of the period's days; a night may begin before the period.
  func minutes(on horizon: PlanHorizon, days reach: Range<Int>) -> [(day: Int, minutes: Range<Int>)] {
    let start = horizon.clockMinute(at: 0)
    let clock = clock ?? start..<start + 1440
    return reach.filter { isOn(number: horizon.days[0].number + $0) }.compactMap { day in
      let from = horizon.minute(ofDay: day, clockMinute: clock.lowerBound)
      let to = horizon.minute(ofDay: day, clockMinute: clock.upperBound)
      // Nothing is left of what the clock leaps over.
      return from < to ? (day, from..<to) : nil
    }
  }

  private func isOn(number: Int) -> Bool {
    if let date { return date == number }
    return weekdays?.contains((number % 7 + 10) % 7) ?? true
  }
}

extension [Range<Int>] {
  /// The same minutes in order, without touching or overlapping ranges, cut to `limits`.
  func merged(within limits: Range<Int>) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in map({ $0.clamped(to: limits) }).filter({ !$0.isEmpty }).sorted(by: {
      $0.lowerBound < $1.lowerBound
    }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  /// What is left of ranges in order and apart from each other without those of `holes`, which are likewise.
  func removing(_ holes: [Range<Int>]) -> [Range<Int>] {
    flatMap { range -> [Range<Int>] in
      var rest: [Range<Int>] = []
      var start = range.lowerBound
      for hole in holes where hole.overlaps(range) {
        if hole.lowerBound > start { rest.append(start..<hole.lowerBound) }
        start = Swift.max(start, hole.upperBound)
      }
      if start < range.upperBound { rest.append(start..<range.upperBound) }
      return rest
    }
  }
}
