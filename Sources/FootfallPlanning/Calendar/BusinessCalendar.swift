/// When a store is open, by day of the week, with exceptions.
public struct BusinessCalendar: Hashable, Sendable {
  /// A stretch of a day in minutes after its midnight; past 1440 it goes on into the day after.
  public typealias Span = Range<Int>

  /// What is open on each day of the week, Monday first; seven lists, empty where the store is closed.
  public var week: [[Span]]
  /// What is open on dates that are not as others, by days since 1970-01-01.
  public var exceptions: [Int: [Span]]

  /// Hours; `week` has seven elements.
  public init(week: [[Span]], exceptions: [Int: [Span]] = [:]) {
    precondition(week.count == 7, "a week has seven days")
    self.week = week
    self.exceptions = exceptions
  }

  /// Whether the store is open at any time of an interval.
  /// - Parameters:
  ///   - day: the date on which it begins, in days since 1970-01-01.
  ///   - minutes: where it lies, in minutes after that date's midnight.
  public func isOpen(on day: Int, during minutes: Span) -> Bool {
    BusinessCalendar.overlaps(minutes, day: day) { exceptions[$0] ?? week[BusinessCalendar.weekday(of: $0)] }
  }

  /// Whether an interval overlaps the spans of its date, or those of the date before that go on past midnight.
  static func overlaps(_ minutes: Span, day: Int, spans: (_ day: Int) -> [Span]) -> Bool {
    spans(day).contains { $0.overlaps(minutes) }
      || spans(day - 1).contains { $0.overlaps(minutes.lowerBound + 1440..<minutes.upperBound + 1440) }
  }

  /// The day of the week of a date, 0 being Monday; 1970-01-01 was a Thursday.
  static func weekday(of day: Int) -> Int { ((day + 3) % 7 + 7) % 7 }
}
