import FootfallExport
import FootfallPlanning

/// A plan from a file, with everything that was found out about it.
struct CheckedPlan {
  /// The file, as the user named it.
  let path: String
  let report: PlanReport
  /// What the file states and is not so.
  let mismatches: [PlanDocument.Mismatch]
  /// Whether it is known how many people are needed.
  let hasDemand: Bool

  /// Reads and judges a plan.
  /// - Throws: ``CommandError`` or ``SceneError`` where a file can't be read or used.
  init(_ command: CheckCommand, staff: StaffFile) throws {
    path = command.plan
    let file = try PlanInput(at: command.plan, staff: staff)
    let roles = staff.roles.map(\.id)
    let demand =
      try command.requirements.map { try PlanInput.demand(at: $0, on: file.horizon, roles: roles) }
      ?? file.demand(roles: roles)
    let published = try command.previous.map { try PlanInput(at: $0, staff: staff).plan(on: file.horizon) }
    let problem = try staff.problem(on: file.horizon, demand: demand, published: published)
    let report = PlanReport(of: try file.plan(on: file.horizon), for: problem)
    let hasDemand = command.requirements != nil || file.document.hasRequirements
    mismatches = try DocumentInput.naming(path, "plan") { () throws(DocumentError) in
      let document = file.document
      let ofShifts = try document.mismatches(ofShifts: report, currency: staff.currency)
      guard hasDemand else { return ofShifts }
      return try ofShifts + document.mismatches(ofCover: report, knowsPublished: published != nil)
    }
    self.report = report
    self.hasDemand = hasDemand
  }

  /// The judgement as JSON; nil where the time zone is unknown.
  var document: PlanCheckDocument? {
    PlanCheckDocument(report, mismatches: mismatches, hasDemand: hasDemand)
  }
}
