internal import FootfallCore

/// The three methods, each of which expects a week that repeats: a count for each phase, nil where nothing was observed.
extension WeeklyHistory {
  /// Seasonal smoothing of the square roots of counts, whose spread hardly depends on the count (Bartlett, Supplement to
  /// the Journal of the Royal Statistical Society 3(1), 1936).
  ///
  /// Begins with the first week as it was.
  func smoothedWeek(_ parameters: ForecastParameters) -> [Double?] {
    let roots = values.map { $0.map { $0.squareRoot() } }
    let first = roots.prefix(slotsPerWeek)
    let begin = first.contains { $0 != nil } ? first : roots[...]
    let level = begin.compactMap { $0 }.mean ?? 0
    var smoothing = SeasonalSmoothing(
      level: level, offsets: first.map { $0.map { $0 - level } }, levelRate: parameters.levelRate,
      offsetRate: parameters.seasonRate)
    for root in roots.dropFirst(slotsPerWeek) { smoothing.observe(root) }
    return (0..<slotsPerWeek).map { phase in
      smoothing.expectation(after: phase).map { root in max(0, root) * max(0, root) }
    }
  }

  /// The smoothed total of a week, divided by each phase's median share of the total.
  ///
  /// The total of a week with gaps is estimated by what the phases that were observed make up in other weeks.
  func sharedWeek(_ parameters: ForecastParameters) -> [Double?] {
    let recent = last(parameters.shareWeeks)
    let totals = recent.totals()
    let shares = (0..<slotsPerWeek).map { phase in
      (0..<recent.weeks).compactMap { week -> Double? in
        guard let value = recent[week, phase], let total = totals[week], total > 0 else { return nil }
        return value / total
      }.median
    }
    let known = totals.compactMap { $0 }
    let sum = shares.reduce(0) { $0 + ($1 ?? 0) }
    // Nobody came in all these weeks: nobody is expected.
    guard let first = known.first, sum > 0 else {
      return (0..<slotsPerWeek).map { recent.observed(phase: $0).mean }
    }
    var level = ExponentialSmoothing(level: first, rate: parameters.totalRate)
    for total in known.dropFirst() { level.observe(total) }
    return shares.map { $0.map { level.level * $0 / sum } }
  }

  /// The mean of each phase over the weeks, older weeks counting less and less.
  func recentWeek(decay: Double) -> [Double?] {
    (0..<slotsPerWeek).map { phase in
      var sum = 0.0
      var weights = 0.0
      // Oldest first, so that each later week makes what is before it count less.
      for week in 0..<weeks {
        sum *= decay
        weights *= decay
        if let value = self[week, phase] {
          sum += value
          weights += 1
        }
      }
      return weights > 0 ? sum / weights : nil
    }
  }

  /// The total of each week, missing phases filled in by their medians; nil where the week was not observed.
  private func totals() -> [Double?] {
    let medians = (0..<slotsPerWeek).map { observed(phase: $0).median ?? 0 }
    let whole = medians.reduce(0, +)
    return (0..<weeks).map { week in
      var seen = 0.0
      var expected = 0.0
      for phase in 0..<slotsPerWeek {
        guard let value = self[week, phase] else { continue }
        seen += value
        expected += medians[phase]
      }
      return expected > 0 ? seen / expected * whole : nil
    }
  }
}

extension Collection<Double> {
  /// Their mean; nil of nothing.
  var mean: Double? { isEmpty ? nil : reduce(0, +) / Double(count) }
}
