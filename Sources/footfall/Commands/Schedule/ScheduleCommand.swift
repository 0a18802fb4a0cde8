import ArgumentParser
import FootfallExport
import FootfallPlanning
import Foundation

struct ScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Make a shift plan that covers what requirements ask for.",
    discussion: """
      Who can work, how shifts may look, contracts, wishes and weights are in the staff file (docs/planning.md). There \
      always is a plan: where people are missing, the plan says who is kept away by which rule. How far from the best \
      it can be is its gap, proved by a bound of the same problem. Every plan is checked against all rules again before \
      it is written. A staff file that names nobody gives open shifts.

      Example:
        footfall schedule requirements.json --staff staff.yaml --time-limit 60 --out plan.json
      """)

  @Argument(help: ArgumentHelp("What requirements wrote.", valueName: "requirements"))
  var requirements: String

  @Option(help: ArgumentHelp("The staff file.", valueName: "file"))
  var staff: String

  @OptionGroup var search: SearchOptions

  @Option(
    help: ArgumentHelp(
      "The plan that is out already; as little as possible of it is changed.", valueName: "plan"))
  var previous: String?

  @Option(
    help: ArgumentHelp(
      "The forecast behind the requirements, which the plan then holds for planners that take volumes.",
      valueName: "file"))
  var forecast: String?

  @Option(help: ArgumentHelp("Where to write the plan, footfall.staffing-plan/1.", valueName: "file"))
  var out: String

  @Option(help: ArgumentHelp("Write demand.csv and shifts.csv there, too.", valueName: "folder"))
  var csv: String?

  @Option(
    help: ArgumentHelp(
      "Write iCalendar files there, too: of the store and of each employee.", valueName: "folder"))
  var ical: String?

  @Option(help: ArgumentHelp("Write a page of the plan, too: cover, shifts, shortages.", valueName: "file"))
  var html: String?

  @OptionGroup var log: LogOptions

  func run() throws {
    let staff = try StaffFile(contentsOfFile: staff)
    let table = try PlanInput.requirements(at: requirements)
    let problem = try problem(staff, table)
    staff.warnings(about: problem).forEach(Warning.print)
    let volume = try forecast.map(PlanInput.forecast(at:))?.volume ?? []
    let places = PlanPlaces(plan: out, tables: csv, calendars: ical, page: html)
    try places.check()
    let report = try PlanRun(
      problem: problem, source: staff.path, options: search, logger: log.logger
    ).report()
    try PlanOutput(report, setting(staff, table, volume)).write(to: places)
    StandardError.write(summary(of: report))
  }

  private func problem(_ staff: StaffFile, _ table: RequirementTable) throws -> StaffingProblem {
    let horizon = try DocumentInput.naming(requirements, "requirements") { () throws(DocumentError) in
      try table.horizon(firstWeekday: staff.firstWeekday)
    }
    let demand = try DocumentInput.naming(requirements, "requirements") { () throws(DocumentError) in
      try table.demand(on: horizon, roles: staff.roles.map(\.id))
    }
    let published = try previous.map { try PlanInput(at: $0, staff: staff).plan(on: horizon) }
    return try staff.problem(on: horizon, demand: demand, published: published)
  }

  private func setting(
    _ staff: StaffFile, _ table: RequirementTable, _ volume: [PlanSetting.Volume]
  ) -> PlanSetting {
    var setting = PlanSetting(
      store: staff.store, currency: staff.currency, generatorVersion: Generator.version)
    // Limited by iterations, the same input gives the same bytes.
    if search.iterations == nil {
      setting.generatedAtMilliseconds = Int64(Date().timeIntervalSince1970) * 1000
    }
    setting.requirements = table
    setting.volume = volume
    return setting
  }

  private func summary(of report: PlanReport) -> String {
    let cover = report.cover.totals()
    let objective = report.terms.total
    let gap = report.solution?.gap(of: objective) ?? 1
    return "\(out): objective \(objective.fixed(2)), bound \((report.solution?.bound ?? 0).fixed(2)), "
      + "gap \((100 * gap).fixed(2)) %; \(report.plan.shifts.count) shifts, missing "
      + "\((Double(cover.under) / 60).fixed(2)) of \((Double(cover.required) / 60).fixed(2)) hours\n"
  }
}
