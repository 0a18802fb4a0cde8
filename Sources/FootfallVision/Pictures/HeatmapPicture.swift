internal import CFootfallVision
public import FootfallCore
internal import Foundation

/// Draws where people spent their time: person-seconds in colours over the empty scene, with lines and zones.
///
/// Colours grow with the square root of the time, as the scale beside the picture shows.
public struct HeatmapPicture {
  /// Cells in a row.
  public var columns: Int
  /// Rows of cells.
  public var rows: Int
  /// The side of a cell, in source pixels.
  public var cellPixels: Int
  /// Person-seconds, row by row from the top left: `columns * rows` values.
  public var personSeconds: [Double]
  /// Lines to draw, each with an arrow to the side that counts as in.
  public var lines: [CountingLine]
  /// Zones to outline.
  public var zones: [Zone]

  /// Creates a picture of a grid of `columns * rows` cells.
  public init(
    columns: Int, rows: Int, cellPixels: Int, personSeconds: [Double], lines: [CountingLine] = [],
    zones: [Zone] = []
  ) {
    precondition(columns > 0 && rows > 0 && cellPixels > 0, "a heatmap has cells")
    precondition(personSeconds.count == columns * rows, "a heatmap has a value for each cell")
    self.columns = columns
    self.rows = rows
    self.cellPixels = cellPixels
    self.personSeconds = personSeconds
    self.lines = lines
    self.zones = zones
  }

  /// Draws the picture.
  /// - Parameters:
  ///   - background: the empty scene, at any scale: ``BackgroundModel/picture(fullSize:)``.
  ///   - size: the source's full resolution, in whose pixels positions are given.
  /// - Returns: a PNG file, at most 1280 pixels wide.
  public func png(over background: PixelBuffer, size: PixelSize) throws(VisionError) -> [UInt8] {
    let canvas = PixelBuffer()
    let marks = Marks(lines: lines, zones: zones)
    var failure: VisionError?
    personSeconds.withUnsafeBufferPointer { values in
      var heatmap = ff_heatmap(
        background: background.picture, source_width: Int32(size.width), source_height: Int32(size.height),
        values: values.baseAddress, columns: Int32(columns), rows: Int32(rows),
        cell_pixels: Double(cellPixels),
        marks: marks.start, mark_count: Int32(marks.count))
      do throws(VisionError) {
        try Self.draw(&heatmap, on: canvas)
      } catch {
        failure = error
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

/// Lines and zones in memory that the shim can read, as long as this lives.
private final class Marks {
  let count: Int
  var start: UnsafePointer<ff_mark>? { UnsafePointer(marks.baseAddress) }
  private let marks: UnsafeMutableBufferPointer<ff_mark>

  init(lines: [CountingLine], zones: [Zone]) {
    let zoneMarks = zones.map { Self.mark($0.polygon.vertices, inward: Point(0, 0), label: $0.id) }
    let lineMarks = lines.map { line in
      Self.mark([line.segment.from, line.segment.to], inward: line.inward, label: line.id)
    }
    count = zoneMarks.count + lineMarks.count
    marks = .allocate(capacity: max(count, 1))
    _ = marks.initialize(from: zoneMarks + lineMarks)
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
