/// How many people of a role a store needs.
public struct RoleRule: Hashable, Sendable {
  /// The id of the role.
  public var id: String
  /// The forecast's series whose arrivals come to this role; nil for all.
  public var series: [String]?
  /// The share of those arrivals that come to this role, 0 to 1: at a till, who buys.
  public var share: Double
  /// How arrivals become heads.
  public var service: Service
  /// Heads that serve at least, while the store is open.
  public var minimum: Int
  /// Heads that can serve at most, since there are no more tills; nil without a limit, not below `minimum`.
  public var maximum: Int?
  /// The share of those on shift who are absent or away, 0 to less than 1.
  public var shrinkage: Double
  /// Work that is there whoever comes.
  public var tasks: [FixedTask]

  /// A rule.
  public init(
    id: String, series: [String]? = nil, share: Double = 1, service: Service, minimum: Int = 0,
    maximum: Int? = nil, shrinkage: Double = 0, tasks: [FixedTask] = []
  ) {
    self.id = id
    self.series = series
    self.share = share
    self.service = service
    self.minimum = minimum
    self.maximum = maximum
    self.shrinkage = shrinkage
    self.tasks = tasks
  }

  /// How arrivals become heads.
  public enum Service: Hashable, Sendable {
    /// They do not.
    case fixed
    /// Heads = arrivals an hour / target.
    case trafficPerLabourHour(target: Double)
    /// Heads = people present / target; people stay `dwellSeconds` on average.
    case occupancyPerAssociate(dwellSeconds: Double, target: Double)
    /// So many that the waiting target is met.
    case erlangC(ServiceTarget)
  }
}

/// Work that takes a fixed number of people at fixed times: deliveries, cleaning.
public struct FixedTask: Hashable, Sendable {
  /// What it is called.
  public var id: String
  /// The days of the week on which it begins, 0 being Monday.
  public var weekdays: Set<Int>
  /// When, in minutes after midnight; past 1440 it goes on into the day after.
  public var span: BusinessCalendar.Span
  /// How many people.
  public var heads: Int

  /// A task.
  public init(id: String, weekdays: Set<Int>, span: BusinessCalendar.Span, heads: Int) {
    self.id = id
    self.weekdays = weekdays
    self.span = span
    self.heads = heads
  }
}
