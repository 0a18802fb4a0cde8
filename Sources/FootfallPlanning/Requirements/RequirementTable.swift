/// What a period needs: all requirements with the clock they are told on.
public struct RequirementTable: Hashable, Sendable {
  /// The IANA name of the store's time zone.
  public var timeZone: String
  /// The length of an interval on the clock, in minutes: 15, 30 or 60.
  public var intervalMinutes: Int
  /// When a business day begins, in minutes after midnight.
  public var businessDayStart: Int
  /// Which demand is staffed for.
  public var level: DemandLevel
  /// The roles' ids, in the order of the rules.
  public var roles: [String]
  /// Ordered by start, then by role; every role has every interval.
  public var requirements: [StaffRequirement]

  /// A table.
  public init(
    timeZone: String, intervalMinutes: Int, businessDayStart: Int, level: DemandLevel, roles: [String],
    requirements: [StaffRequirement]
  ) {
    self.timeZone = timeZone
    self.intervalMinutes = intervalMinutes
    self.businessDayStart = businessDayStart
    self.level = level
    self.roles = roles
    self.requirements = requirements
  }
}

/// Which of the demands that a forecast deems likely is staffed for.
public enum DemandLevel: String, Hashable, Sendable, CaseIterable {
  /// The middle: half of the time fewer customers come.
  case median = "P50"
  /// Four times in five fewer customers come.
  case high = "P80"
}
