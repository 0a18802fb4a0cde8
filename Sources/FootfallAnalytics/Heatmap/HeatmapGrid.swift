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

  /// Creates an empty grid of cells of the usual size over a picture.
  public init(covering size: PixelSize, parameters: AnalyticsParameters) {
    let cell = Int((Double(size.width) * parameters.heatmapCellShare).rounded())
    self.init(covering: size, cellPixels: max(4, cell))
  }

  /// Adds the time one person stood at `foot`; feet outside the picture count at the nearest cell.
  @inlinable
  public mutating func add(_ seconds: Double, at foot: Point) { accumulate(seconds, cell: index(of: foot)) }

  /// The cell in which a place of the picture lies, or the nearest one.
  @inlinable
  public func index(of foot: Point) -> Int {
    // Clamped before the conversion, which would trap on a position beyond all integers.
    let column = Int(max(0, min(Double(columns - 1), foot.x / Double(cellPixels))))
    let row = Int(max(0, min(Double(rows - 1), foot.y / Double(cellPixels))))
    return row * columns + column
  }

  /// The middle of a cell, in pixels.
  public func middle(of index: Int) -> Point {
    Point(Double(index % columns) + 0.5, Double(index / columns) + 0.5) * Double(cellPixels)
  }

  @usableFromInline
  mutating func accumulate(_ seconds: Double, cell: Int) { personSeconds[cell] += seconds }
}
