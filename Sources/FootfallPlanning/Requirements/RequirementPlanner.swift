/// Turns expected arrivals into heads by role and interval.
public struct RequirementPlanner: Sendable {
  private let rules: StaffingRules
  private let demand: DemandTable

  /// More heads than this are a slip in a unit.
  private static let mostHeads = Double(ErlangC.mostServers)

  /// A planner.
  public init(rules: StaffingRules, demand: DemandTable) {
    self.rules = rules
    self.demand = demand
  }

  /// The requirements of each role in each interval.
  /// - Parameter intervals: in order; each as long as the rules say on the store's clock.
  /// - Throws: for demand that is not known in opening hours, and for absurd heads.
  public func requirements(
    for intervals: [PlanningInterval]
  ) throws(RequirementFault) -> [StaffRequirement] {
    let known = demand.arrivals.keys.sorted()
    var requirements: [StaffRequirement] = []
    for interval in intervals {
      for role in rules.roles {
        requirements.append(try requirement(of: role, in: interval, series: role.series ?? known))
      }
    }
    return requirements
  }

  private func requirement(
    of role: RoleRule, in interval: PlanningInterval, series: [String]
  ) throws(RequirementFault) -> StaffRequirement {
    // The business day's minute may lie past midnight, and then on the date after.
    let day = interval.businessDay + interval.minute / 1440
    let start = interval.minute % 1440
    let span = start..<start + rules.intervalMinutes
    let isOpen = rules.openingHours.isOpen(on: day, during: span)
    let served = isOpen ? try heads(of: role, in: interval, series: series) : (rule: .fixed, heads: 0)
    let minimum = isOpen ? role.minimum : 0
    let serving = min(max(served.heads, minimum), isOpen ? role.maximum ?? .max : 0)
    let tasks = role.tasks.reduce(0) { sum, task in sum + (task.isDue(on: day, during: span) ? task.heads : 0)
    }
    let required = Rounding.heads(Double(serving + tasks) / (1 - role.shrinkage))
    let basis = RequirementBasis(
      rule: completed(served.rule, serving: serving), heads: served.heads, serving: serving, tasks: tasks,
      shrinkage: role.shrinkage)
    return StaffRequirement(
      role: role.id, interval: interval, required: required, minimum: minimum, basis: basis)
  }

  /// What the role's rule asks for by itself.
  private func heads(
    of role: RoleRule, in interval: PlanningInterval, series: [String]
  ) throws(RequirementFault) -> (rule: RequirementBasis.Rule, heads: Int) {
    if case .fixed = role.service { return (.fixed, 0) }
    let minute = interval.businessDay * 1440 + interval.minute
    guard
      let all = demand.arrivalsPerHour(of: series, at: minute, length: rules.intervalMinutes)
    else { throw .unknownDemand(role: role.id, startMilliseconds: interval.startMilliseconds) }
    let arrivals = all * role.share
    let tooMany = RequirementFault.tooManyHeads(
      role: role.id, startMilliseconds: interval.startMilliseconds, arrivalsPerHour: arrivals)
    func ratio(_ number: Double, _ target: Double) throws(RequirementFault) -> Int {
      guard number / target <= Self.mostHeads else { throw tooMany }
      return Rounding.heads(number / target)
    }
    switch role.service {
    case .fixed: return (.fixed, 0)
    case .trafficPerLabourHour(let target):
      return (
        .trafficPerLabourHour(arrivalsPerHour: arrivals, target: target), try ratio(arrivals, target)
      )
    case .occupancyPerAssociate(let dwell, let target):
      let present = arrivals * dwell / 3600
      return (
        .occupancyPerAssociate(
          arrivalsPerHour: arrivals, dwellSeconds: dwell, present: present, target: target),
        try ratio(present, target)
      )
    case .erlangC(let target):
      guard let queue = ErlangC.smallest(arrivalsPerHour: arrivals, meeting: target) else { throw tooMany }
      return (
        .erlangC(
          ErlangCBasis(
            arrivalsPerHour: arrivals, target: target, expectedShare: 0, expectedWaitSeconds: nil)),
        queue.servers
      )
    }
  }

  /// The rule with what customers may expect of the heads that do serve.
  private func completed(_ rule: RequirementBasis.Rule, serving: Int) -> RequirementBasis.Rule {
    guard case .erlangC(var basis) = rule,
      let queue = ErlangC(
        arrivalsPerHour: basis.arrivalsPerHour, serviceSeconds: basis.target.serviceSeconds, servers: serving)
    else { return rule }
    basis.expectedShare = queue.share(within: basis.target.waitSeconds)
    basis.expectedWaitSeconds = queue.meanWaitSeconds
    return .erlangC(basis)
  }
}

extension FixedTask {
  /// Whether it is worked on at any time of an interval of a date.
  func isDue(on day: Int, during minutes: BusinessCalendar.Span) -> Bool {
    BusinessCalendar.overlaps(minutes, day: day) {
      weekdays.contains(BusinessCalendar.weekday(of: $0)) ? [span] : []
    }
  }
}

/// How fractions of a person are rounded.
enum Rounding {
  /// Up, unless the fraction is a rounding error: 1e-9 of a head.
  static func heads(_ number: Double) -> Int { Int((number - 1e-9).rounded(.up)) }
}
