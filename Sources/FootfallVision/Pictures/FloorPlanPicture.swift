public import FootfallCore

/// Draws a number for each square of the floor plan, seen from above, over lines at every metre; squares that no camera
/// sees are hatched.
public struct FloorPlanPicture {
  /// Squares along x.
  public var columns: Int
  /// Squares along y.
  public var rows: Int
  /// The side of a square, in metres.
  public var cellMetres: Double
  /// The corner of least x and y of the first square, in metres.
  public var origin: Point
  /// Numbers, row by row from the least y; nil for squares that are not seen.
  public var values: [Double?]
  /// Whether y is drawn downwards; see ``FloorMap/isHandedAsPicture``.
  public var isDownward: Bool
  /// Lines to draw, in metres.
  public var lines: [CountingLine] = []
  /// Zones to outline, in metres.
  public var zones: [Zone] = []
  /// How squares are drawn; smooth is drawn as squares.
  public var style = HeatmapPicture.Style.cells
  /// The unit of the numbers in up to four short lines; the third, where it is free, explains the lines of the plan.
  public var unit: [String]
  /// Whether a square is to be drawn faintly; empty, or a value for each square.
  public var isFaint: [Bool] = []
  /// The end of the colour scale; nil for the largest number drawn.
  public var maximum: Double?

  /// Creates a plan of `columns * rows` squares, at least one.
  public init(
    columns: Int, rows: Int, cellMetres: Double, origin: Point, values: [Double?], isDownward: Bool,
    unit: [String]
  ) {
    precondition(columns > 0 && rows > 0 && cellMetres > 0, "a plan has squares")
    precondition(values.count == columns * rows, "a plan has a value for each square")
    self.columns = columns
    self.rows = rows
    self.cellMetres = cellMetres
    self.origin = origin
    self.values = values
    self.isDownward = isDownward
    self.unit = unit
  }

  /// Draws the plan.
  /// - Returns: a PNG file, at most 1280 pixels wide.
  public func png() throws(VisionError) -> [UInt8] {
    let size = PixelSize(width: columns * cellPixels, height: rows * cellPixels)
    var picture = HeatmapPicture(
      columns: columns, rows: rows, cellPixels: cellPixels, values: drawn(values).map { $0 ?? .nan })
    picture.style = style == .difference ? .difference : .cells
    picture.isFaint = isFaint.isEmpty ? [] : drawn(isFaint)
    picture.unit = unit + (unit.count == 2 ? ["lines: 1 m, 5 m"] : [])
    picture.maximum = maximum
    picture.lines = lines.map(placed)
    picture.zones = zones.map { zone in
      Zone(id: zone.id, polygon: Polygon(zone.polygon.vertices.map(place)), kind: zone.kind)
    }
    picture.labels = labels
    return try picture.png(over: ground(size), size: size)
  }

  /// Pixels along the side of a square: the plan is about 900 pixels long.
  private var cellPixels: Int { max(1, min(32, 900 / max(columns, rows))) }

  /// Values by square from the top of the picture.
  private func drawn<Value>(_ values: [Value]) -> [Value] {
    guard !isDownward else { return values }
    return (0..<rows).reversed().flatMap { values[$0 * columns..<($0 + 1) * columns] }
  }

  /// Where in the picture a point of the plan is.
  private func place(_ floor: Point) -> Point {
    let cells = (floor - origin) * (1 / cellMetres)
    return Point(cells.x, isDownward ? cells.y : Double(rows) - cells.y) * Double(cellPixels)
  }

  /// A line in the picture, whose arrow still leads to the side that counts as in: drawn upwards, sides are exchanged.
  private func placed(_ line: CountingLine) -> CountingLine {
    var drawn = line
    drawn.segment = Segment(from: place(line.segment.from), to: place(line.segment.to))
    drawn.isSwapped = line.isSwapped == isDownward
    return drawn
  }

  /// The number of metres beside every fifth line.
  private var labels: [(place: Point, text: String)] {
    let end = origin + Point(Double(columns), Double(rows)) * cellMetres
    func fives(_ low: Double, _ high: Double) -> [Double] {
      Array(stride(from: (low / 5).rounded(.up) * 5, to: high, by: 5))
    }
    let bottom = isDownward ? end.y : origin.y
    let along = fives(origin.x, end.x).map { x in
      (place: place(Point(x, bottom)) + Point(3, -4), text: "x \(Int(x))")
    }
    let across = fives(origin.y, end.y).map { y in
      (place: place(Point(origin.x, y)) + Point(3, -4), text: "y \(Int(y))")
    }
    // One that the edge would cut tells another number.
    let width = Double(columns * cellPixels)
    return along.filter { $0.place.x + 8 * Double($0.text.count) <= width } + across
  }

  /// What is drawn under the colours: lines at metres where the floor is seen, hatching where it is not.
  private func ground(_ size: PixelSize) -> PixelBuffer {
    let buffer = PixelBuffer()
    buffer.resize(to: size)
    let isSeen = drawn(values).map { $0 != nil }
    let (xLines, yLines) = (lineShades(size.width, \.x), lineShades(size.height, \.y))
    let bytes = buffer.bytes
    for y in 0..<size.height {
      for x in 0..<size.width {
        let isHatched = !isSeen[y / cellPixels * columns + x / cellPixels]
        let shade = isHatched ? ((x + y) % 10 < 2 ? 130 : 30) : max(xLines[x], yLines[y], 60)
        let start = y * buffer.bytesPerRow + x * 3
        for channel in 0..<3 { bytes[start + channel] = shade }
      }
    }
    return buffer
  }

  /// For each pixel along an axis the shade of the line there; 0 where there is none.
  private func lineShades(_ count: Int, _ axis: KeyPath<Point, Double>) -> [UInt8] {
    var shades = [UInt8](repeating: 0, count: count)
    let isReversed = axis == \Point.y && !isDownward
    let metres = Double(axis == \Point.y ? rows : columns) * cellMetres
    for metre in stride(
      from: origin[keyPath: axis].rounded(.up), through: origin[keyPath: axis] + metres, by: 1)
    {
      let offset = (metre - origin[keyPath: axis]) / cellMetres * Double(cellPixels)
      let pixel = Int(isReversed ? Double(count) - offset : offset)
      if shades.indices.contains(pixel) { shades[pixel] = metre.remainder(dividingBy: 5) == 0 ? 170 : 95 }
    }
    return shades
  }
}
