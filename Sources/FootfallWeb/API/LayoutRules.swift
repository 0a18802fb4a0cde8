/// What lines and zones have to be before a store is asked about them: shapes and sizes, not their sense.
enum LayoutRules {
  static let mostPlaces = 100
  static let mostCorners = 100

  /// - Throws: ``LayoutRefusal`` naming the line or zone.
  static func check(_ layout: CameraLayout) throws {
    guard layout.lines.count + layout.zones.count <= mostPlaces else {
      throw LayoutRefusal(reason: "there are more than \(mostPlaces) lines and zones")
    }
    for line in layout.lines { try check([line.from, line.to], at: line.id) }
    for zone in layout.zones {
      guard (3...mostCorners).contains(zone.polygon.count) else {
        throw LayoutRefusal(
          place: zone.id, reason: "it has \(zone.polygon.count) corners; allowed: 3 to \(mostCorners)")
      }
      try check(zone.polygon, at: zone.id)
    }
  }

  private static func check(_ points: [[Double]], at place: String) throws {
    guard points.allSatisfy({ $0.count == 2 && $0.allSatisfy { abs($0) <= 1e6 } }) else {
      throw LayoutRefusal(place: place, reason: "a point is not [x, y] in pixels")
    }
  }
}
