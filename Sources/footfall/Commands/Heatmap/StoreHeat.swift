import FootfallAnalytics
import FootfallCore
import FootfallExport
import FootfallWeb

/// Where people at a running store spent their time, by interval: on the picture of one camera, or on the floor plan of
/// all cameras, where overlap counts once.
struct StoreHeat {
  /// What one camera adds to the maps.
  private struct View {
    let heat: CameraHeat
    /// The square of the plane at the place of each of the camera's own; nil where it is another camera's.
    let squares: [Int?]
  }

  private let plane: HeatMaps.Plane
  private let views: [View]
  private let owners: [Int?]
  private var lines: [LineLayout]
  private var zones: [ZoneLayout]

  /// The squares of a camera's picture.
  /// - Returns: nil where the camera's squares are those of a floor.
  init?(onPictureOf heat: CameraHeat) {
    guard case .picture(let grid) = heat.cells else { return nil }
    let squares = Array(0..<grid.columns * grid.rows)
    plane = HeatMaps.Plane(
      kind: .picture, side: Double(grid.cellPixels), x: 0, y: 0, columns: grid.columns, rows: grid.rows,
      isDownward: true)
    views = [View(heat: heat, squares: squares)]
    owners = squares.map { _ in 0 }
    lines = heat.scene.lines.map { LineLayout($0) }
    zones = heat.scene.zones.map { ZoneLayout($0) }
  }

  /// The squares of the floor that the cameras among `heats` see whose squares are those of a floor.
  /// - Returns: nil where there is none.
  init?(onFloorOf heats: [CameraHeat]) {
    let floors = heats.compactMap { heat -> (heat: CameraHeat, cells: FloorCells, map: FloorMap)? in
      if case .floor(let cells, let map) = heat.cells { (heat, cells, map) } else { nil }
    }
    guard !floors.isEmpty else { return nil }
    let plan = StorePlan(joining: floors.map { ($0.heat.camera, FloorHeatmap(cells: $0.cells)) })
    let cells = plan.heatmap.cells
    plane = HeatMaps.Plane(
      kind: .floor, side: FloorCells.sideMetres, x: Double(cells.firstColumn) * FloorCells.sideMetres,
      y: Double(cells.firstRow) * FloorCells.sideMetres, columns: cells.columns, rows: cells.rows,
      isDownward: floors.allSatisfy(\.map.isHandedAsPicture))
    owners = plan.owners
    views = floors.enumerated().map { camera, floor in
      let squares = 0..<floor.heat.cells.count
      return View(
        heat: floor.heat, squares: squares.map { plan.square(at: $0, of: floor.cells, camera: camera) })
    }
    lines = floors.flatMap { $0.map.floorLines(of: $0.heat.scene) }.map { LineLayout($0) }
    zones = floors.flatMap { $0.map.floorZones(of: $0.heat.scene) }.map { ZoneLayout($0) }
  }

  /// Adds up the time of people by interval.
  /// - Parameter boundaries: the beginnings of the intervals and the end of the last one, in milliseconds since 1970 UTC.
  /// - Returns: nil where nothing was seen in any of them.
  /// - Throws: an error of the store.
  func maps(between boundaries: [Int64]) throws -> HeatMaps? {
    let stretches = ClockStretches(intervals: boundaries)
    let tallies = try views.map { try $0.heat.all(stretches) }
    guard tallies.contains(where: { $0.contains { $0.observedSeconds > 0 } }) else { return nil }
    let maps = zip(boundaries, boundaries.dropFirst()).enumerated().map { interval, ends in
      map(from: ends.0, to: ends.1, tallies.map { $0[interval] })
    }
    return HeatMaps(
      plane: plane, cameras: views.map(\.heat.camera), owners: owners, lines: lines, zones: zones, maps: maps)
  }

  private func map(from start: Int64, to end: Int64, _ tallies: [HeatTally]) -> HeatMaps.Map {
    var seconds: [Int: Double] = [:]
    for (view, tally) in zip(views, tallies) {
      for (index, time) in tally.personSeconds.enumerated() where time > 0 {
        if let square = view.squares[index] { seconds[square] = time }
      }
    }
    let squares = seconds.keys.sorted()
    return HeatMaps.Map(
      startMilliseconds: start, endMilliseconds: end,
      observedSeconds: tallies.map { Self.thousandths($0.observedSeconds) }, squares: squares,
      personSeconds: squares.map { Self.thousandths(seconds[$0] ?? 0) })
  }

  private static func thousandths(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
