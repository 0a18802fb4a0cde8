public import FootfallCore

/// What was counted in one interval of the series.
///
/// Where nothing was observed every count is nil: a gap is not 0.
public struct IntervalResult: Hashable, Sendable {
  /// The first moment of the interval; may lie before the first frame.
  public var start: MediaTime
  /// The first moment after the interval; may lie after the last frame.
  public var end: MediaTime
  /// How much of the interval was seen.
  public var observed: Duration
  /// Crossings by line, in the order of the scene; nil in a gap.
  public var lines: [LineTally]?
  /// People in each zone, in the order of the scene; nil inside in a gap.
  public var zones: [Occupancy]
  /// People in over entrance lines, U-turns and staff left out; nil in a gap or without an entrance line.
  public var trafficIn: Int?
  /// People out over entrance lines; as `trafficIn`.
  public var trafficOut: Int?
  /// People who passed by and did not enter; nil in a gap or without a passers-by line.
  public var passersby: Int?
  /// People in the camera's view.
  public var occupancy: Occupancy

  /// The share of the interval that was seen, 0 to 1.
  public var coverage: Double { min(1, observed.inSeconds / (end - start).inSeconds) }

  /// trafficIn / (trafficIn + passersby); nil where either is nil or nobody came.
  public var captureRate: Double? {
    guard let trafficIn, let passersby, trafficIn + passersby > 0 else { return nil }
    return Double(trafficIn) / Double(trafficIn + passersby)
  }

  /// Crossings of one line in both directions.
  public struct LineTally: Hashable, Sendable {
    /// Crossings in.
    public var entries: Int
    /// Crossings out.
    public var exits: Int

    /// Creates a tally.
    public init(entries: Int = 0, exits: Int = 0) {
      self.entries = entries
      self.exits = exits
    }
  }

  /// Creates an interval's result.
  public init(
    start: MediaTime, end: MediaTime, observed: Duration, lines: [LineTally]?, zones: [Occupancy],
    trafficIn: Int?, trafficOut: Int?, passersby: Int?, occupancy: Occupancy
  ) {
    self.start = start
    self.end = end
    self.observed = observed
    self.lines = lines
    self.zones = zones
    self.trafficIn = trafficIn
    self.trafficOut = trafficOut
    self.passersby = passersby
    self.occupancy = occupancy
  }
}
