/// The published shift plan against what it has to cover: heads, and nobody's name.
public struct StaffingBoard: Hashable, Sendable, Codable {
  /// When the plan begins, in milliseconds since 1970 UTC.
  public var startMilliseconds: Int64
  /// When it ends, in milliseconds since 1970 UTC.
  public var endMilliseconds: Int64
  /// The length of an interval.
  public var intervalMinutes: Int
  /// The ids of the roles.
  public var roles: [String]
  /// Wherever somebody is needed or at work, in order of time.
  public var cover: [Cover]
  /// How many people are expected to come in, in order of time; empty where the plan does not say.
  public var expected: [Expected]

  /// Heads in one interval.
  public struct Cover: Hashable, Sendable, Codable {
    /// When it begins, in milliseconds since 1970 UTC.
    public var startMilliseconds: Int64
    /// How many are needed, by role.
    public var required: [Int]
    /// How many are at work and on no break, by role.
    public var scheduled: [Int]

    /// Creates an interval.
    public init(startMilliseconds: Int64, required: [Int], scheduled: [Int]) {
      self.startMilliseconds = startMilliseconds
      self.required = required
      self.scheduled = scheduled
    }
  }

  /// People expected in one interval.
  public struct Expected: Hashable, Sendable, Codable {
    /// When it begins, in milliseconds since 1970 UTC.
    public var startMilliseconds: Int64
    /// When it ends, in milliseconds since 1970 UTC.
    public var endMilliseconds: Int64
    /// How many people.
    public var value: Double

    /// Creates an interval.
    public init(startMilliseconds: Int64, endMilliseconds: Int64, value: Double) {
      self.startMilliseconds = startMilliseconds
      self.endMilliseconds = endMilliseconds
      self.value = value
    }
  }

  /// Creates a board.
  public init(
    startMilliseconds: Int64, endMilliseconds: Int64, intervalMinutes: Int, roles: [String], cover: [Cover],
    expected: [Expected]
  ) {
    self.startMilliseconds = startMilliseconds
    self.endMilliseconds = endMilliseconds
    self.intervalMinutes = intervalMinutes
    self.roles = roles
    self.cover = cover
    self.expected = expected
  }
}
