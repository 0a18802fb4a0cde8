import FootfallExport
import FootfallPlanning

/// The files that a plan is written to.
struct PlanOutput {
  private let report: PlanReport
  private let setting: PlanSetting
  private let document: PlanDocument
  private let calendar: PlanCalendar

  /// - Throws: ``CommandError`` where the time zone is unknown here.
  init(_ report: PlanReport, _ setting: PlanSetting) throws {
    guard let document = PlanDocument(report, setting), let calendar = PlanCalendar(report, setting) else {
      throw CommandError.unknownTimeZone(
        report.problem.horizon.timeZone, "cannot write the plan", status: .unavailable)
    }
    self.report = report
    self.setting = setting
    self.document = document
    self.calendar = calendar
  }

  /// The plan itself, last of all: where it is, the rest is too.
  func writePlan(to path: String) throws { try ResultFile.write(try document.encoded(), to: path) }

  func writePage(to path: String) throws {
    try ResultFile.write(PlanPage(report, setting).encoded(), to: path)
  }

  func writeTables(to path: String) throws {
    let tables = PlanTables(document)
    let folder = try OutputFolder(at: path)
    try folder.write(tables.demand(), named: PlanTables.demandName)
    try folder.write(tables.shifts(), named: PlanTables.shiftsName)
    try folder.publish()
  }

  /// The store's calendar, and one of each employee who has a shift.
  func writeCalendars(to path: String) throws {
    let folder = try OutputFolder(at: path)
    try folder.write(calendar.store(), named: PlanCalendar.storeName)
    for employee in report.problem.employees where !report.shifts(of: employee).isEmpty {
      try folder.write(calendar.employee(employee), named: PlanCalendar.name(employee: employee.id))
    }
    try folder.publish()
  }
}
