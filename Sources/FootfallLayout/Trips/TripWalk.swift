public import FootfallCore

/// How a visitor walked on the floor, in metres.
public struct TripWalk: Hashable, Sendable {
  /// Where the visitor was seen first.
  public var start: Point
  /// Where the visitor was seen last.
  public var end: Point
  /// The zones visited and the first position in each, in the order of the first visits, each zone once.
  public var firstSteps: [FirstStep]
  /// The length of the way.
  public var pathMetres: Double
  /// How far from `start` the visitor got.
  public var depthMetres: Double
  /// How far around the middle of the floor the visitor went, in turns: positive from the x axis to the y axis.
  public var turns: Double
  /// The squares of the floor crossed.
  public var squares: Int
  /// How many positions there are.
  public var positions: Int
  /// How many of them are off the floor.
  public var positionsOutside: Int

  /// Where a visitor first stood in a zone.
  public struct FirstStep: Hashable, Sendable {
    /// The zone.
    public var zone: Int
    /// The position.
    public var place: Point

    /// Creates a first step.
    public init(zone: Int, place: Point) {
      self.zone = zone
      self.place = place
    }
  }

  /// Creates a walk.
  public init(
    start: Point, end: Point, firstSteps: [FirstStep], pathMetres: Double, depthMetres: Double = 0,
    turns: Double = 0, squares: Int = 0, positions: Int = 0, positionsOutside: Int = 0
  ) {
    self.start = start
    self.end = end
    self.firstSteps = firstSteps
    self.pathMetres = pathMetres
    self.depthMetres = depthMetres
    self.turns = turns
    self.squares = squares
    self.positions = positions
    self.positionsOutside = positionsOutside
  }
}
