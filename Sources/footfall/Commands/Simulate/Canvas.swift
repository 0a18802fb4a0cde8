import FootfallCore

/// A picture to draw plain shapes on, 8 bits a channel in the order B, G, R.
struct Canvas {
  typealias Colour = (UInt8, UInt8, UInt8)

  let size: PixelSize
  private(set) var pixels: [UInt8]

  /// A picture of one colour.
  init(size: PixelSize, colour: Colour) {
    self.init(size: size, pixels: [UInt8](repeating: 0, count: size.width * size.height * 3))
    fill(from: Point(0, 0), to: Point(Double(size.width), Double(size.height)), colour)
  }

  /// A picture that is drawn on.
  init(size: PixelSize, pixels: [UInt8]) { (self.size, self.pixels) = (size, pixels) }

  /// Fills a rectangle.
  mutating func fill(from start: Point, to end: Point, _ colour: Colour) {
    for y in rows(start.y, end.y) { for x in columns(start.x, end.x) { set(x, y, colour) } }
  }

  /// Fills an ellipse.
  /// - Parameters:
  ///   - axis: the direction of the first half axis, of length 1.
  mutating func fillEllipse(
    at middle: Point, along axis: Point, _ half: Double, _ otherHalf: Double, _ colour: Colour
  ) {
    let reach = max(half, otherHalf) + 1
    for y in rows(middle.y - reach, middle.y + reach) {
      for x in columns(middle.x - reach, middle.x + reach) {
        let offset = Point(Double(x) + 0.5, Double(y) + 0.5) - middle
        let (u, v) = (offset.dot(axis) / half, offset.cross(axis) / otherHalf)
        if u * u + v * v <= 1 { set(x, y, colour) }
      }
    }
  }

  private func rows(_ low: Double, _ high: Double) -> Range<Int> { clipped(low, high, size.height) }
  private func columns(_ low: Double, _ high: Double) -> Range<Int> { clipped(low, high, size.width) }

  private func clipped(_ low: Double, _ high: Double, _ count: Int) -> Range<Int> {
    let first = min(max(Int(low.rounded()), 0), count)
    return first..<max(first, min(Int(high.rounded()), count))
  }

  private mutating func set(_ x: Int, _ y: Int, _ colour: Colour) {
    let place = (y * size.width + x) * 3
    (pixels[place], pixels[place + 1], pixels[place + 2]) = colour
  }
}
