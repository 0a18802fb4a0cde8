/// A shift that an employee must have in the plan as it is; its breaks are free.
public struct PinnedShift: Hashable, Sendable {
  /// The id of the role.
  public let role: String
  /// Since the beginning of the period, half-open.
  public let minutes: Range<Int>

  /// Creates a pinned shift.
  public init(role: String, minutes: Range<Int>) {
    self.role = role
    self.minutes = minutes
  }
}
