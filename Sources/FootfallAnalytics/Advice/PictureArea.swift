internal import FootfallCore

/// The part of the plane that the camera shows.
struct PictureArea: Sendable {
  let size: PixelSize

  /// The corners, clockwise as drawn.
  private var corners: [Point] {
    let (width, height) = (Double(size.width), Double(size.height))
    return [Point(0, 0), Point(width, 0), Point(width, height), Point(0, height)]
  }

  /// Distances inwards from each side.
  private var sides: [@Sendable (Point) -> Double] {
    let (width, height) = (Double(size.width), Double(size.height))
    return [{ $0.x }, { width - $0.x }, { $0.y }, { height - $0.y }]
  }

  /// The part of an outline that lies in the picture (Sutherland and Hodgman, CACM 17(1), 1974); fewer than three
  /// corners where there is none.
  func clipped(_ outline: [Point]) -> [Point] {
    sides.reduce(outline) { Self.clip($0, keeping: $1) }
  }

  /// The part of a segment that lies in the picture; nil where there is none.
  func clipped(_ segment: Segment) -> Segment? {
    var (enter, leave) = (0.0, 1.0)
    for inwards in sides {
      let (start, end) = (inwards(segment.from), inwards(segment.to))
      if start < 0, end < 0 { return nil }
      if start < 0 { enter = max(enter, start / (start - end)) }
      if end < 0 { leave = min(leave, start / (start - end)) }
    }
    guard enter < leave else { return nil }
    return Segment(
      from: segment.from.interpolated(to: segment.to, fraction: enter),
      to: segment.from.interpolated(to: segment.to, fraction: leave))
  }

  /// How far the picture reaches beside a segment, between its ends, in pixels: on the side where
  /// ``Segment/side(of:)`` is negative and where it is positive.
  func room(beside segment: Segment) -> (negative: Double, positive: Double) {
    let length = segment.length
    let direction = (segment.to - segment.from) * (1 / length)
    var part = Self.clip(corners) { ($0 - segment.from).dot(direction) }
    part = Self.clip(part) { length - ($0 - segment.from).dot(direction) }
    let distances = part.map(segment.signedDistance)
    return (max(0, -(distances.min() ?? 0)), max(0, distances.max() ?? 0))
  }

  private static func clip(_ outline: [Point], keeping inwards: (Point) -> Double) -> [Point] {
    var kept: [Point] = []
    for (index, end) in outline.enumerated() {
      let start = outline[(index + outline.count - 1) % outline.count]
      let (before, now) = (inwards(start), inwards(end))
      if (before < 0) != (now < 0) {
        kept.append(start.interpolated(to: end, fraction: before / (before - now)))
      }
      if now >= 0 { kept.append(end) }
    }
    return kept
  }
}
