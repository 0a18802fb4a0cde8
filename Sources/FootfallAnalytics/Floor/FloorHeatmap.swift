public import FootfallCore

/// Person-seconds by square of the floor plan.
public struct FloorHeatmap: Hashable, Sendable {
  /// The squares, and which of them are seen.
  public let cells: FloorCells
  /// Person-seconds, row by row from the least y: 0 in squares that are not seen.
  public private(set) var personSeconds: [Double]
  /// Person-seconds of feet outside the squares that are seen: partly in the picture, too far away, or cut off.
  public private(set) var elsewhere = 0.0

  /// Creates an empty heatmap.
  public init(cells: FloorCells) {
    self.cells = cells
    personSeconds = [Double](repeating: 0, count: cells.columns * cells.rows)
  }

  /// Adds the time one person stood at `floor`, in metres; nil where their feet are not on the floor that is seen.
  public mutating func add(_ seconds: Double, at floor: Point?) {
    if let floor, let index = cells.seenIndex(of: floor) {
      personSeconds[index] += seconds
    } else {
      elsewhere += seconds
    }
  }

  /// Puts the person-seconds of a square in place of what was there.
  mutating func set(_ seconds: Double, ofSquare index: Int) { personSeconds[index] = seconds }

  /// Person-seconds in a square metre of a square; nil where it is not seen.
  public func density(of index: Int) -> Double? {
    cells.isSeen(index) ? personSeconds[index] / (FloorCells.sideMetres * FloorCells.sideMetres) : nil
  }
}
