/// What happened week by week around a change: whether things went apart before it, too.
public struct EventStudy: Sendable {
  /// A week against the last one before the change.
  public struct Week: Sendable {
    /// Weeks since the change: 0 is the first one after it, −1 the last one before, which all are told against.
    public let week: Int
    /// The difference; nil where the weeks cannot be compared.
    public let effect: Estimate?
  }

  /// A change that was not, in the middle of the time before the real one.
  public struct Placebo: Sendable {
    /// The day on which it was not, in days since 1970-01-01.
    public let day: Int
    /// Its effect, which is chance.
    public let effect: Estimate
  }

  /// Of all weeks but the one that they are told against, in order.
  public let weeks: [Week]
  /// The drift before the change, a week; nil with fewer than 14 days before it.
  public let trend: Estimate?
  /// Changes at the starts of weeks before the real one, with seven days or more on both sides.
  public let placebos: [Placebo]

  /// - Parameter cells: with those before the change all before the others.
  init(_ cells: [Experiment.Cell]) {
    let before = cells.filter { !$0.isChanged }
    let first = cells.first { $0.isChanged }?.day ?? 0
    func week(_ cell: Experiment.Cell) -> Int {
      let days = cell.day - first
      return days >= 0 ? days / 7 : -((6 - days) / 7)
    }
    let others = Set(cells.map(week)).subtracting([-1]).sorted()
    // A first or last week that is cut short has not all weekdays, but the others tell their levels.
    let model = DayModel(cells, adjusted: true) { cell in others.map { $0 == week(cell) ? 1 : 0 } }
    weeks = others.enumerated().map { Week(week: $0.element, effect: model?.estimate($0.offset)) }
    let days = Set(before.map(\.day)).sorted()
    trend =
      days.count < 14
      ? nil
      : DayModel(before, adjusted: true) { [Double($0.day - first) / 7] }?.estimate(0)
    placebos = days.filter { ($0 - first) % 7 == 0 }.compactMap { day in
      guard days.count(where: { $0 < day }) >= 7, days.count(where: { $0 >= day }) >= 7 else { return nil }
      let model = DayModel(before, adjusted: true) { [$0.day >= day ? 1 : 0] }
      return model?.estimate(0).map { Placebo(day: day, effect: $0) }
    }
  }
}
