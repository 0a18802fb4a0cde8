internal import CFootfallVision
internal import FootfallCore

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
  /// Coding and sensor noise move the mean of 64 pixels by less than 3 in the test clips; a person who is a
  /// single cell wide moves it by 10 and more.
  static let greatestDifference: Int16 = 6
  private var means: [UInt8] = []

  /// Creates cells of no picture; they are like no others.
  public init() {}

  /// Takes in what a detector is about to be shown.
  /// - Throws: ``VisionError`` of kind `internal`.
  public func fill(from input: DetectorInput) throws(VisionError) {
    let (columns, rows) = (input.contentSize.width / Self.side, input.contentSize.height / Self.side)
    if means.count != columns * rows { means = [UInt8](repeating: 0, count: columns * rows) }
    var picture = input.picture
    try VisionError.check("cells of the picture") { error in
      ff_cell_means(&picture, Int32(Self.side), &means, Int32(means.count), error)
    }
  }

  /// Makes these cells those of another picture; allocates nothing once both had the same size.
  public func copy(_ other: MotionCells) {
    if means.count == other.means.count {
      for index in means.indices { means[index] = other.means[index] }
    } else {
      means = other.means
    }
  }

  /// Whether no cell has changed noticeably from one picture to the other.
  public func isLike(_ other: MotionCells) -> Bool {
    guard !means.isEmpty, means.count == other.means.count else { return false }
    var greatest: Int16 = 0
    for index in means.indices {
      greatest = max(greatest, abs(Int16(means[index]) - Int16(other.means[index])))
    }
    return greatest <= Self.greatestDifference
  }
}
