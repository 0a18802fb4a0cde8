/// Why requirements cannot be told.
public enum RequirementFault: Error, Hashable, Sendable {
  /// While the store is open, nobody knows how many come to the role.
  case unknownDemand(role: String, startMilliseconds: Int64)
  /// A role would need more heads than any store has.
  case tooManyHeads(role: String, startMilliseconds: Int64, arrivalsPerHour: Double)
}
