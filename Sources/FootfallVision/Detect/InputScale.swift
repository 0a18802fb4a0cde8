public import FootfallCore

/// How much larger the full picture is than its image in a network's input.
public struct InputScale: Hashable, Sendable {
  /// Pixels of the full picture a pixel of the input, horizontally.
  public var x: Double
  /// Pixels of the full picture a pixel of the input, vertically.
  public var y: Double
  /// Where in the input the part begins that the network saw, in pixels of the input.
  public var origin = Point(0, 0)

  /// Creates a scale.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// The scale from the part `content` of an input, at its top left, to the full picture.
  public init(from content: PixelSize, to full: PixelSize) {
    x = Double(full.width) / Double(content.width)
    y = Double(full.height) / Double(content.height)
  }

  /// The box around (`centerX`, `centerY`) in pixels of the full picture; all arguments in pixels of the input.
  ///
  /// nil where the network gave no numbers, or some that are beyond any picture: those fit into no integer.
  func box(centerX: Double, centerY: Double, width: Double, height: Double) -> BoundingBox? {
    let box = BoundingBox(
      x: (origin.x + centerX - width / 2) * x, y: (origin.y + centerY - height / 2) * y, width: width * x,
      height: height * y)
    let limit = Self.greatestPixels
    // Comparisons with NaN do not hold.
    guard abs(box.x) <= limit, abs(box.y) <= limit, box.width <= limit, box.height <= limit else {
      return nil
    }
    return box
  }

  /// More than any picture has in a row, with room for boxes far outside.
  private static var greatestPixels: Double { 1e9 }
}
