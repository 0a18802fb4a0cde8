/// Who works when.
public struct StaffPlan: Hashable, Sendable {
  /// In the order of shifts.
  public let shifts: [Shift]

  /// Creates a plan from shifts in any order.
  public init(shifts: [Shift]) { self.shifts = shifts.sorted() }
}
