/// How many people of one role must be on shift in one interval, and why.
///
/// What `footfall requirements` finds and `footfall schedule` covers.
public struct StaffRequirement: Hashable, Sendable {
  /// The id of the role.
  public var role: String
  /// When.
  public var interval: PlanningInterval
  /// Heads to put on shift, shrinkage included.
  public var required: Int
  /// Heads without which the store cannot be open; at most `required`, and 0 outside opening hours.
  public var minimum: Int
  /// How `required` came about.
  public var basis: RequirementBasis

  /// A requirement.
  public init(role: String, interval: PlanningInterval, required: Int, minimum: Int, basis: RequirementBasis)
  {
    self.role = role
    self.interval = interval
    self.required = required
    self.minimum = minimum
    self.basis = basis
  }
}
