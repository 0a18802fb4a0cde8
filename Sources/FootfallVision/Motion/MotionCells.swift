internal import CFootfallVision
public import FootfallCore

/// A picture in cells of 8 x 8 pixels of a detector's input, each by its mean brightness: enough to tell whether
/// anything moves.
///
/// Used by one thread at a time.
public final class MotionCells: @unchecked Sendable {
  // @unchecked: `means` is only touched by the thread that holds the cells.

  /// Pixels of a detector's input in a row of a cell.
  static let side = 8
  /// A cell has changed when its mean differs by more than this, of 255.
  ///
  /// In the quietest tenth of the one-by-one clip no cell differs by more than 2.4 from 0.2 seconds before.
  static let greatestDifference: Int16 = 6
  private var means: [UInt8] = []
  private var columns = 1

  /// Creates cells of no picture.
  public init() {}

  /// Takes in what a detector is about to be shown.
  /// - Throws: ``VisionError`` of kind `internal`.
  public func fill(from input: DetectorInput) throws(VisionError) {
    columns = max(1, input.contentSize.width / Self.side)
    let rows = input.contentSize.width < Self.side ? 0 : input.contentSize.height / Self.side
    if means.count != columns * rows { means = [UInt8](repeating: 0, count: columns * rows) }
    var picture = input.picture
    try VisionError.check("cells of the picture") { error in
      ff_cell_means(&picture, Int32(Self.side), &means, Int32(means.count), error)
    }
  }

  /// Whether the picture is of one shade all over, as of a camera that is covered or in the dark: nobody can be seen in
  /// it.
  public var isBlank: Bool {
    guard let darkest = means.min(), let brightest = means.max() else { return false }
    return Int16(brightest) - Int16(darkest) <= Self.greatestDifference
  }

  /// Makes these cells those of another picture; allocates nothing once both had the same size.
  public func copy(_ other: MotionCells) {
    columns = other.columns
    if means.count == other.means.count {
      for index in means.indices { means[index] = other.means[index] }
    } else {
      means = other.means
    }
  }

  /// Where cells have changed noticeably since another picture, in pixels of the detector's input.
  /// - Returns: the smallest box around them; nil where there are none. A picture of another size has changed all over.
  public func change(since other: MotionCells) -> BoundingBox? {
    guard means.count == other.means.count, columns == other.columns else {
      return BoundingBox(
        x: 0, y: 0, width: Double(columns * Self.side), height: Double(means.count / columns * Self.side))
    }
    var (left, right, top, bottom) = (Int.max, -1, -1, -1)
    for index in means.indices {
      guard abs(Int16(means[index]) - Int16(other.means[index])) > Self.greatestDifference else { continue }
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      if top < 0 { top = row }
      bottom = row
      left = min(left, column)
      right = max(right, column)
    }
    guard top >= 0 else { return nil }
    let side = Double(Self.side)
    return BoundingBox(
      x: Double(left) * side, y: Double(top) * side, width: Double(right - left + 1) * side,
      height: Double(bottom - top + 1) * side)
  }
}
