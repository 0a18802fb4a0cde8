import FootfallPlanning
import Testing

@Suite("Requirements")
struct RequirementPlannerTests {
  /// A Monday.
  private let day = 19_723

  private func interval(_ minute: Int, length: Int = 60) -> PlanningInterval {
    let start = Int64(day * 1440 + minute) * 60_000
    return PlanningInterval(
      businessDay: day, minute: minute, startMilliseconds: start,
      endMilliseconds: start + Int64(length) * 60_000)
  }

  private func rules(_ role: RoleRule, minutes: Int = 60, week: [[Range<Int>]]? = nil) -> StaffingRules {
    StaffingRules(
      intervalMinutes: minutes, businessDayStart: 0,
      openingHours: BusinessCalendar(week: week ?? Array(repeating: [540..<1260], count: 7)), roles: [role])
  }

  /// Hourly demand of a day, the same in every hour.
  private func demand(_ count: Double?, minutes: Int = 60) -> DemandTable {
    let slots = (day * 1440 / minutes)..<((day + 2) * 1440 / minutes)
    let counts = count.map { count in Dictionary(uniqueKeysWithValues: slots.map { ($0, count) }) }
    return DemandTable(intervalMinutes: minutes, arrivals: ["door": counts ?? [:]])
  }

  private func requirement(
    _ role: RoleRule, arrivals: Double?, minute: Int = 600, week: [[Range<Int>]]? = nil
  ) throws -> StaffRequirement {
    let planner = RequirementPlanner(rules: rules(role, week: week), demand: demand(arrivals))
    return try #require(try planner.requirements(for: [interval(minute)]).first)
  }

  private static let tills = ServiceTarget(serviceSeconds: 150, share: 0.8, waitSeconds: 120)
  private static let ratioCases: [(String, RoleRule.Service, Double, Int)] = [
    ("180 an hour at 30 each", .trafficPerLabourHour(target: 30), 180, 6),
    ("181 an hour at 30 each", .trafficPerLabourHour(target: 30), 181, 7),
    ("90 an hour for 20 min, 6 each", .occupancyPerAssociate(dwellSeconds: 1200, target: 6), 90, 5),
    ("nobody, minimum 1", .trafficPerLabourHour(target: 30), 0, 1),
    ("a rounding error is not a head", .trafficPerLabourHour(target: 0.1), 1.1, 11),
    ("tills", .erlangC(tills), 36, 3),
  ]

  @Test("Entries an hour and people present, each over its ratio", arguments: ratioCases)
  func ratios(label: String, service: RoleRule.Service, arrivals: Double, heads: Int) throws {
    let role = RoleRule(id: "floor", service: service, minimum: 1)
    #expect(try requirement(role, arrivals: arrivals).required == heads, "\(label)")
  }

  @Test("The basis tells how a number came about")
  func basis() throws {
    let target = ServiceTarget(serviceSeconds: 150, share: 0.8, waitSeconds: 120)
    let role = RoleRule(id: "till", share: 0.3, service: .erlangC(target), minimum: 1)
    let tills = try requirement(role, arrivals: 120)
    #expect(tills.required == 3 && tills.minimum == 1)
    guard case .erlangC(let basis) = tills.basis.rule else { return #expect(Bool(false), "by Erlang C") }
    #expect(abs(basis.arrivalsPerHour - 36) < 1e-9)
    #expect(basis.target == target)
    #expect(abs(basis.expectedShare - 0.9287) < 5e-5)
    #expect(abs(try #require(basis.expectedWaitSeconds) - 23.7) < 0.05)

    let floor = try requirement(
      RoleRule(id: "floor", service: .occupancyPerAssociate(dwellSeconds: 1200, target: 6)), arrivals: 90)
    #expect(
      floor.basis.rule
        == .occupancyPerAssociate(arrivalsPerHour: 90, dwellSeconds: 1200, present: 30, target: 6))
  }

  @Test("Shrinkage is rostered on top: 14 at work are 20 on shift at 30 %")
  func shrinkage() throws {
    let target = ServiceTarget(serviceSeconds: 180, share: 0.8, waitSeconds: 20, maximumOccupancy: 0.85)
    let role = RoleRule(id: "agent", service: .erlangC(target), shrinkage: 0.3)
    let agents = try requirement(role, arrivals: 200)
    #expect(agents.required == 20 && agents.basis.serving == 14 && agents.basis.heads == 14)
    let exact = RoleRule(id: "x", service: .fixed, minimum: 9, shrinkage: 0.1)
    #expect(try requirement(exact, arrivals: nil).required == 10)
  }

  @Test("No more can serve than there are tills, and what customers may expect says so")
  func maximum() throws {
    let target = ServiceTarget(serviceSeconds: 150, share: 0.8, waitSeconds: 120)
    let two = RoleRule(id: "till", service: .erlangC(target), maximum: 2)
    let short = try requirement(two, arrivals: 36)
    #expect(short.required == 2 && short.basis.heads == 3)
    guard case .erlangC(let basis) = short.basis.rule else { return #expect(Bool(false), "by Erlang C") }
    #expect(abs(basis.expectedShare - 0.5691) < 5e-5)
    let one = try requirement(RoleRule(id: "till", service: .erlangC(target), maximum: 1), arrivals: 36)
    guard case .erlangC(let endless) = one.basis.rule else { return #expect(Bool(false), "by Erlang C") }
    #expect(endless.expectedShare == 0 && endless.expectedWaitSeconds == nil)
  }

  @Test("Tasks come on top, also before the store opens and past midnight")
  func tasks() throws {
    let role = RoleRule(
      id: "floor", service: .trafficPerLabourHour(target: 30), minimum: 1,
      tasks: [
        FixedTask(id: "delivery", weekdays: [0], span: 420..<630, heads: 2),
        FixedTask(id: "cleaning", weekdays: [6], span: 1380..<1500, heads: 1),
        FixedTask(id: "never", weekdays: [3], span: 0..<1440, heads: 9),
      ])
    #expect(try requirement(role, arrivals: 60, minute: 600).required == 4)
    #expect(try requirement(role, arrivals: 60, minute: 660).required == 2)
    let early = try requirement(role, arrivals: 60, minute: 480)
    #expect(early.required == 2 && early.minimum == 0 && early.basis.rule == .fixed)
    #expect(try requirement(role, arrivals: 60, minute: 0).required == 1)
    #expect(try requirement(role, arrivals: 60, minute: 60).required == 0)
  }

  @Test("A store that closes past midnight is open then, and on a business day that begins at 04:00")
  func pastMidnight() throws {
    let bar = Array(repeating: [1080..<1560], count: 7)
    let role = RoleRule(id: "bar", service: .trafficPerLabourHour(target: 10), minimum: 1)
    let expectations = [(1080, 3), (1500, 3), (1559, 3), (1560, 0), (1020, 0), (60, 3), (120, 0)]
    for (minute, heads) in expectations {
      #expect(try requirement(role, arrivals: 30, minute: minute, week: bar).required == heads, "\(minute)")
    }
    // Sunday is closed, so that Monday's first hours are too.
    var week = bar
    week[6] = []
    #expect(try requirement(role, arrivals: 30, minute: 60, week: week).required == 0)
  }

  @Test("Dates that are not as others have their own hours")
  func exceptions() {
    let hours = BusinessCalendar(
      week: Array(repeating: [540..<1260], count: 7), exceptions: [day: [], day + 1: [600..<720]])
    #expect(!hours.isOpen(on: day, during: 600..<660))
    #expect(!hours.isOpen(on: day + 1, during: 540..<600))
    #expect(hours.isOpen(on: day + 1, during: 585..<615))
    #expect(hours.isOpen(on: day + 2, during: 540..<600))
  }

  @Test("Longer and shorter intervals than the forecast's have the same rate")
  func intervals() throws {
    let role = RoleRule(id: "floor", service: .trafficPerLabourHour(target: 1))
    for (forecast, minutes) in [(60, 15), (60, 30), (15, 60), (15, 15), (30, 60)] {
      let planner = RequirementPlanner(
        rules: rules(role, minutes: minutes), demand: demand(12 * Double(forecast) / 60, minutes: forecast))
      let found = try planner.requirements(for: [interval(615 / minutes * minutes, length: minutes)])
      #expect(found.map(\.required) == [12], "\(forecast) to \(minutes)")
    }
  }

  @Test("Several series are added up, or those that the role names")
  func series() throws {
    let slot = day * 24 + 10
    let demand = DemandTable(intervalMinutes: 60, arrivals: ["a": [slot: 20], "b": [slot: 30]])
    for (series, heads) in [(nil, 50), (["b"], 30), (["a", "b"], 50)] as [([String]?, Int)] {
      let role = RoleRule(id: "floor", series: series, service: .trafficPerLabourHour(target: 1))
      let planner = RequirementPlanner(rules: rules(role), demand: demand)
      #expect(try planner.requirements(for: [interval(600)]).map(\.required) == [heads])
    }
  }

  @Test("Demand that nobody knows, and absurd heads, are faults")
  func faults() throws {
    let floor = RoleRule(id: "floor", service: .trafficPerLabourHour(target: 30))
    let start = interval(600).startMilliseconds
    #expect(throws: RequirementFault.unknownDemand(role: "floor", startMilliseconds: start)) {
      try requirement(floor, arrivals: nil)
    }
    // Closed, nobody asks.
    #expect(try requirement(floor, arrivals: nil, minute: 0).required == 0)
    for service in [
      RoleRule.Service.trafficPerLabourHour(target: 0.001),
      .occupancyPerAssociate(dwellSeconds: 86_400, target: 0.01),
      .erlangC(ServiceTarget(serviceSeconds: 86_400, share: 0.8, waitSeconds: 0)),
    ] {
      #expect(
        throws: RequirementFault.tooManyHeads(role: "x", startMilliseconds: start, arrivalsPerHour: 1000)
      ) {
        try requirement(RoleRule(id: "x", service: service), arrivals: 1000)
      }
    }
  }
}
