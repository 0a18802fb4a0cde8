/// When to stop searching.
public struct SolverLimits: Sendable {
  /// By the clock.
  public var time: Duration
  /// Nodes of the search tree; the answer is then the same whatever the machine, where time does not end first.
  public var nodes: Int?
  /// Stop once (objective − bound) / |objective| is no more than this.
  public var gap: Double

  /// Limits.
  public init(time: Duration, nodes: Int? = nil, gap: Double = 0) {
    self.time = time
    self.nodes = nodes
    self.gap = gap
  }
}
