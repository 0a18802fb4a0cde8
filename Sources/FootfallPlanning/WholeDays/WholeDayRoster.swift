/// Who works which shift on which day.
public struct WholeDayRoster: Sendable, Equatable {
  /// By employee, then by day; nil for a day off.
  public var shifts: [[WholeDayInstance.ShiftIndex?]]

  /// A roster.
  public init(shifts: [[WholeDayInstance.ShiftIndex?]]) { self.shifts = shifts }

  /// A row for each employee, a column for each day: a shift's id or `-`, with blanks between.
  public func text(for instance: WholeDayInstance) -> String {
    shifts.map { row in
      row.map { $0.map { instance.shifts[$0].id } ?? "-" }.joined(separator: " ") + "\n"
    }.joined()
  }
}
