import FootfallExport
import FootfallPlanning

/// A plan in a file.
struct PlanInput {
  /// The file, as the user named it.
  let path: String
  let document: PlanDocument
  /// The period that it is for.
  let horizon: PlanHorizon

  /// Reads a plan.
  /// - Throws: ``CommandError`` with `noInput` or `badData`.
  init(at path: String, staff: StaffFile) throws {
    let bytes = try InputFile.bytes(at: path)
    let document = try DocumentInput.naming(path, "plan") { () throws(DocumentError) in
      try PlanDocument(bytes)
    }
    self.path = path
    self.document = document
    horizon = try DocumentInput.naming(path, "plan") { () throws(DocumentError) in
      try document.horizon(firstWeekday: staff.firstWeekday)
    }
  }

  /// The shifts, counted from the beginning of a period.
  func plan(on horizon: PlanHorizon) throws -> StaffPlan {
    try DocumentInput.naming(path, "plan") { () throws(DocumentError) in try document.plan(on: horizon) }
  }

  /// The heads that the plan itself says are needed.
  func demand(roles: [String]) throws -> StaffDemand {
    try DocumentInput.naming(path, "plan") { () throws(DocumentError) in
      try document.demand(on: horizon, roles: roles)
    }
  }

  /// The forecast in a file.
  static func forecast(at path: String) throws -> ForecastDocument {
    let bytes = try InputFile.bytes(at: path)
    return try DocumentInput.naming(path, "forecast") { () throws(DocumentError) in
      try ForecastDocument(bytes)
    }
  }

  /// The requirements in a file.
  static func requirements(at path: String) throws -> RequirementTable {
    let bytes = try InputFile.bytes(at: path)
    return try DocumentInput.naming(path, "requirements") { () throws(DocumentError) in
      try RequirementDocument(bytes).table()
    }
  }

  /// The heads that a file of requirements says are needed in a period.
  static func demand(at path: String, on horizon: PlanHorizon, roles: [String]) throws -> StaffDemand {
    let table = try requirements(at: path)
    return try DocumentInput.naming(path, "requirements") { () throws(DocumentError) in
      try table.demand(on: horizon, roles: roles)
    }
  }
}
