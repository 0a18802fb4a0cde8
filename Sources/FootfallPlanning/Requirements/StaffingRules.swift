/// What a store wants to offer: all that turns a forecast into heads.
public struct StaffingRules: Hashable, Sendable {
  /// The length of an interval of requirements: 15, 30 or 60 minutes.
  public var intervalMinutes: Int
  /// When a business day begins, in minutes after midnight, 0 to 1439.
  public var businessDayStart: Int
  /// When customers are served.
  public var openingHours: BusinessCalendar
  /// The roles; each id once.
  public var roles: [RoleRule]

  /// Rules.
  public init(intervalMinutes: Int, businessDayStart: Int, openingHours: BusinessCalendar, roles: [RoleRule])
  {
    self.intervalMinutes = intervalMinutes
    self.businessDayStart = businessDayStart
    self.openingHours = openingHours
    self.roles = roles
  }
}
