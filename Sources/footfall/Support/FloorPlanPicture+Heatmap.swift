import FootfallAnalytics
import FootfallCore
import FootfallVision

extension FloorPlanPicture {
  /// A plan of person-seconds per square metre.
  init(_ heatmap: FloorHeatmap, isDownward: Bool) {
    self.init(
      heatmap.cells, values: heatmap.personSeconds.indices.map(heatmap.density), isDownward: isDownward,
      unit: ["person-sec.", "per m2"])
  }

  /// A plan of other numbers.
  init(_ cells: FloorCells, values: [Double?], isDownward: Bool, unit: [String]) {
    let side = FloorCells.sideMetres
    self.init(
      columns: cells.columns, rows: cells.rows, cellMetres: side,
      origin: Point(Double(cells.firstColumn), Double(cells.firstRow)) * side, values: values,
      isDownward: isDownward, unit: unit)
  }

  /// Draws the lines and zones of a camera too, as far as they lie on the floor that it sees.
  mutating func add(_ scene: CameraScene, through map: FloorMap) {
    for zone in scene.zones {
      let corners = zone.polygon.vertices.compactMap(map.floorPoint)
      guard corners.count == zone.polygon.vertices.count else { continue }
      zones.append(Zone(id: zone.id, polygon: Polygon(corners), kind: zone.kind))
    }
    for line in scene.lines {
      guard let from = map.floorPoint(of: line.segment.from), let to = map.floorPoint(of: line.segment.to)
      else { continue }
      // Sides change places where the plan's axes are handed otherwise than the picture's.
      let isSwapped = line.isSwapped == map.isHandedAsPicture
      lines.append(
        CountingLine(id: line.id, segment: Segment(from: from, to: to), kind: line.kind, isSwapped: isSwapped)
      )
    }
  }
}
