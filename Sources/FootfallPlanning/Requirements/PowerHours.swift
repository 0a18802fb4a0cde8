/// The busiest hours of the week: the smallest set of hours that holds a share of the week's traffic.
public struct PowerHours: Hashable, Sendable {
  /// One hour of the week.
  public struct Hour: Hashable, Sendable {
    /// The day of the week, 0 being Monday.
    public var weekday: Int
    /// The hour of the day, 0 to 23.
    public var hour: Int
    /// Its share of the week's traffic.
    public var share: Double

    /// An hour.
    public init(weekday: Int, hour: Int, share: Double) {
      self.weekday = weekday
      self.hour = hour
      self.share = share
    }
  }

  /// The share of the week's traffic that was asked for, more than 0 and at most 1.
  public var share: Double
  /// The hours, busiest first; of equally busy ones the earlier in the week.
  public var hours: [Hour]

  /// Hours that were found before.
  public init(share: Double, hours: [Hour]) {
    self.share = share
    self.hours = hours
  }

  /// Finds them: taking the busiest first is optimal, since all hours count one.
  /// - Parameters:
  ///   - share: of the week's traffic, more than 0 and at most 1; sums are compared with a tolerance of 1e-9.
  ///   - traffic: of the 168 hours of a week from Monday 0:00, in any unit.
  public init(share: Double, traffic: [Double]) {
    precondition(traffic.count == 168, "a week has 168 hours")
    let total = traffic.reduce(0, +)
    let order = traffic.indices.sorted { (traffic[$1], $0) < (traffic[$0], $1) }
    var hours: [Hour] = []
    var sum = 0.0
    for index in order where total > 0 && sum < share * total * (1 - 1e-9) {
      sum += traffic[index]
      hours.append(Hour(weekday: index / 24, hour: index % 24, share: traffic[index] / total))
    }
    self.init(share: share, hours: hours)
  }
}
