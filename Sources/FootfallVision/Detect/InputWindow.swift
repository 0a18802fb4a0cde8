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

  /// The smallest of the whole input, its halves and its quarter that holds the box, and lies on the grid.
  /// - Parameters:
  ///   - box: in pixels of the input.
  ///   - whole: the size of the input.
  init(covering box: BoundingBox, of whole: PixelSize) {
    let columns = Self.range(from: box.x, to: box.maxX, length: whole.width)
    let rows = Self.range(from: box.y, to: box.maxY, length: whole.height)
    self.init(
      x: columns.lowerBound, y: rows.lowerBound, size: PixelSize(width: columns.count, height: rows.count))
  }

  /// Half of `0..<length` around the interval where that holds it, else all.
  private static func range(from start: Double, to end: Double, length: Int) -> Range<Int> {
    let half = (length / 2 + grid - 1) / grid * grid
    let slack = (Double(half) - (min(end, Double(length)) - max(start, 0))) / 2
    guard slack >= 0, half > 0, half < length else { return 0..<length }
    let first = Int(((max(start, 0) - slack) / Double(grid)).rounded()) * grid
    let placed = min(max(first, 0), (length - half) / grid * grid)
    // Rounding to the grid may have cut off an end.
    guard Double(placed) <= max(start, 0), Double(placed + half) >= min(end, Double(length)) else {
      return 0..<length
    }
    return placed..<placed + half
  }
}
