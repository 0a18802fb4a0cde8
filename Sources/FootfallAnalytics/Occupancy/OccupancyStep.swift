/// What is known of one stretch of time at all doors of a store.
public struct OccupancyStep: Hashable, Sendable {
  /// How people came and went.
  public enum Flow: Hashable, Sendable {
    /// People were counted in and out over all doors, in a share of the time above 0 up to 1.
    case counted(entries: Int, exits: Int, coverage: Double)
    /// Nobody looked; so many people are to be expected each way.
    case unobserved(expected: Double)
  }

  /// How people came and went.
  public var flow: Flow
  /// How many people were seen at once, at the end, where cameras see the whole store; else nil.
  public var inside: Int?

  /// Creates a step.
  public init(flow: Flow, inside: Int? = nil) {
    self.flow = flow
    self.inside = inside
  }
}
