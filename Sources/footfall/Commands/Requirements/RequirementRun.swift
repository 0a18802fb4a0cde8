import FootfallExport
import FootfallPlanning

/// One run of `requirements`: from a forecast and rules to the document.
struct RequirementRun {
  private let path: String
  private let forecast: ForecastDocument
  private let clock: StoreClock
  private let file: RulesFile
  private let level: DemandLevel

  /// Reads the forecast at `path` and checks the rules against it.
  /// - Throws: ``CommandError`` or ``SceneError``.
  init(forecast path: String, rules file: RulesFile, level: DemandLevel) throws {
    forecast = try PlanInput.forecast(at: path)
    guard let clock = StoreClock(timeZone: forecast.timeZone) else {
      throw CommandError.unknownTimeZone(forecast.timeZone, "cannot read the forecast: \(path)")
    }
    let lengths = [forecast.intervalMinutes, file.rules.intervalMinutes].sorted()
    guard lengths[1] % lengths[0] == 0 else {
      throw CommandError(
        "cannot read the forecast: \(path): /intervalMinutes is \(forecast.intervalMinutes); allowed: a divisor or a "
          + "multiple of the rules' \(file.rules.intervalMinutes)", .badData)
    }
    self.path = path
    self.clock = clock
    self.file = file
    self.level = level
    try file.check(series: forecast.series.map(\.id))
  }

  /// The requirements, and beside them what a roster has.
  /// - Throws: ``CommandError``.
  func document(roster: String?, powerShare: Double) throws -> RequirementDocument {
    let rules = file.rules
    let demand = forecast.demand(level)
    let requirements = try requirements(demand)
    overloads(in: requirements).forEach(Warning.print)
    let table = RequirementTable(
      timeZone: forecast.timeZone, intervalMinutes: rules.intervalMinutes,
      businessDayStart: rules.businessDayStart, level: level, roles: rules.roles.map(\.id),
      requirements: requirements)
    let shifts = try roster.map { try RosterFile.read($0, clock: clock, roles: table.roles) }
    let power = forecast.demand(.median).typicalWeek().map { PowerHours(share: powerShare, traffic: $0) }
    let document = RequirementDocument(
      table, scheduled: shifts.map { LabourGap.scheduled($0, for: requirements) }, powerHours: power)
    guard let document else {
      throw CommandError.unknownTimeZone(forecast.timeZone, "cannot tell requirements")
    }
    return document
  }

  /// Which roles may not have as many heads as keep their queue from growing for ever, and from when on.
  private func overloads(in requirements: [StaffRequirement]) -> [String] {
    let overloaded = requirements.filter { requirement in
      guard case .erlangC(let basis) = requirement.basis.rule else { return false }
      return basis.expectedWaitSeconds == nil
    }
    return Dictionary(grouping: overloaded, by: \.role).sorted { $0.key < $1.key }.compactMap { role, rows in
      rows.first.map { first in
        "\(place(role)): the queue grows for ever with \(first.basis.serving) heads at "
          + "\(time(first.interval.startMilliseconds))\(rows.count > 1 ? " and in \(rows.count - 1) other intervals" : ""); "
          + "more than its maximum are needed"
      }
    }
  }

  private func requirements(_ demand: DemandTable) throws -> [StaffRequirement] {
    let intervals = PlanningIntervals.whole(
      in: forecast.milliseconds, minutes: file.rules.intervalMinutes, timeZone: forecast.timeZone,
      businessDayStart: file.rules.businessDayStart)
    do {
      return try RequirementPlanner(rules: file.rules, demand: demand).requirements(for: intervals ?? [])
    } catch {
      throw fault(error)
    }
  }

  private func fault(_ fault: RequirementFault) -> CommandError {
    switch fault {
    case .unknownDemand(let role, let start):
      let pointer = forecast.pointer(toUnknownAt: start, series: series(of: role))
      return CommandError(
        "cannot tell requirements: \(path): \(pointer) has no count at \(time(start)), when \(place(role)) is open; "
          + "allowed: a count in all opening hours", .badData)
    case .tooManyHeads(let role, let start, let arrivals):
      return CommandError(
        "cannot tell requirements: \(place(role)) needs more heads than \(ErlangC.mostServers) at \(time(start)) for "
          + "\(arrivals.fixed(1)) arrivals an hour; allowed: up to \(ErlangC.mostServers)", .badData)
    }
  }

  private func series(of role: String) -> [String]? { file.rules.roles.first { $0.id == role }?.series }

  private func place(_ role: String) -> String {
    let position = file.positions[role].map { ":\($0)" } ?? ""
    return "role '\(role)' (\(file.path)\(position))"
  }

  private func time(_ instant: Int64) -> String { clock.time(atMilliseconds: instant).text }
}
