internal import FootfallCore

/// Expects the counts of the coming weeks from those of the past ones.
///
/// ```swift
/// let forecaster = Forecaster(intervalMinutes: 60, days: SpecialDays([]))
/// let week = try forecaster.forecast(history, origin: origin, count: 168)
/// ```
/// Nothing at or after the origin is looked at.
public struct Forecaster: Sendable {
  /// The length of an interval, in minutes; it divides an hour.
  public let intervalMinutes: Int
  /// Holidays and events.
  public let days: SpecialDays
  /// The numbers of the methods.
  public let parameters: ForecastParameters

  /// A forecaster.
  public init(intervalMinutes: Int, days: SpecialDays, parameters: ForecastParameters = .init()) {
    precondition(intervalMinutes > 0 && 60 % intervalMinutes == 0, "an interval divides an hour")
    self.intervalMinutes = intervalMinutes
    self.days = days
    self.parameters = parameters
  }

  /// How many slots before the origin are looked at, at most.
  public var slotsLookedAt: Int {
    (parameters.trainingWeeks + parameters.residualOrigins + 1) * slotsPerWeek
  }

  /// The forecast of `count` slots from the slot `origin` on.
  /// - Throws: where the history is too short or too much of its end is missing.
  public func forecast(
    _ history: CountHistory, origin: Int, count: Int
  ) throws(ForecastRefusal) -> SeriesForecast {
    // The weeks that are learnt from end with a whole hour, which the parts of an hour are split from.
    let end = origin - modulo(origin, slotsPerHour)
    let weeks = history.firstObservedSlot.map { max(0, end - $0) / slotsPerWeek } ?? 0
    guard weeks >= parameters.fewestWeeks else {
      throw .shortHistory(weeks: weeks, fewest: parameters.fewestWeeks)
    }
    let looked = weeksBefore(end, of: history, count: min(weeks, slotsLookedAt / slotsPerWeek))
    try checkObserved(looked)
    let training = looked.last(parameters.trainingWeeks)
    let factor = training.splitFactor(
      slotsPerHour: slotsPerHour, fewestMeanCounts: parameters.fewestMeanCounts)
    let expected = looked.expectedWeek(factor: factor, parameters)
    let errors = ErrorQuantiles(looked, expected: expected, factor: factor, parameters)
    let points = (origin..<origin + count).map { slot in
      point(slot, after: end, expected: expected, errors: errors)
    }
    return SeriesForecast(
      id: history.id, points: points, weeks: training.weeks,
      isMeanOfWeeks: training.weeks < parameters.ensembleWeeks)
  }

  private var slotsPerHour: Int { 60 / intervalMinutes }
  private var slotsPerDay: Int { 24 * slotsPerHour }
  private var slotsPerWeek: Int { 7 * slotsPerDay }

  private func modulo(_ number: Int, _ divisor: Int) -> Int {
    let rest = number % divisor
    return rest < 0 ? rest + divisor : rest
  }

  /// The date of a slot, in days since 1970-01-01.
  private func day(of slot: Int) -> Int { (slot - modulo(slot, slotsPerDay)) / slotsPerDay }

  /// The last weeks before a slot, without the days that are not as others.
  private func weeksBefore(_ end: Int, of history: CountHistory, count: Int) -> WeeklyHistory {
    let values = (end - count * slotsPerWeek..<end).map { slot in
      days[day(of: slot)] == nil ? history[slot: slot] : nil
    }
    return WeeklyHistory(slotsPerWeek: slotsPerWeek, values: values)
  }

  /// Times of the day at which nothing was ever counted are not missing: the store is closed, or nobody filmed.
  private func checkObserved(_ history: WeeklyHistory) throws(ForecastRefusal) {
    let recent = history.last(2)
    var isUsed = [Bool](repeating: false, count: slotsPerDay)
    for (index, value) in history.values.enumerated() where value != nil {
      isUsed[index % slotsPerDay] = true
    }
    let wanted = isUsed.count { $0 } * 7 * recent.weeks
    let seen = recent.values.count { $0 != nil }
    let share = 1 - Double(seen) / Double(max(1, wanted))
    guard share <= 1 - parameters.leastObservedShare else {
      throw .missing(share: share, most: 1 - parameters.leastObservedShare)
    }
  }

  private func point(
    _ slot: Int, after end: Int, expected: [Double?], errors: ErrorQuantiles
  ) -> ForecastPoint? {
    let special = days[day(of: slot)]
    var alike = slot
    if let special, special.factor == nil {
      let weekday = CivilTime(milliseconds: Int64(day(of: slot)) * CivilTime.millisecondsPerDay).weekday
      // A holiday from Monday to Friday is as a Sunday.
      if weekday < 5 { alike += (6 - weekday) * slotsPerDay }
    }
    let phase = modulo(alike - end, slotsPerWeek)
    guard let value = expected[phase] else { return nil }
    let interval = errors.interval(around: value, phase: phase, week: (slot - end) / slotsPerWeek)
    let factor = special?.factor ?? 1
    return ForecastPoint(
      value: value * factor, low: interval.lowerBound * factor, high: interval.upperBound * factor)
  }
}
