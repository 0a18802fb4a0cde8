/// A limit on any so many consecutive days, those before the period included.
public struct RollingWindow: Hashable, Sendable {
  /// The length of the window, in days.
  public let days: Int
  /// The most paid minutes in it; nil for no limit.
  public let greatestMinutes: Int?
  /// The most days worked in it; nil for no limit.
  public let greatestDays: Int?

  /// Creates a window.
  public init(days: Int, greatestMinutes: Int? = nil, greatestDays: Int? = nil) {
    self.days = days
    self.greatestMinutes = greatestMinutes
    self.greatestDays = greatestDays
  }
}
