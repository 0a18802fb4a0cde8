// What is drawn up to the border of the picture is meant to go on beyond it: a box that is cut off by the frame, or
// that a detector draws a little too long, puts feet on the border or past it. (docs/adr/0007)

extension CameraScene {
  /// The scene with lines and zones that reach the border of a picture of `size` continued by one picture
  /// beyond it.
  ///
  /// Inside the picture, less a strip of 2 % along its border, nothing changes.
  public func extendedBeyondBorder(of size: PixelSize) -> CameraScene {
    let border = Border(size: size)
    var scene = self
    for index in scene.lines.indices {
      scene.lines[index].segment = border.extend(scene.lines[index].segment)
    }
    for index in scene.zones.indices {
      scene.zones[index].polygon = border.extend(scene.zones[index].polygon)
    }
    return scene
  }
}

extension Segment {
  /// The segment as a line of a scene with ``CameraScene/extendedBeyondBorder(of:)``.
  public func extendedBeyondBorder(of size: PixelSize) -> Segment { Border(size: size).extend(self) }
}

private struct Border {
  private let width: Double
  private let height: Double
  /// How near the border a line's end or a zone's edge must lie to go on beyond it.
  private let marginX: Double
  private let marginY: Double

  init(size: PixelSize) {
    width = Double(size.width)
    height = Double(size.height)
    marginX = width * PixelSize.borderShare
    marginY = height * PixelSize.borderShare
  }

  /// The segment, drawn out at each end that leads out of the picture within the margin.
  func extend(_ segment: Segment) -> Segment {
    let length = segment.length
    guard length > 0 else { return segment }
    let outward = (segment.to - segment.from) * (1 / length)
    return Segment(
      from: extend(segment.from, along: outward * -1), to: extend(segment.to, along: outward))
  }

  private func extend(_ end: Point, along direction: Point) -> Point {
    let leavesX =
      direction.x > 0 ? (width - end.x) / direction.x : direction.x < 0 ? -end.x / direction.x : .infinity
    let leavesY =
      direction.y > 0 ? (height - end.y) / direction.y : direction.y < 0 ? -end.y / direction.y : .infinity
    let isNear = leavesX <= marginX || leavesY <= marginY
    return isNear ? end + direction * max(width, height) : end
  }

  /// The polygon with a flap beyond the border for each edge that runs along it within the margin.
  func extend(_ polygon: Polygon) -> Polygon {
    let orientation = polygon.orientation
    var vertices: [Point] = []
    for (index, start) in polygon.vertices.enumerated() {
      let end = polygon.vertices[(index + 1) % polygon.vertices.count]
      vertices.append(start)
      if let outward = outward(start, end), faces(outward, start, end, orientation) {
        vertices.append(start + outward)
        vertices.append(end + outward)
      }
    }
    return Polygon(vertices)
  }

  /// Whether the polygon lies behind the edge, seen from outside the picture: an edge of a zone within the strip may run
  /// along the border and yet face inwards.
  private func faces(_ outward: Point, _ start: Point, _ end: Point, _ orientation: Double) -> Bool {
    let normal = Point(end.y - start.y, start.x - end.x) * orientation
    return normal.dot(outward) > 0
  }

  /// The way out of the picture from an edge along its border; nil for any other edge.
  private func outward(_ start: Point, _ end: Point) -> Point? {
    if max(start.x, end.x) <= marginX { return Point(-width, 0) }
    if min(start.x, end.x) >= width - marginX { return Point(width, 0) }
    if max(start.y, end.y) <= marginY { return Point(0, -height) }
    if min(start.y, end.y) >= height - marginY { return Point(0, height) }
    return nil
  }
}
