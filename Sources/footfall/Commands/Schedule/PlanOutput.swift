import FootfallExport
import FootfallPlanning
import Foundation

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

  /// Writes everything, or nothing where a part can't be written: the plan last, so that where it is, the rest is too.
  func write(to places: PlanPlaces) throws {
    let plan = try StagedFile(try document.encoded(), at: places.plan)
    let page = try places.page.map { try StagedFile(PlanPage(report, setting).encoded(), at: $0) }
    let tables = try places.tables.map(stagedTables)
    let calendars = try places.calendars.map(stagedCalendars)
    for file in [plan, page].compactMap({ $0 }) { try file.prepare() }
    for folder in [tables, calendars].compactMap({ $0 }) { try folder.prepare() }
    try tables?.publish()
    try calendars?.publish()
    try page?.publish()
    try plan.publish()
    if let path = places.calendars { try removeEarlierCalendars(in: path) }
  }

  private func stagedTables(at path: String) throws -> OutputFolder {
    let tables = PlanTables(document)
    let folder = try OutputFolder(at: path)
    try folder.write(tables.demand(), named: PlanTables.demandName)
    try folder.write(tables.shifts(), named: PlanTables.shiftsName)
    return folder
  }

  /// Who has a shift.
  private var people: [Employee] {
    report.problem.employees.filter { !report.shifts(of: $0).isEmpty }
  }

  /// The store's calendar, and one of each employee who has a shift.
  private func stagedCalendars(at path: String) throws -> OutputFolder {
    let folder = try OutputFolder(at: path)
    try folder.write(calendar.store(), named: PlanCalendar.storeName)
    for employee in people {
      try folder.write(calendar.employee(employee), named: PlanCalendar.name(employee: employee.id))
    }
    return folder
  }

  /// Removes what an earlier plan has left of employees who have no shift any more.
  private func removeEarlierCalendars(in path: String) throws {
    let written = Set(people.map { PlanCalendar.name(employee: $0.id) })
    let files = FileManager.default
    for name in try files.contentsOfDirectory(atPath: path).sorted() where !written.contains(name) {
      let file = path + "/" + name
      guard PlanCalendar.isOfEmployee(name),
        try files.attributesOfItem(atPath: file)[.type] as? FileAttributeType == .typeRegular,
        let content = files.contents(atPath: file), calendar.isOwn([UInt8](content))
      else { continue }
      guard unlink(file) == 0 else {
        throw CommandError(
          "cannot remove \(file), a calendar of an earlier plan: \(String(cString: strerror(errno)).lowercased())",
          .io)
      }
    }
  }
}
