/// The size of a picture in whole pixels.
public struct PixelSize: Hashable, Sendable {
  /// Pixels in a row.
  public var width: Int
  /// Rows.
  public var height: Int

  /// The share of a picture along its border in which feet may be of people who are cut off, or drawn too long, there
  /// (docs/adr/0007).
  public static let borderShare = 0.02

  /// Creates a size; both sides are expected to be positive.
  @inlinable
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// Whether a box reaches into the strip along the border of such a picture.
  @inlinable
  public func hasAtBorder(_ box: BoundingBox) -> Bool {
    let (marginX, marginY) = (Double(width) * Self.borderShare, Double(height) * Self.borderShare)
    return box.x <= marginX || box.y <= marginY || box.maxX >= Double(width) - marginX
      || box.maxY >= Double(height) - marginY
  }
}
