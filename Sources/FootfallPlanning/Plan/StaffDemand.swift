/// How many people are needed, by role and interval of the period.
public struct StaffDemand: Hashable, Sendable {
  /// The lengths of an interval that are allowed, in minutes: those that divide an hour, by which clocks are changed, but
  /// for ``PlanHorizon/evenMinutes(_:)``.
  public static let allowedMinutes = [5, 10, 15, 20, 30, 60]

  /// The length of an interval, in minutes.
  public let intervalMinutes: Int
  /// Heads by role, in the order of the problem's roles, and interval of the period; 0 where nobody is needed.
  public let required: [[Int]]

  /// Creates a demand; every role has as many intervals as the period.
  public init(intervalMinutes: Int, required: [[Int]]) {
    precondition(intervalMinutes > 0, "an interval has a length")
    self.intervalMinutes = intervalMinutes
    self.required = required
  }

  /// The minutes of an interval since the beginning of the period.
  public func minutes(of interval: Int) -> Range<Int> {
    interval * intervalMinutes..<(interval + 1) * intervalMinutes
  }

  /// From the first minute of a time at which somebody is needed to the last, in whole intervals; empty where nobody is.
  func neededTime(within time: Range<Int>) -> Range<Int> {
    let needed = (time.lowerBound / intervalMinutes..<time.upperBound / intervalMinutes).filter { interval in
      required.contains { $0[interval] > 0 }
    }
    guard let first = needed.first, let last = needed.last else { return time.lowerBound..<time.lowerBound }
    return minutes(of: first).lowerBound..<minutes(of: last).upperBound
  }
}
