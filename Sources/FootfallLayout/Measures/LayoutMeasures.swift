/// All measures of a layout over some days.
public struct LayoutMeasures: Sendable {
  /// A common way through the store.
  public struct Sequence: Hashable, Sendable {
    /// The zones in their order, the first five at most.
    public let zones: [Int]
    /// Whether the way went on to others.
    public let isLonger: Bool
    /// How many went it.
    public let count: Int
  }

  /// What was measured.
  public let plan: LayoutPlan
  /// What counts as what.
  public let parameters: LayoutParameters
  /// The days with trips, since 1970-01-01, in order.
  public let days: [Int]
  /// All trips; nil where they are too few to be told.
  public let trips: Int?
  /// The trips of which all was seen: moves and ways are theirs.
  public let wholeTrips: MeasuredShare
  /// The share of all positions that are off the floor; nil where its outline or positions on it are not known.
  public let outsideShare: Double?
  /// By zone.
  public let zones: [ZoneMeasures]
  /// From zone to zone.
  public let moves: MoveMeasures
  /// The most common ways, the most common first.
  public let sequences: [Sequence]
  /// How people walked; nil where their positions are not known.
  public let ways: WayMeasures?
  /// Pairs of zones of which many enough entered both, by first, then by second zone.
  public let pairs: [PairMeasures]
  /// By scene.
  public let scenes: [SceneMeasures]
  /// What was sold by zone; nil without a file of sales.
  public let sales: SalesMeasures?

  /// Measures.
  /// - Parameters:
  ///   - openHours: how long the store was open on a day, in hours; nil where that is not known.
  ///   - sales: what was sold; nil where that is not known.
  /// - Complexity: that of a thousand resamplings of the days for each measure.
  public init(_ tally: TripTally, openHours: ((_ day: Int) -> Double)? = nil, sales: SalesLedger? = nil) {
    let order = DayOrder(tally)
    let hours = openHours.map { order.numbers.map($0) }
    plan = tally.plan
    parameters = tally.parameters
    days = order.numbers
    let all = order.days.map { $0.trips.reduce(0, +) }
    let count = all.reduce(0, +)
    trips = Disclosure.withholds(count) ? nil : count
    outsideShare = tally.outsideShare
    wholeTrips = MeasuredShare(order.days.map(\.wholeTrips), of: all)
    zones = tally.plan.zones.indices.map { ZoneMeasures($0, tally, order, openHours: hours) }
    moves = MoveMeasures(tally.plan.zones.count, order.days)
    sequences = tally.sequences.mostCommon(tally.parameters.mostSequences).map(Sequence.init)
    ways = WayMeasures(tally, order)
    let pairs = PairMeasures.all(tally, order)
    self.pairs = pairs
    scenes = tally.plan.scenes.indices.map { SceneMeasures($0, tally, order, pairs: pairs, sales: sales) }
    self.sales = sales.map { SalesMeasures($0, tally, order) }
  }

  /// The share of the area of all zones that is in dead ones; nil where an area or a draw is not told.
  public var deadAreaShare: Double? {
    var (dead, all) = (0.0, 0.0)
    for zone in zones {
      guard let area = zone.areaSquareMetres, let isDead = zone.isDead else { return nil }
      all += area
      if isDead { dead += area }
    }
    return all > 0 ? dead / all : nil
  }
}

extension LayoutMeasures.Sequence {
  fileprivate init(_ sequence: (zones: [Int], isLonger: Bool, count: Int)) {
    self.init(zones: sequence.zones, isLonger: sequence.isLonger, count: sequence.count)
  }
}
