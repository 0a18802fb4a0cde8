import FootfallAnalytics
import FootfallCore
import FootfallVision

/// A heatmap from the database as a picture: on the floor plan, or on an empty picture of the camera's size.
struct HeatDrawing {
  /// Numbers by square; nil for squares that are not seen whole.
  let values: [Double?]
  private let heat: CameraHeat
  private let style: HeatmapPicture.Style
  private let isFaint: [Bool]

  /// Time spent, for each hour seen.
  init(_ tally: HeatTally, of heat: CameraHeat) {
    self.heat = heat
    style = .cells
    isFaint = []
    values = (0..<heat.cells.count).map { index in
      heat.cells.isSeen(index) ? tally.perHour(index).map { $0 / heat.cells.area } : nil
    }
  }

  /// The difference of two periods; what may be chance is faint.
  init(_ comparison: HeatComparison, of heat: CameraHeat) {
    self.heat = heat
    style = .difference
    isFaint = comparison.cells.map { !$0.isSignificant }
    values = comparison.cells.indices.map { index in
      heat.cells.isSeen(index) ? comparison.cells[index].difference / heat.cells.area : nil
    }
  }

  /// Draws the picture.
  /// - Parameter maximum: the end of the colour scale; nil for the largest number.
  /// - Returns: a PNG file.
  func png(maximum: Double?) throws -> [UInt8] {
    let note = style == .difference ? ["after - before", "faint: chance?"] : []
    switch heat.cells {
    case .floor(let cells, let map):
      var plan = FloorPlanPicture(
        cells, values: values, isDownward: map.isHandedAsPicture,
        unit: ["person-sec.", "per m2, hour"] + note)
      plan.style = style
      plan.isFaint = isFaint
      plan.maximum = maximum
      plan.add(heat.scene, through: map)
      return try plan.png()
    case .picture(let grid):
      var picture = HeatmapPicture(
        columns: grid.columns, rows: grid.rows, cellPixels: grid.cellPixels,
        values: values.map { $0 ?? .nan }, lines: heat.scene.lines, zones: heat.scene.zones)
      picture.style = style
      picture.isFaint = isFaint
      picture.maximum = maximum
      picture.unit = ["person-sec.", "per cell, hour"] + note
      return try picture.png(over: HeatDrawing.ground(of: heat.size), size: heat.size)
    }
  }

  /// No picture is kept of what a camera sees: plain grey.
  private static func ground(of size: PixelSize) -> PixelBuffer {
    let ground = PixelBuffer()
    ground.resize(to: PixelSize(width: max(1, size.width / 8), height: max(1, size.height / 8)))
    ground.bytes.initializeMemory(as: UInt8.self, repeating: 60)
    return ground
  }
}
