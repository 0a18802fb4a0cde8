/// The size of a picture in whole pixels.
public struct PixelSize: Hashable, Sendable {
  /// Pixels in a row.
  public var width: Int
  /// Rows.
  public var height: Int

  /// Creates a size; both sides are expected to be positive.
  @inlinable
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}
