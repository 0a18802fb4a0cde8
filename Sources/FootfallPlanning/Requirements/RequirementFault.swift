/// Why requirements cannot be told.
public enum RequirementFault: Error, Hashable, Sendable {
  /// A role draws on a series that the forecast does not have.
  case unknownSeries(role: String, series: String, known: [String])
  /// While the store is open, nobody knows how many come to the role: the interval, and the series asked.
  case unknownDemand(role: String, startMilliseconds: Int64)
  /// A role would need more heads than any store has.
  case tooManyHeads(role: String, startMilliseconds: Int64, arrivalsPerHour: Double)
}
