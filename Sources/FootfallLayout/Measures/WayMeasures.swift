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
  /// The area of the floor in square metres; nil without an outline, or with several views.
  public let floorSquareMetres: Double?
  /// Trips of half a turn or more around the middle of the floor, clockwise as the plan is drawn.
  public let clockwise: MeasuredShare
  /// And the other way round.
  public let counterclockwise: MeasuredShare

  /// nil where no positions are known.
  init?(_ tally: TripTally, _ order: DayOrder) {
    let ways = tally.ways
    guard ways.path.count > 0 else { return nil }
    func measured(_ values: DayValues) -> MeasuredDistribution {
      values.measured(places: order.places, isWithheld: false)
    }
    pathMetres = measured(ways.path)
    travelDeviation = measured(ways.travel)
    orderDeviation = measured(ways.order)
    depthMetres = measured(ways.depth)
    squares = measured(ways.squares)
    zones = measured(ways.zones)
    floorSquareMetres = tally.plan.views.count == 1 ? tally.plan.views[0].outline?.area : nil
    func sorted(_ counts: [Int]) -> [Int] {
      var sorted = [Int](repeating: 0, count: order.days.count)
      for (day, count) in counts.enumerated() { sorted[order.places[day]] = count }
      return sorted
    }
    let trips = sorted(ways.trips)
    clockwise = MeasuredShare(sorted(ways.clockwise), of: trips)
    counterclockwise = MeasuredShare(sorted(ways.counterclockwise), of: trips)
  }
}
