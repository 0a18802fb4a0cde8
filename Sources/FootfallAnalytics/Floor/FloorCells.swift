public import FootfallCore

/// The floor plan divided into squares, and which of them a camera sees.
///
/// Squares begin at whole multiples of their side from the plan's origin, so that those of several cameras are the same.
/// A square is seen where all of it lies inside the picture, above the strip along its lower edge where boxes are cut off, and its shorter way across takes
/// ``leastPixels`` or more: of the others it is not known how much time was spent there.
public struct FloorCells: Hashable, Sendable {
  /// The side of a square, in metres: about the room that one person takes (Fruin, Pedestrian Planning and Design, 1971).
  public static let sideMetres = 0.5
  /// The fewest pixels across a square that is seen: feet are not placed more exactly than that.
  public static let leastPixels = 2.0

  /// The number of the first column: it begins at `firstColumn * sideMetres`.
  public let firstColumn: Int
  /// The number of the first row, that of the least y.
  public let firstRow: Int
  /// Squares along x.
  public let columns: Int
  /// Squares along y.
  public let rows: Int
  /// The pixels that a metre takes in the direction in which it takes the fewest, at the worst corner of each square, row
  /// by row; 0 where the square is not seen.
  public private(set) var pixelsPerMetre: [Double]

  /// Squares around a part of the plan, none of them seen.
  public init(columns: Range<Int>, rows: Range<Int>) {
    firstColumn = columns.lowerBound
    firstRow = rows.lowerBound
    self.columns = columns.count
    self.rows = rows.count
    pixelsPerMetre = [Double](repeating: 0, count: columns.count * rows.count)
  }

  /// The squares that a camera sees, those between them and a margin of one.
  /// - Parameters:
  ///   - size: the picture.
  ///   - map: the way from the picture to the floor.
  public init(seenIn size: PixelSize, through map: FloorMap) {
    let area = FloorCells.area(seenIn: size, through: map)
    var cells = FloorCells(columns: area.columns, rows: area.rows)
    for index in cells.pixelsPerMetre.indices {
      cells.see(
        index, pixelsPerMetre: FloorCells.resolution(of: cells.corners(of: index), in: size, through: map))
    }
    self = cells.trimmed()
  }

  /// How many squares are seen.
  public var seenCount: Int { pixelsPerMetre.count { $0 > 0 } }

  /// Whether a square is seen.
  public func isSeen(_ index: Int) -> Bool { pixelsPerMetre[index] > 0 }

  /// The square in which a point of the floor lies; nil for a square that is not seen.
  public func seenIndex(of floor: Point) -> Int? {
    // Compared before the conversion, which would trap on a position beyond all integers.
    let x = (floor.x / FloorCells.sideMetres).rounded(.down) - Double(firstColumn)
    let y = (floor.y / FloorCells.sideMetres).rounded(.down) - Double(firstRow)
    guard x >= 0, y >= 0, x < Double(columns), y < Double(rows) else { return nil }
    let index = Int(y) * columns + Int(x)
    return isSeen(index) ? index : nil
  }

  /// The middle of a square, in metres.
  public func middle(of index: Int) -> Point {
    Point(Double(firstColumn + index % columns) + 0.5, Double(firstRow + index / columns) + 0.5)
      * FloorCells.sideMetres
  }

  /// The square at the same place of the plan in other squares; nil where they do not reach there.
  public func index(of index: Int, in other: FloorCells) -> Int? {
    let column = firstColumn + index % columns - other.firstColumn
    let row = firstRow + index / columns - other.firstRow
    guard 0..<other.columns ~= column, 0..<other.rows ~= row else { return nil }
    return row * other.columns + column
  }

  /// Whether feet at a place of the picture are those of a box that the lower edge does not cut off.
  static func showsFeet(at place: Point, in size: PixelSize) -> Bool {
    place.y <= Double(size.height) * (1 - PixelSize.borderShare)
  }

  /// Takes a square as seen with so many pixels to the metre.
  mutating func see(_ index: Int, pixelsPerMetre resolution: Double) { pixelsPerMetre[index] = resolution }

  private func corners(of index: Int) -> [Point] {
    let middle = middle(of: index)
    let half = FloorCells.sideMetres / 2
    return [(-half, -half), (half, -half), (half, half), (-half, half)].map { middle + Point($0.0, $0.1) }
  }

  /// The worst resolution at any of the corners; 0 where one is not in the picture or shows too little.
  private static func resolution(
    of corners: [Point], in size: PixelSize, through map: FloorMap
  ) -> Double {
    var worst = Double.infinity
    for corner in corners {
      guard let place = map.imagePoint(of: corner), place.x >= 0, place.y >= 0,
        place.x <= Double(size.width), showsFeet(at: place, in: size),
        let resolution = map.pixelsPerMetre(at: corner), resolution * sideMetres >= leastPixels
      else { return 0 }
      worst = min(worst, resolution)
    }
    return worst
  }

  /// The same squares without those around what is seen, but for a margin of one.
  private func trimmed() -> FloorCells {
    let seen = pixelsPerMetre.indices.filter(isSeen)
    let (seenColumns, seenRows) = (seen.map { $0 % columns }, seen.map { $0 / columns })
    guard let left = seenColumns.min(), let right = seenColumns.max(), let low = seenRows.min(),
      let high = seenRows.max()
    else { return FloorCells(columns: 0..<0, rows: 0..<0) }
    var cells = FloorCells(
      columns: firstColumn + left - 1..<firstColumn + right + 2,
      rows: firstRow + low - 1..<firstRow + high + 2)
    for index in seen {
      if let place = self.index(of: index, in: cells) {
        cells.see(place, pixelsPerMetre: pixelsPerMetre[index])
      }
    }
    return cells
  }

  /// A rectangle of the plan that holds all squares which can be seen, found by looking at the picture in steps.
  private static func area(
    seenIn size: PixelSize, through map: FloorMap
  ) -> (columns: Range<Int>, rows: Range<Int>) {
    var (low, high) = (Point(.infinity, .infinity), Point(-.infinity, -.infinity))
    let steps = 48
    for row in 0...steps {
      for column in 0...steps {
        let place = Point(
          Double(size.width * column) / Double(steps), Double(size.height * row) / Double(steps))
        guard let floor = map.floorPoint(of: place), let resolution = map.pixelsPerMetre(at: floor),
          resolution * sideMetres >= leastPixels
        else { continue }
        low = Point(min(low.x, floor.x), min(low.y, floor.y))
        high = Point(max(high.x, floor.x), max(high.y, floor.y))
      }
    }
    guard low.x <= high.x, low.y <= high.y else { return (0..<0, 0..<0) }
    // What is seen between two looks is no more squares across than they are apart in the least pixels of a square.
    let step = Double(max(size.width, size.height)) / Double(steps)
    let margin = Int((step * 2.0.squareRoot() / leastPixels).rounded(.up))
    func range(_ low: Double, _ high: Double) -> Range<Int> {
      Int((low / sideMetres).rounded(.down)) - margin..<Int((high / sideMetres).rounded(.up)) + margin
    }
    return (range(low.x, high.x), range(low.y, high.y))
  }
}
