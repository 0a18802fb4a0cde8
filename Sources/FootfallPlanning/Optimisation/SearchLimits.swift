/// How long a ``NeighbourhoodSearch`` goes on, and how its work is divided.
public struct SearchLimits: Sendable {
  /// Parts to solve in all; nil for as many as time allows.
  ///
  /// With it and with limits of nodes, a search gives the same answer on every machine, where time does not end first.
  public var parts: Int?
  /// The time for each part.
  public var partTime: Duration = .seconds(3)
  /// The nodes for each part.
  public var partNodes: Int?
  /// The share of all whole variables that the first parts let go; later ones let go more where that was soon solved,
  /// and less where it was not.
  public var firstShare = 0.15
  /// What goes on side by side: the whole program, a heuristic, and parts with what these leave; where there is no
  /// heuristic, one part at least.
  public var side = 2
  /// How many parts are solved before the whole program is begun, for its bound and perhaps its answer; nil for never.
  public var partsBeforeWhole: Int? = 0
  /// Whether the whole program is given up, for more parts, once its bound has stood still for as long as it took to
  /// get there, and for 10 s at least.
  public var endsIdleWhole = false
  /// The nodes for the whole program.
  public var wholeNodes: Int?
  /// Stop once (objective − bound) / |objective| is no more than this.
  public var gap = 0.0

  /// The usual limits.
  public init() {}
}
