extension PlanHorizon {
  /// The dates of the first and the last day, as in `2026-11-30 to 2026-12-06`.
  public var periodText: String { "\(days.first?.date ?? "") to \(days.last?.date ?? "")" }

  /// What the store's clock shows, as in `08:05`.
  public func clockText(at minute: Int) -> String {
    let clock = clockMinute(at: minute)
    return [clock / 60, clock % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// A time within the period as in `2026-11-30 22:00–04:00`, with the date of the business day.
  public func text(of minutes: Range<Int>) -> String {
    let day = day(at: minutes.lowerBound).map { days[$0].date } ?? "outside the period"
    return "\(day) \(clockText(at: minutes.lowerBound))–\(clockText(at: minutes.upperBound))"
  }

  /// A day's date, also of one before the period, as its distance.
  func text(ofDay day: Int) -> String {
    days.indices.contains(day) ? days[day].date : "\(-day) days before the period"
  }
}
