internal import FootfallCore

/// A made-up shop with a week of demand and people to cover it, for benchmarks and tests.
///
/// The shop is open from 08:00 to 22:00 and counts in quarters of an hour. Shoppers come as in a city centre: on
/// working days most at lunch and after work, at weekends in the afternoon. The sales floor has one for six shoppers
/// present, each of whom stays 20 minutes; of the till, where three in ten buy and take 150 s, four in five wait no
/// longer than two minutes. There are so many shoppers that the people could work `availability` times the hours
/// needed, as far as minimum cover allows it. All numbers are invented; the same arguments give the same shop.
public struct RetailWeek: Sendable {
  /// Who can be given shifts.
  public let employees: [Employee]
  /// The heads that are needed, with how each number came about.
  public let requirements: RequirementTable
  /// Shoppers on an average day.
  public let entriesPerDay: Int

  /// Makes a shop.
  /// - Parameters:
  ///   - staff: how many people, 1 or more.
  ///   - seed: for their contracts, skills and free days, and the noise of the demand.
  ///   - availability: hours that the people may work, over hours needed.
  public init(staff: Int, seed: UInt64, availability: Double) {
    precondition(staff >= 1 && availability > 0, "a shop has people")
    var generator = SplitMix64(seed: seed)
    let employees = (0..<staff).map { RetailWeek.employee($0, using: &generator) }
    let noise = (0..<7 * 14).map { _ in Double.random(in: 0.9...1.1, using: &generator) }
    let hours = Double(employees.reduce(0) { $0 + ($1.contract.greatestWeekMinutes ?? 0) }) / 60
    let needed = hours / availability
    var (least, most) = (0, 10_000)
    while most - least > 1 {
      let middle = (least + most) / 2
      let heads = RetailWeek.requirements(entriesPerDay: middle, noise).reduce(0) { $0 + $1.required }
      if Double(heads) / 4 <= needed { least = middle } else { most = middle }
    }
    self.employees = employees
    entriesPerDay = least
    requirements = RequirementTable(
      timeZone: "UTC", intervalMinutes: 15, businessDayStart: 0, level: .median, roles: ["floor", "till"],
      requirements: RetailWeek.requirements(entriesPerDay: least, noise))
  }

  /// The week: from Monday, 30 November 2026.
  public static let horizon = PlanHorizon(
    timeZone: "UTC", start: monday * 1440,
    days: (0..<7).map { day in
      PlanDay(
        date: day == 0 ? "2026-11-30" : "2026-12-0\(day)", number: monday + day,
        minutes: day * 1440..<(day + 1) * 1440)
    }, clockOffsets: [PlanHorizon.ClockOffset(from: 0, minutes: 0)])

  /// Shifts of 4 to 9 hours that begin on the hour; from 6 hours on half an hour's unpaid break after 3 to 5 hours.
  public static let rules = ShiftRules(
    startGridMinutes: 60, leastMinutes: 240, greatestMinutes: 540, lengthGridMinutes: 60,
    breaks: [BreakRule(shiftMinutes: 360..<541, minutes: 30, isPaid: false, window: 180..<300)])

  /// The floor and the till.
  public static let roles = ["floor", "till"].map { StaffRole(id: $0, skills: [$0]) }

  /// What there is to plan.
  public var problem: StaffingProblem {
    let heads = RetailWeek.roles.map { role in
      var heads = [Int](repeating: 0, count: 7 * 96)
      for requirement in requirements.requirements where requirement.role == role.id {
        let day = requirement.interval.businessDay - RetailWeek.monday
        heads[day * 96 + requirement.interval.minute / 15] = requirement.required
      }
      return heads
    }
    return StaffingProblem(
      horizon: RetailWeek.horizon, roles: RetailWeek.roles, employees: employees,
      demand: StaffDemand(intervalMinutes: 15, required: heads), rules: RetailWeek.rules)
  }
}

// MARK: - People

extension RetailWeek {
  private static let monday = 20_787

  /// Of twenty people eleven work full time; half can do both roles; one in four is there only early or only late.
  private static func employee(_ number: Int, using generator: inout SplitMix64) -> Employee {
    let isFullTime = number % 20 < 11
    var contract = Contract()
    contract.leastWeekMinutes = (isFullTime ? 30 : number % 3 * 8) * 60
    contract.greatestWeekMinutes = (isFullTime ? 40 : number.isMultiple(of: 2) ? 30 : 24) * 60
    contract.greatestWeekDays = 5
    contract.leastRestMinutes = 11 * 60
    let free = (0..<7).shuffled(using: &generator).prefix(isFullTime ? 1 : 2)
    let hours = number % 8 == 3 ? 8..<17 : number % 8 == 6 ? 13..<22 : 8..<22
    let days = (0..<7).filter { !free.contains($0) }
    let skills: Set<String> = number % 4 == 1 ? ["floor"] : number % 4 == 3 ? ["till"] : ["floor", "till"]
    var employee = Employee(
      id: "e\(number + 1)", skills: skills,
      available: days.map { $0 * 1440 + hours.lowerBound * 60..<$0 * 1440 + hours.upperBound * 60 },
      hourlyCents: 100 * Int.random(in: 13...18, using: &generator), contract: contract)
    let day = days[Int.random(in: 0..<days.count, using: &generator)]
    employee.wishes = [Wish(.off, minutes: day * 1440..<(day + 1) * 1440, weight: 3)]
    return employee
  }
}

// MARK: - Demand

extension RetailWeek {
  /// Percent of a day's shoppers by hour from 08:00.
  private static let workingDay = [5.0, 5.2, 6.0, 7.2, 9.6, 9.8, 8.4, 8.0, 8.6, 9.4, 7.6, 6.0, 5.0, 4.2]
  private static let weekendDay = [2.2, 3.4, 5.6, 7.8, 9.6, 10.2, 10.2, 9.8, 9.0, 8.2, 7.6, 6.6, 5.4, 4.4]
  /// A day's shoppers over those of an average one, from Monday.
  private static let days = [0.92, 0.95, 0.98, 1.02, 1.12, 1.15, 0.86]

  private static let tillTarget = ServiceTarget(serviceSeconds: 150, share: 0.8, waitSeconds: 120)
  private static let conversion = 0.3
  private static let dwellSeconds = 1_200.0
  private static let shoppersPerAssociate = 6.0

  private static func requirements(entriesPerDay: Int, _ noise: [Double]) -> [StaffRequirement] {
    (0..<7).flatMap { day in
      (0..<14 * 4).flatMap { quarter -> [StaffRequirement] in
        let share = (day < 5 ? workingDay : weekendDay)[quarter / 4] / 100
        let arrivals = Double(entriesPerDay) * days[day] * share * noise[day * 14 + quarter / 4]
        let minute = 8 * 60 + quarter * 15
        let start = Int64((monday + day) * 1440 + minute) * 60_000
        let interval = PlanningInterval(
          businessDay: monday + day, minute: minute, startMilliseconds: start,
          endMilliseconds: start + 900_000)
        return [floor(arrivals, interval), till(arrivals, interval)]
      }
    }
  }

  private static func floor(_ arrivals: Double, _ interval: PlanningInterval) -> StaffRequirement {
    let present = arrivals * dwellSeconds / 3_600
    let heads = Int((present / shoppersPerAssociate - 1e-9).rounded(.up))
    let basis = RequirementBasis(
      rule: .occupancyPerAssociate(
        arrivalsPerHour: arrivals, dwellSeconds: dwellSeconds, present: present, target: shoppersPerAssociate),
      heads: heads, serving: max(1, heads), tasks: 0, shrinkage: 0)
    return StaffRequirement(
      role: "floor", interval: interval, required: max(1, heads), minimum: 1, basis: basis)
  }

  private static func till(_ arrivals: Double, _ interval: PlanningInterval) -> StaffRequirement {
    let queue = ErlangC.smallest(arrivalsPerHour: arrivals * conversion, meeting: tillTarget)
    let heads = queue?.servers ?? 0
    let basis = RequirementBasis(
      rule: .erlangC(
        ErlangCBasis(
          arrivalsPerHour: arrivals * conversion, target: tillTarget,
          expectedShare: queue?.share(within: tillTarget.waitSeconds) ?? 0,
          expectedWaitSeconds: queue?.meanWaitSeconds)),
      heads: heads, serving: max(1, heads), tasks: 0, shrinkage: 0)
    return StaffRequirement(
      role: "till", interval: interval, required: max(1, heads), minimum: 1, basis: basis)
  }
}
