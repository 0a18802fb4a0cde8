internal import FootfallCore

extension PlanHorizon {
  /// The dates of the first and the last day, as in `2026-11-30 to 2026-12-06`.
  public var periodText: String { "\(days.first?.date ?? "") to \(days.last?.date ?? "")" }

  /// What the store's clock shows, as in `08:05`.
  public func clockText(at minute: Int) -> String {
    let clock = clockMinute(at: minute)
    return [clock / 60, clock % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// A time as in `2026-11-30 22:00–04:00`, with the date of the business day; outside the period that of the clock.
  ///
  /// Of a day or more with the date of the end, too.
  public func text(of minutes: Range<Int>) -> String {
    let day = day(at: minutes.lowerBound).map { days[$0].date } ?? clockDate(at: minutes.lowerBound)
    let end = clockText(at: minutes.upperBound)
    let last = minutes.count < 1440 ? end : "\(clockDate(at: minutes.upperBound)) \(end)"
    return "\(day) \(clockText(at: minutes.lowerBound))–\(last)"
  }

  /// The date that the store's clock shows, as in `2026-11-30`.
  private func clockDate(at minute: Int) -> String {
    let date = CivilTime(milliseconds: Int64(start + minute + offset(at: minute)) * 60_000).date
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date.year)-\(padded(date.month))-\(padded(date.day))"
  }

  /// A day's date, also of one before the period, as its distance.
  func text(ofDay day: Int) -> String {
    days.indices.contains(day) ? days[day].date : "\(-day) days before the period"
  }
}
