/// An upright rectangle in pixels, half-open: it covers `x ..< x + width` and `y ..< y + height`.
public struct BoundingBox: Hashable, Sendable {
  /// Left edge.
  public var x: Double
  /// Top edge.
  public var y: Double
  /// Horizontal extent, not negative.
  public var width: Double
  /// Vertical extent, not negative.
  public var height: Double

  /// Creates a box from its top-left corner and its extent.
  @inlinable
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The right edge.
  @inlinable
  public var maxX: Double { x + width }
  /// The bottom edge.
  @inlinable
  public var maxY: Double { y + height }
  /// The middle of the box.
  @inlinable
  public var center: Point { Point(x + width / 2, y + height / 2) }
  /// The area in square pixels.
  @inlinable
  public var area: Double { width * height }
  /// Where the person stands: the middle of the bottom edge.
  @inlinable
  public var footPoint: Point { Point(x + width / 2, y + height) }

  /// Whether a point lies in the box.
  @inlinable
  public func contains(_ point: Point) -> Bool {
    x <= point.x && point.x < maxX && y <= point.y && point.y < maxY
  }

  /// The area shared with `other`, in square pixels; 0 where they do not meet.
  @inlinable
  public func intersectionArea(_ other: BoundingBox) -> Double {
    let overlapX = min(maxX, other.maxX) - max(x, other.x)
    let overlapY = min(maxY, other.maxY) - max(y, other.y)
    return overlapX > 0 && overlapY > 0 ? overlapX * overlapY : 0
  }

  /// Intersection over union with `other`, 0 to 1; 0 when both boxes are empty.
  @inlinable
  public func iou(_ other: BoundingBox) -> Double {
    let intersection = intersectionArea(other)
    let union = area + other.area - intersection
    return union > 0 ? intersection / union : 0
  }

  /// The box with a margin on all four sides: a `share` of its width left and right, of its height above and below.
  @inlinable
  public func enlarged(by share: Double) -> BoundingBox {
    BoundingBox(
      x: x - width * share, y: y - height * share, width: width * (1 + 2 * share),
      height: height * (1 + 2 * share))
  }

  /// The box in a picture that is `x` times as wide and `y` times as high.
  @inlinable
  public func scaled(x scaleX: Double, y scaleY: Double) -> BoundingBox {
    BoundingBox(x: x * scaleX, y: y * scaleY, width: width * scaleX, height: height * scaleY)
  }

  /// The part of the box within a picture of `size`; an empty box at the nearest edge where it lies wholly outside.
  @inlinable
  public func clipped(to size: PixelSize) -> BoundingBox {
    let left = min(max(x, 0), Double(size.width))
    let top = min(max(y, 0), Double(size.height))
    return BoundingBox(
      x: left, y: top, width: max(0, min(maxX, Double(size.width)) - left),
      height: max(0, min(maxY, Double(size.height)) - top))
  }

  /// The box whose edges lie a `fraction` of the way from this box's to those of `end`.
  @inlinable
  public func interpolated(to end: BoundingBox, fraction: Double) -> BoundingBox {
    BoundingBox(
      x: x + (end.x - x) * fraction, y: y + (end.y - y) * fraction,
      width: width + (end.width - width) * fraction, height: height + (end.height - height) * fraction)
  }
}
