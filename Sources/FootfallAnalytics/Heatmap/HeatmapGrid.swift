public import FootfallCore

/// Person-seconds by square cell of the picture, where people stood.
public struct HeatmapGrid: Hashable, Sendable {
  /// The side of a cell, in source pixels.
  public let cellPixels: Int
  /// Cells in a row.
  public let columns: Int
  /// Rows of cells.
  public let rows: Int
  /// Person-seconds, row by row from the top left: `columns * rows` values.
  public private(set) var personSeconds: [Double]

  /// Creates an empty grid over a picture; cells at the right and bottom edges may reach beyond it.
  /// - Parameter cellPixels: the side of a cell, at least 1.
  public init(covering size: PixelSize, cellPixels: Int) {
    self.cellPixels = cellPixels
    columns = (size.width + cellPixels - 1) / cellPixels
    rows = (size.height + cellPixels - 1) / cellPixels
    personSeconds = [Double](repeating: 0, count: columns * rows)
  }

  /// Adds the time one person stood at `foot`; feet outside the picture count at the nearest cell.
  @inlinable
  public mutating func add(_ seconds: Double, at foot: Point) {
    // Clamped before the conversion, which would trap on a position beyond all integers.
    let column = Int(max(0, min(Double(columns - 1), foot.x / Double(cellPixels))))
    let row = Int(max(0, min(Double(rows - 1), foot.y / Double(cellPixels))))
    accumulate(seconds, cell: row * columns + column)
  }

  @usableFromInline
  mutating func accumulate(_ seconds: Double, cell: Int) { personSeconds[cell] += seconds }
}
