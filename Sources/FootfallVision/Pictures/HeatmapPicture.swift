internal import CFootfallVision
public import FootfallCore
internal import Foundation

/// Draws a number for each square cell, time that people spent there for example, in colours over a picture, with lines
/// and zones.
///
/// Colours grow with the square root of the number, as the scale beside the picture shows.
public struct HeatmapPicture {
  /// How cells are drawn.
  public enum Style: Sendable {
    /// Blurred into one another.
    case smooth
    /// As squares.
    case cells
    /// As squares of differences, in one colour above 0 and another below.
    case difference
  }

  /// Cells in a row.
  public var columns: Int
  /// Rows of cells.
  public var rows: Int
  /// The side of a cell, in source pixels.
  public var cellPixels: Int
  /// Numbers, row by row from the top left: `columns * rows`; nothing is drawn where one is no number.
  public var values: [Double]
  /// Lines to draw, each with an arrow to the side that counts as in.
  public var lines: [CountingLine]
  /// Zones to outline.
  public var zones: [Zone]
  /// How cells are drawn.
  public var style = Style.smooth
  /// The unit of the numbers in up to four short lines, the last two in small letters.
  public var unit: [String]
  /// Whether a cell is to be drawn faintly; empty, or `columns * rows` values.
  public var isFaint: [Bool] = []
  /// The end of the colour scale; nil for the largest number drawn.
  public var maximum: Double?
  /// Words in the picture, each with the place of its lower left corner.
  public var labels: [(place: Point, text: String)] = []

  /// Creates a picture of person-seconds in a grid of `columns * rows` cells.
  public init(
    columns: Int, rows: Int, cellPixels: Int, values: [Double], lines: [CountingLine] = [],
    zones: [Zone] = []
  ) {
    precondition(columns > 0 && rows > 0 && cellPixels > 0, "a heatmap has cells")
    precondition(values.count == columns * rows, "a heatmap has a value for each cell")
    self.columns = columns
    self.rows = rows
    self.cellPixels = cellPixels
    self.values = values
    self.lines = lines
    self.zones = zones
    unit = ["person-", "seconds", "per \(cellPixels)x\(cellPixels) px"]
  }

  /// Draws the picture.
  /// - Parameters:
  ///   - background: the empty scene, at any scale: ``BackgroundModel/picture(fullSize:)``.
  ///   - size: the source's full resolution, in whose pixels positions are given.
  /// - Returns: a PNG file, at most 1280 pixels wide.
  public func png(over background: PixelBuffer, size: PixelSize) throws(VisionError) -> [UInt8] {
    precondition(isFaint.isEmpty || isFaint.count == values.count, "every cell is faint or not")
    let canvas = PixelBuffer()
    let marks = Marks(lines: lines, zones: zones, labels: labels)
    let faint = isFaint.map { $0 ? 1 : 0 as UInt8 }
    var failure: VisionError?
    values.withUnsafeBufferPointer { values in
      faint.withUnsafeBufferPointer { faint in
        unit.joined(separator: "\n").withCString { unit in
          var heatmap = ff_heatmap(
            background: background.picture, source_width: Int32(size.width),
            source_height: Int32(size.height),
            values: values.baseAddress, faint: faint.isEmpty ? nil : faint.baseAddress,
            style: style.shimStyle, maximum: maximum ?? 0, unit: unit, columns: Int32(columns),
            rows: Int32(rows),
            cell_pixels: Double(cellPixels), marks: marks.start, mark_count: Int32(marks.count))
          do throws(VisionError) {
            try Self.draw(&heatmap, on: canvas)
          } catch {
            failure = error
          }
        }
      }
    }
    if let failure { throw failure }
    return try canvas.png()
  }

  private static func draw(_ heatmap: inout ff_heatmap, on canvas: PixelBuffer) throws(VisionError) {
    var (width, height): (Int32, Int32) = (0, 0)
    try VisionError.check("the heatmap") { ff_heatmap_size(&heatmap, &width, &height, $0) }
    canvas.resize(to: PixelSize(width: Int(width), height: Int(height)))
    var picture = canvas.picture
    try VisionError.check("the heatmap") { ff_heatmap_draw(&heatmap, &picture, $0) }
  }
}

extension HeatmapPicture.Style {
  fileprivate var shimStyle: ff_heat_style {
    switch self {
    case .smooth: FF_HEAT_SMOOTH
    case .cells: FF_HEAT_CELLS
    case .difference: FF_HEAT_DIFFERENCE
    }
  }
}

/// Lines, zones and labels in memory that the shim can read, as long as this lives.
private final class Marks {
  let count: Int
  var start: UnsafePointer<ff_mark>? { UnsafePointer(marks.baseAddress) }
  private let marks: UnsafeMutableBufferPointer<ff_mark>

  init(lines: [CountingLine], zones: [Zone], labels: [(place: Point, text: String)]) {
    let zoneMarks = zones.map { Self.mark($0.polygon.vertices, inward: Point(0, 0), label: $0.id) }
    let lineMarks = lines.map { line in
      Self.mark([line.segment.from, line.segment.to], inward: line.inward, label: line.id)
    }
    let labelMarks = labels.map { Self.mark([$0.place], inward: Point(0, 0), label: $0.text) }
    count = zoneMarks.count + lineMarks.count + labelMarks.count
    marks = .allocate(capacity: max(count, 1))
    _ = marks.initialize(from: zoneMarks + lineMarks + labelMarks)
  }

  deinit {
    for mark in marks.prefix(count) {
      mark.points.deallocate()
      free(UnsafeMutablePointer(mutating: mark.label))
    }
    marks.deallocate()
  }

  private static func mark(_ points: [Point], inward: Point, label: String) -> ff_mark {
    let copy = UnsafeMutableBufferPointer<ff_point>.allocate(capacity: points.count)
    _ = copy.initialize(from: points.map { ff_point(x: $0.x, y: $0.y) })
    // The drawing's font has letters without accents only.
    let plain = label.folding(options: .diacriticInsensitive, locale: nil)
    return ff_mark(
      points: copy.baseAddress, count: Int32(points.count), inward: ff_point(x: inward.x, y: inward.y),
      label: strdup(plain))
  }
}
