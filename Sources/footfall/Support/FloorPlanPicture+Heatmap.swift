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
    zones += map.floorZones(of: scene)
    lines += map.floorLines(of: scene)
  }
}

extension FloorMap {
  /// The zones of a camera on the floor, in metres, as far as they lie on the floor that it sees.
  func floorZones(of scene: CameraScene) -> [Zone] {
    scene.zones.compactMap { zone in
      let corners = zone.polygon.vertices.compactMap(floorPoint)
      guard corners.count == zone.polygon.vertices.count else { return nil }
      return Zone(id: zone.id, polygon: Polygon(corners), kind: zone.kind)
    }
  }

  /// The lines of a camera on the floor, likewise.
  func floorLines(of scene: CameraScene) -> [CountingLine] {
    // Sides change places where the plan's axes are handed otherwise than the picture's.
    let isHandedAsPicture = isHandedAsPicture
    return scene.lines.compactMap { line in
      guard let from = floorPoint(of: line.segment.from), let to = floorPoint(of: line.segment.to)
      else { return nil }
      return CountingLine(
        id: line.id, segment: Segment(from: from, to: to), kind: line.kind,
        isSwapped: line.isSwapped == isHandedAsPicture)
    }
  }
}
