/// How tall the boxes of people are by the row of the picture on which they stand, learned from those seen.
///
/// On a level floor the height in pixels grows in proportion to the feet's distance from the horizon (Hoiem, Efros and
/// Hebert, CVPR 2006): a straight line through height against row, by least squares; the column does not matter unless
/// the camera is tilted.
public struct RowHeights: Hashable, Sendable {
  private let memory: Double
  private var count = 0.0
  private var meanRow = 0.0
  private var meanHeight = 0.0
  /// The variance of the rows, and their covariance with the heights, in square pixels.
  private var rowVariance = 0.0
  private var covariance = 0.0
  private var smallest = Double.infinity
  private var largest = 0.0

  /// Nobody was seen.
  /// - Parameter memory: about how many sightings count; those before them fade, so that a camera that was turned is
  ///   learned anew.
  public init(memory: Double = .infinity) { self.memory = memory }

  /// How often people were seen.
  public var sightings: Double { count }

  /// Takes in a whole person.
  /// - Parameters:
  ///   - height: of their box, in pixels.
  ///   - row: where their feet are, in pixels from the top.
  public mutating func add(height: Double, atRow row: Double) {
    count += 1
    let share = 1 / min(count, memory)
    let (rowError, heightError) = (row - meanRow, height - meanHeight)
    meanRow += share * rowError
    meanHeight += share * heightError
    rowVariance = (1 - share) * (rowVariance + share * rowError * rowError)
    covariance = (1 - share) * (covariance + share * rowError * heightError)
    smallest = min(smallest, height)
    largest = max(largest, height)
  }

  /// The height of somebody whose feet are at `row`, in pixels; nil where nobody was ever seen.
  public func height(atRow row: Double) -> Double? {
    guard count > 0 else { return nil }
    return limited(meanHeight + slope * (row - meanRow))
  }

  /// The row of the feet of somebody whose box begins at `top`, be the feet hidden or below the picture; nil where
  /// nobody was ever seen.
  public func footRow(below top: Double) -> Double? {
    guard count > 0 else { return nil }
    // The feet are where top + height(row) = row.
    let height = (meanHeight + slope * (top - meanRow)) / (1 - slope)
    return top + limited(height)
  }

  /// Pixels of height for each row; none where all stood on one level: nothing can be said of the others.
  ///
  /// People grow by less than a pixel a row as long as the camera is above their heads.
  private var slope: Double {
    let isWide = rowVariance.squareRoot() >= 0.2 * meanHeight
    return isWide ? min(max(0, covariance / rowVariance), 0.9) : 0
  }

  /// Further away than people were seen the line is trusted to half and twice their sizes.
  private func limited(_ height: Double) -> Double { min(max(height, smallest / 2), largest * 2) }
}
