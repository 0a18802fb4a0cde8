/// What was measured on one day, or in one part of it.
public struct DayValue: Hashable, Sendable {
  /// The day, in days since 1970-01-01.
  public let day: Int
  /// The part of the day, from 0; 0 where days are not divided.
  public let part: Int
  /// The value; of a share, count / cases.
  public let value: Double
  /// Of a share, what it was counted from: how many of how many.
  public let share: Share?

  /// How many of how many.
  public struct Share: Hashable, Sendable {
    /// The cases that count, from 0 to `cases`.
    public let count: Int
    /// All cases, 1 or more.
    public let cases: Int

    /// Creates a share.
    public init(count: Int, of cases: Int) {
      precondition(cases > 0 && 0...cases ~= count, "a part is not larger than the whole")
      self.count = count
      self.cases = cases
    }
  }

  /// A number, for example of entries.
  public init(day: Int, part: Int = 0, value: Double) {
    (self.day, self.part, self.value, share) = (day, part, value, nil)
  }

  /// A share, for example of visitors who went to a zone.
  public init(day: Int, part: Int = 0, share: Share) {
    (self.day, self.part, self.share) = (day, part, share)
    value = Double(share.count) / Double(share.cases)
  }
}
