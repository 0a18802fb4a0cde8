/// Days that are not as others of their weekday.
public struct SpecialDays: Hashable, Sendable {
  /// A holiday or an event.
  public struct Day: Hashable, Sendable {
    /// The date, in days since 1970-01-01.
    public var day: Int
    /// What it is called.
    public var label: String
    /// How many times the usual count is expected, more than 0; nil for a holiday, which from Monday to Friday is taken
    /// to be as a Sunday.
    public var factor: Double?

    /// A day.
    public init(day: Int, label: String, factor: Double? = nil) {
      self.day = day
      self.label = label
      self.factor = factor
    }
  }

  private let days: [Int: Day]

  /// Collects days; of two with the same date the later in the list counts.
  public init(_ days: [Day]) {
    self.days = Dictionary(days.map { ($0.day, $0) }, uniquingKeysWith: { $1 })
  }

  /// The special day of a date in days since 1970-01-01; nil for one as others.
  public subscript(day: Int) -> Day? { days[day] }
}
