/// A stretch of time that is planned as one: its place on the store's clock, and the instants between which it lies.
///
/// A business day may begin after midnight, at 04:00 say. The half hour from 01:30 to 02:00 of a Tuesday is then of
/// Monday's business day, and `minute` is 1530 = 25 h 30 min, as timetables count.
public struct PlanningInterval: Hashable, Sendable {
  /// The date of the business day, in days since 1970-01-01.
  public var businessDay: Int
  /// What the store's clock shows at the start, in whole minutes since the midnight that begins `businessDay`.
  ///
  /// Where the clock is set back, two intervals have the same minute; where it is set forward, minutes are missing.
  public var minute: Int
  /// The first instant, in milliseconds since 1970-01-01T00:00Z.
  public var startMilliseconds: Int64
  /// The first instant after it.
  public var endMilliseconds: Int64

  /// An interval.
  public init(businessDay: Int, minute: Int, startMilliseconds: Int64, endMilliseconds: Int64) {
    self.businessDay = businessDay
    self.minute = minute
    self.startMilliseconds = startMilliseconds
    self.endMilliseconds = endMilliseconds
  }

  /// How long it is, in hours that really pass.
  public var hours: Double { Double(endMilliseconds - startMilliseconds) / 3_600_000 }
}
