/// Whole weeks of counts up to the origin of a forecast.
///
/// A phase is a place in the week, counted from the origin: the forecast of phase 0 is that of the first interval after
/// the origin.
struct WeeklyHistory {
  /// The phases of a week.
  let slotsPerWeek: Int
  /// Week after week, the oldest first; nil is missing.
  private(set) var values: [Double?]

  /// - Parameter values: whole weeks.
  init(slotsPerWeek: Int, values: [Double?]) {
    precondition(values.count % slotsPerWeek == 0, "a history is whole weeks")
    self.slotsPerWeek = slotsPerWeek
    self.values = values
  }

  var weeks: Int { values.count / slotsPerWeek }

  subscript(week: Int, phase: Int) -> Double? { values[week * slotsPerWeek + phase] }

  /// What was observed in a phase, the oldest first.
  func observed(phase: Int) -> [Double] {
    var found: [Double] = []
    for index in stride(from: phase, to: values.count, by: slotsPerWeek) {
      if let value = values[index] { found.append(value) }
    }
    return found
  }

  /// The last weeks, at most `count`, of those before the last `dropped`.
  func last(_ count: Int, before dropped: Int = 0) -> WeeklyHistory {
    let kept = values.dropLast(dropped * slotsPerWeek).suffix(count * slotsPerWeek)
    return WeeklyHistory(slotsPerWeek: slotsPerWeek, values: Array(kept))
  }

  /// The history of intervals `factor` times as long; one of which a part is missing is missing.
  func summed(by factor: Int) -> WeeklyHistory {
    guard factor > 1 else { return self }
    let sums = stride(from: 0, to: values.count, by: factor).map { start -> Double? in
      let parts = values[start..<start + factor].compactMap { $0 }
      return parts.count == factor ? parts.reduce(0, +) : nil
    }
    return WeeklyHistory(slotsPerWeek: slotsPerWeek / factor, values: sums)
  }
}
