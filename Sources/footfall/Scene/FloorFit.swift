internal import FootfallCore

/// Fits the map from a picture to the floor, and says why points do not fix one.
enum FloorFit {
  /// Why points do not fix a map, in words that follow "floor".
  struct Defect: Error, Hashable, CustomStringConvertible {
    var description: String
  }

  /// The map through `points`.
  ///
  /// Four points of which no three are on one line fix a map (Hartley and Zisserman, Multiple View Geometry, 2nd ed.,
  /// section 4.1.3). Such four exist unless all points but one are on a line.
  static func map(
    through points: [Homography.Correspondence], lens: LensDistortion? = nil
  ) throws(Defect) -> FloorMap {
    try check(points)
    if let lens, let lost = points.first(where: { lens.straightened($0.image) == nil }) {
      throw Defect(
        description:
          "has the point \(lost.image.written) in the picture, which is further out than its lens sees")
    }
    guard let map = FloorMap(fitting: points, lens: lens) else {
      throw Defect(
        description:
          "can't be mapped: the points turn it inside out; expected each picture position [px, py] "
          + "beside the floor position [mx, my] of the same point")
    }
    return map
  }

  /// Refuses points that fix no map, whatever the lens.
  static func check(_ points: [Homography.Correspondence]) throws(Defect) {
    try check(points.map(\.image), "in the picture")
    try check(points.map(\.floor), "in metres")
  }

  private static func check(_ positions: [Point], _ side: String) throws(Defect) {
    var seen: Set<Point> = []
    let distinct = positions.filter { seen.insert($0).inserted }
    if distinct.count < 4 {
      let noun = distinct.count == 1 ? "point" : "points"
      throw Defect(description: "has \(distinct.count) different \(noun) \(side); allowed: 4 or more")
    }
    if isDegenerate(distinct) {
      throw Defect(
        description: "can't be mapped: all points but one are on one line \(side); "
          + "expected four corners of an area, no three on one line")
    }
  }

  /// Whether all of four or more positions but at most one are on a line, to within a thousandth of their spread.
  private static func isDegenerate(_ positions: [Point]) -> Bool {
    // Of any three of them at least two are on that line, so one of these pairs spans it.
    [(0, 1), (0, 2), (1, 2)].contains { a, b in
      let line = Segment(from: positions[a], to: positions[b])
      let spread = positions.lazy.map { ($0 - line.from).length }.max() ?? 0
      return positions.count { abs(line.signedDistance(of: $0)) > spread * 1e-3 } <= 1
    }
  }
}
