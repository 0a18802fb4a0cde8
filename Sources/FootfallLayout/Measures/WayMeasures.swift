internal import FootfallCore

/// How far and which way people walked, over whole trips whose positions on the floor are known.
public struct WayMeasures: Hashable, Sendable {
  /// The length of the way, in metres.
  public let pathMetres: MeasuredDistribution
  /// The way over the shortest one through the same zones in the same order, 1 or more.
  public let travelDeviation: MeasuredDistribution
  /// That over the shortest one through the same zones in any order, 1 or more; of up to eight zones.
  public let orderDeviation: MeasuredDistribution
  /// How far from the first position people got, in metres.
  public let depthMetres: MeasuredDistribution
  /// The squares of a metre crossed by one visitor; a share of the floor over ``floorSquareMetres``.
  public let squares: MeasuredDistribution
  /// The zones entered by one visitor.
  public let zones: MeasuredDistribution
  /// The area of the floor in square metres; nil without an outline.
  public let floorSquareMetres: Double?
  /// Trips of half a turn or more around the middle of the floor, clockwise as the plan is drawn.
  public let clockwise: MeasuredShare
  /// And the other way round.
  public let counterclockwise: MeasuredShare

  /// nil where no positions are known.
  init?(_ tally: TripTally, _ order: DayOrder) {
    let ways = tally.ways
    guard ways.path.count > 0, let view = tally.plan.views.first else { return nil }
    func measured(_ values: DayValues) -> MeasuredDistribution {
      values.measured(places: order.places, isWithheld: false)
    }
    pathMetres = measured(ways.path)
    travelDeviation = measured(ways.travel)
    orderDeviation = measured(ways.order)
    depthMetres = measured(ways.depth)
    squares = measured(ways.squares)
    zones = measured(ways.zones)
    floorSquareMetres = view.outline?.area
    let whole = order.days.map(\.wholeTrips)
    func share(_ counts: [Int]) -> MeasuredShare {
      var sorted = [Int](repeating: 0, count: whole.count)
      for (day, count) in counts.enumerated() { sorted[order.places[day]] = count }
      return MeasuredShare(sorted, of: whole)
    }
    // From the x axis to the y axis is clockwise where y points downwards.
    let (positive, negative) = (share(ways.positiveTurns), share(ways.negativeTurns))
    clockwise = view.isDownward ? positive : negative
    counterclockwise = view.isDownward ? negative : positive
  }
}
