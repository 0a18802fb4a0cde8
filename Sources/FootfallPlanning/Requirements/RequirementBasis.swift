/// How a number of heads came about: `required` = ⌈(serving + tasks) / (1 − shrinkage)⌉ where `serving` is `heads`,
/// raised to the minimum and cut at the maximum.
public struct RequirementBasis: Hashable, Sendable {
  /// The rule and the numbers that went into it.
  public var rule: Rule
  /// Heads that the rule alone asks for.
  public var heads: Int
  /// Heads that serve customers: `heads` within the role's minimum and maximum.
  public var serving: Int
  /// Heads bound by fixed tasks, on top of those who serve.
  public var tasks: Int
  /// The share of those on shift who are absent or away from the floor, 0 to less than 1.
  public var shrinkage: Double

  /// A basis.
  public init(rule: Rule, heads: Int, serving: Int, tasks: Int, shrinkage: Double) {
    self.rule = rule
    self.heads = heads
    self.serving = serving
    self.tasks = tasks
    self.shrinkage = shrinkage
  }

  /// A rule with the numbers that it was given in one interval.
  public enum Rule: Hashable, Sendable {
    /// No traffic counts: minimum cover and tasks alone, as for every role outside opening hours.
    case fixed
    /// Arrivals an hour over the arrivals that one associate takes an hour.
    case trafficPerLabourHour(arrivalsPerHour: Double, target: Double)
    /// People present, arrivals × dwell by Little's law, over the people that one associate takes.
    case occupancyPerAssociate(arrivalsPerHour: Double, dwellSeconds: Double, present: Double, target: Double)
    /// A queue before several servers.
    case erlangC(ErlangCBasis)
  }
}

/// What a requirement by Erlang C rests on.
public struct ErlangCBasis: Hashable, Sendable {
  /// Customers an hour.
  public var arrivalsPerHour: Double
  /// What is asked for.
  public var target: ServiceTarget
  /// The share of customers who wait no longer than the target, with `serving` heads; 0 where the queue grows for ever.
  public var expectedShare: Double
  /// The mean wait in seconds, with `serving` heads; nil where the queue grows for ever.
  public var expectedWaitSeconds: Double?

  /// What a requirement rests on.
  public init(
    arrivalsPerHour: Double, target: ServiceTarget, expectedShare: Double, expectedWaitSeconds: Double?
  ) {
    self.arrivalsPerHour = arrivalsPerHour
    self.target = target
    self.expectedShare = expectedShare
    self.expectedWaitSeconds = expectedWaitSeconds
  }
}
