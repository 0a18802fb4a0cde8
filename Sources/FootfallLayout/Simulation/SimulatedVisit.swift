public import FootfallCore

/// What one made-up person did.
public struct SimulatedVisit: Hashable, Sendable {
  /// A stay at a spot of a zone.
  public struct Stop: Hashable, Sendable {
    /// The number of the zone.
    public let zone: Int
    /// The spot, in metres.
    public let spot: Point
    /// When the person comes to the spot, in seconds of the day.
    public let begin: Double
    /// When the person goes on.
    public let end: Double
    /// Pieces bought.
    public let units: Int

    /// From the step into the zone to the step out of it, in seconds of the day.
    public var inside: ClosedRange<Double> {
      let across =
        ((spot.y - StoreModel.aisle.y).magnitude - StoreModel.aisle.halfWidth) / StoreWalk.metresPerSecond
      return (begin - across)...(end + across)
    }
  }

  /// When the person comes in, in seconds of the day.
  public let begin: Double
  /// When the person is out.
  public let end: Double
  /// The stays, in order; one or more.
  public let stops: [Stop]
  /// Whether the person works there.
  public let isStaff: Bool
  /// Whether the person came with the one before.
  public let isCompanion: Bool

  /// From coming through the door to going out of it, in seconds of the day.
  public var inStore: ClosedRange<Double> {
    let outside = -StoreWalk.street.x / StoreWalk.metresPerSecond
    return (begin + outside)...(end - outside)
  }
  /// How far into the store the person goes, in metres.
  public var depthMetres: Double { stops.reduce(0) { max($0, $1.spot.x) } }

  /// Where the person is, every so many seconds to the end.
  /// - Parameters:
  ///   - first: the second of the day of the first position, not before the beginning; nil for that.
  ///   - visit: told the second of the day and the place.
  public func positions(
    every seconds: Double, from first: Double? = nil, _ visit: (_ second: Double, _ place: Point) -> Void
  ) {
    precondition(seconds > 0, "time goes on")
    var corners: [(second: Double, place: Point)] = [(begin, StoreWalk.street)]
    for stop in stops {
      corners.append(
        contentsOf: StoreWalk.corners(to: stop.spot, from: corners[corners.count - 1], arriving: stop.begin))
      corners.append((stop.end, stop.spot))
    }
    corners.append(
      contentsOf: StoreWalk.corners(to: StoreWalk.street, from: corners[corners.count - 1], arriving: end))
    var next = 1
    var second = first ?? begin
    while second <= end {
      while next < corners.count - 1, corners[next].second < second { next += 1 }
      let (last, coming) = (corners[next - 1], corners[next])
      let span = coming.second - last.second
      let fraction = span > 0 ? min(1, (second - last.second) / span) : 1
      // Companions walk beside each other.
      visit(
        second,
        last.place.interpolated(to: coming.place, fraction: fraction) + Point(isCompanion ? 0.4 : 0, 0))
      second += seconds
    }
  }
}

/// How people walk: across to the aisle, along it, and across to a spot.
enum StoreWalk {
  static let metresPerSecond = 1.2
  /// Where people come from, a metre outside the door at x = 0.
  static let street = Point(-1, StoreModel.aisle.y)

  static func seconds(from start: Point, to end: Point) -> Double {
    let across = (start.y - StoreModel.aisle.y).magnitude + (end.y - StoreModel.aisle.y).magnitude
    return (across + (end.x - start.x).magnitude) / metresPerSecond
  }

  /// The corners of the way, the end included.
  static func corners(
    to end: Point, from start: (second: Double, place: Point), arriving: Double
  ) -> [(second: Double, place: Point)] {
    let out = start.second + (start.place.y - StoreModel.aisle.y).magnitude / metresPerSecond
    let along = out + (end.x - start.place.x).magnitude / metresPerSecond
    return [
      (out, Point(start.place.x, StoreModel.aisle.y)), (along, Point(end.x, StoreModel.aisle.y)),
      (arriving, end),
    ]
  }
}
