public import FootfallCore

/// A part of a detector's input, in pixels of the input.
public struct InputWindow: Hashable, Sendable {
  /// The left edge.
  public var x: Int
  /// The top edge.
  public var y: Int
  /// Width and height.
  public var size: PixelSize

  /// Creates a window.
  public init(x: Int, y: Int, size: PixelSize) {
    self.x = x
    self.y = y
    self.size = size
  }

  /// Cells of the coarsest grid of the YOLO networks: windows that keep to it see the same cells as the whole.
  private static let grid = 32

  /// The shortest of two to six sixths of the input's width, and of its height, that hold the box and lie on the grid.
  /// - Parameters:
  ///   - box: in pixels of the input.
  ///   - whole: the size of the input.
  init(covering box: BoundingBox, of whole: PixelSize) {
    let columns = Self.range(from: box.x, to: box.maxX, length: whole.width)
    let rows = Self.range(from: box.y, to: box.maxY, length: whole.height)
    self.init(
      x: columns.lowerBound, y: rows.lowerBound, size: PixelSize(width: columns.count, height: rows.count))
  }

  private static func range(from start: Double, to end: Double, length: Int) -> Range<Int> {
    let (first, last) = (max(start, 0), min(end, Double(length)))
    for sixths in 2...5 {
      // Rounded up to whole cells, but for a pixel.
      let part = (length * sixths / 6 + grid - 1) / grid * grid
      let slack = (Double(part) - (last - first)) / 2
      guard slack >= 0, part > 0, part < length else { continue }
      let nearest = Int(((first - slack) / Double(grid)).rounded()) * grid
      let placed = min(max(nearest, 0), (length - part) / grid * grid)
      // Rounding to the grid may have cut off an end.
      if Double(placed) <= first, Double(placed + part) >= last { return placed..<placed + part }
    }
    return 0..<length
  }
}
