internal import FootfallCore

/// What a way on the floor is measured by.
public struct TripFloor: Sendable {
  /// A step of a way that is shorter may be noise (docs/adr/0015-floor-plan.md).
  static let leastStepMetres = 0.25
  /// The side of a square of floor: about a step and a half, so that few are missed between positions.
  static let squareMetres = 1.0
  /// Who was first or last seen this near an entrance came in or went out there: two steps.
  static let entranceReachMetres = 1.5

  private let zones: [(index: Int, polygon: Polygon)]
  private let entrances: [Segment]
  private let middle: Point
  private let outline: Polygon?
  /// How long somebody unseen is taken to be where they were, in seconds.
  public static let usualGapSeconds = 2.0
  /// A longer time between two positions of one track breaks it.
  public let gapSeconds: Double
  /// Who leaves a zone and is back by then did not leave it.
  public let bridgedSeconds: Double

  /// Takes the zones of one view of a plan.
  public init(
    _ plan: LayoutPlan, view: Int = 0, gapSeconds: Double = usualGapSeconds,
    bridgedSeconds: Double = usualGapSeconds
  ) {
    zones = plan.zones.enumerated().flatMap { index, zone in
      zone.parts.filter { $0.view == view }.map { (index, $0.polygon) }
    }
    entrances = plan.entrances
    outline = plan.views[view].outline
    let corners = outline?.vertices ?? zones.flatMap(\.polygon.vertices)
    let (xs, ys) = (corners.map(\.x), corners.map(\.y))
    middle = Point(((xs.min() ?? 0) + (xs.max() ?? 0)) / 2, ((ys.min() ?? 0) + (ys.max() ?? 0)) / 2)
    self.gapSeconds = gapSeconds
    self.bridgedSeconds = bridgedSeconds
  }

  /// Whether it is known where visitors come in.
  var hasEntrances: Bool { !entrances.isEmpty }

  /// The zone at a place; nil outside all of them.
  func zone(at place: Point) -> Int? { zones.first { $0.polygon.contains(place) }?.index }

  /// Whether a place is off the floor, as far as its outline is known.
  func isOutside(_ place: Point) -> Bool { outline.map { !$0.contains(place) } ?? false }

  func isAtEntrance(_ place: Point) -> Bool {
    entrances.contains { $0.distance(to: place) <= TripFloor.entranceReachMetres }
  }

  /// A number for the square of floor at a place.
  func square(of place: Point) -> Int {
    func cell(_ metres: Double) -> Int {
      Int(min(max(metres / TripFloor.squareMetres, -1e6), 1e6).rounded(.down)) + 1_000_000
    }
    return cell(place.x) << 32 | cell(place.y)
  }

  /// The quarter of the floor around its middle, 0 to 3 from the x axis to the y axis.
  func quarter(of place: Point) -> Int {
    switch (place.x >= middle.x, place.y >= middle.y) {
    case (true, true): 0
    case (false, true): 1
    case (false, false): 2
    case (true, false): 3
    }
  }
}

extension Segment {
  /// The distance from a point to the nearest point of the segment.
  fileprivate func distance(to point: Point) -> Double {
    let edge = to - from
    let square = edge.dot(edge)
    let along = square > 0 ? min(max((point - from).dot(edge) / square, 0), 1) : 0
    return (point - (from + edge * along)).length
  }
}
