/// A plan as comma-separated values: what is needed and covered, and who works when.
public struct PlanTables: Sendable {
  /// What the file of demand is called.
  public static let demandName = "demand.csv"
  /// What the file of shifts is called.
  public static let shiftsName = "shifts.csv"

  private let plan: PlanDocument

  /// Prepares the tables of a plan.
  public init(_ plan: PlanDocument) { self.plan = plan }

  /// An interval and role a row, wherever somebody is needed or at work.
  public func demand() -> [UInt8] {
    var writer = CSVWriter(header: ["start", "end", "role", "required", "scheduled", "under", "over"])
    for row in plan.coverage ?? [] {
      writer.add(text: row.start)
      writer.add(text: row.end)
      writer.add(text: row.role)
      for number in [row.required, row.scheduled, row.under, row.over] { writer.add(number) }
      writer.endRow()
    }
    return writer.bytes
  }

  /// A shift a row; `employee` is empty for an open one, `breaks` are start/end pairs separated by semicolons.
  public func shifts() -> [UInt8] {
    var writer = CSVWriter(header: [
      "id", "employee", "role", "start", "end", "paidMinutes", "unpaidBreakMinutes", "breaks", "status",
      "cost",
      "currency",
    ])
    for shift in plan.shifts {
      let breaks = shift.breaks ?? []
      writer.add(text: shift.id)
      writer.add(text: shift.employee?.id)
      writer.add(text: shift.role)
      writer.add(text: shift.start)
      writer.add(text: shift.end)
      writer.add(shift.paidMinutes)
      writer.add(unpaidMinutes(of: shift))
      writer.add(text: breaks.map { "\($0.start)/\($0.end)" }.joined(separator: ";"))
      writer.add(text: shift.status)
      writer.add(text: shift.cost?.amount)
      writer.add(text: shift.cost?.currency)
      writer.endRow()
    }
    return writer.bytes
  }

  private func unpaidMinutes(of shift: PlanDocument.PlannedShift) -> Int? {
    guard let start = WrittenTime(parsing: shift.start)?.milliseconds,
      let end = WrittenTime(parsing: shift.end)?.milliseconds, let paid = shift.paidMinutes
    else { return nil }
    return Int(end - start) / 60_000 - paid
  }
}
