internal import FootfallCore

/// The limits that a picture sets to the lines and zones drawn on it.
struct SceneBounds {
  /// The scene file as the user named it.
  var path: String
  var units: SceneFile.Units
  /// The picture; its size is not needed for normalized coordinates.
  var size = PixelSize(width: 1, height: 1)

  /// The picture's width and height in the units of the file.
  private var extent: Point {
    units == .normalized ? Point(1, 1) : Point(Double(size.width), Double(size.height))
  }

  /// Refuses a point more than one picture away and whatever lies wholly outside the picture.
  func check(_ camera: SceneFile.Camera) throws(SceneError) {
    for line in camera.lines {
      let name = "line '\(line.id.value)'"
      for point in [line.from, line.to] { try checkNear(point, of: name) }
      let segment = Segment(from: line.from.value, to: line.to.value)
      if !isSeen(segment) { throw outside(name, at: line.from.position) }
    }
    for zone in camera.zones {
      let name = "zone '\(zone.id.value)'"
      for corner in zone.corners { try checkNear(corner, of: name) }
      if !isSeen(Polygon(zone.corners.map(\.value))) {
        throw outside(name, at: zone.corners.first?.position ?? zone.id.position)
      }
    }
  }

  private func checkNear(_ point: Located<Point>, of name: String) throws(SceneError) {
    let x = -extent.x...2 * extent.x
    let y = -extent.y...2 * extent.y
    guard !x.contains(point.value.x) || !y.contains(point.value.y) else { return }
    throw SceneError(
      path: path, at: point.position,
      "\(name) has the point \(point.value.written), which is more than one picture away from the \(picture); "
        + "allowed: x from \(x.lowerBound.written) to \(x.upperBound.written), "
        + "y from \(y.lowerBound.written) to \(y.upperBound.written)\(unitsHint)")
  }

  private func outside(_ name: String, at position: SourcePosition) -> SceneError {
    SceneError(
      path: path, at: position,
      "\(name) is wholly outside the \(picture); "
        + "expected a part of it at x from 0 to \(extent.x.written) and y from 0 to \(extent.y.written)")
  }

  private var picture: String {
    units == .normalized ? "picture" : "picture of \(size.width)x\(size.height) pixels"
  }

  private var unitsHint: String {
    units == .normalized ? "; positions in pixels need 'units: pixels'" : ""
  }

  private func isSeen(_ polygon: Polygon) -> Bool {
    let corners = polygon.vertices
    if polygon.contains(extent * 0.5) { return true }
    return corners.indices.contains {
      isSeen(Segment(from: corners[$0], to: corners[($0 + 1) % corners.count]))
    }
  }

  /// Whether the segment meets the picture, edges included (Liang and Barsky, ACM TOG 3(1), 1984).
  private func isSeen(_ segment: Segment) -> Bool {
    let step = segment.to - segment.from
    var (enter, leave) = (0.0, 1.0)
    for (start, delta, limit) in [(segment.from.x, step.x, extent.x), (segment.from.y, step.y, extent.y)] {
      if delta == 0 {
        if start < 0 || start > limit { return false }
        continue
      }
      let (a, b) = (-start / delta, (limit - start) / delta)
      enter = max(enter, min(a, b))
      leave = min(leave, max(a, b))
    }
    return enter <= leave
  }
}
