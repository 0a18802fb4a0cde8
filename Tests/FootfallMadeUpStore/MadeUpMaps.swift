internal import FootfallWeb
internal import Foundation

/// Where made-up people stood: two clouds that wander with the hour, and nobody at night.
struct MadeUpMaps {
  /// Tells the time in milliseconds since 1970 UTC: what is later was not seen.
  let now: Int64
  let layout: StoreLayout

  private static let floor = HeatMaps.Plane(
    kind: .floor, side: 0.5, x: 0, y: 0, columns: 26, rows: 18, isDownward: true)
  private static let shelves = [
    ZoneLayout(id: "table", polygon: [[7, 4.5], [10, 4.5], [10, 7], [7, 7]], kind: "display"),
    ZoneLayout(id: "shelf", polygon: [[1, 1], [5, 1], [5, 3], [1, 3]], kind: "section"),
    ZoneLayout(id: "till", polygon: [[8, 0.5], [12.5, 0.5], [12.5, 2], [8, 2]], kind: "queue"),
    ZoneLayout(id: "plants", polygon: [[0.5, 6], [3, 6], [3, 8.5], [0.5, 8.5]], kind: "display"),
  ]
  private static let doorway = LineLayout(
    id: "entrance", from: [4, 8.8], to: [7, 8.8], kind: "entrance", swap: false)

  /// Nil for the future and the camera that was never reached.
  func maps(_ query: HistoryQuery) -> HeatMaps? {
    guard query.milliseconds.lowerBound < now else { return nil }
    guard let id = query.camera else { return floorMaps(query) }
    guard let camera = layout.cameras.first(where: { $0.id == id }), let width = camera.width,
      let height = camera.height
    else { return nil }
    let plane = HeatMaps.Plane(
      kind: .picture, side: 12, x: 0, y: 0, columns: width / 12, rows: height / 12, isDownward: true)
    return maps(
      query, plane, cameras: [id], owners: [Int?](repeating: 0, count: plane.columns * plane.rows),
      camera.lines, camera.zones)
  }

  /// The corners of the floor are in no picture, and the left half belongs to the camera at the door.
  private func floorMaps(_ query: HistoryQuery) -> HeatMaps {
    let plane = Self.floor
    let owners = (0..<plane.columns * plane.rows).map { index -> Int? in
      let (column, row) = (index % plane.columns, index / plane.columns)
      let isCorner = column + row < 4 || column + (plane.rows - row) > plane.columns + plane.rows - 6
      return isCorner ? nil : column < 12 ? 0 : 1
    }
    return maps(query, plane, cameras: ["door", "floor"], owners: owners, [Self.doorway], Self.shelves)
  }

  private func maps(
    _ query: HistoryQuery, _ plane: HeatMaps.Plane, cameras: [String], owners: [Int?], _ lines: [LineLayout],
    _ zones: [ZoneLayout]
  ) -> HeatMaps {
    let step = Int64(query.intervalMinutes) * 60_000
    let starts = stride(from: query.milliseconds.lowerBound, to: query.milliseconds.upperBound, by: Int(step))
    return HeatMaps(
      plane: plane, cameras: cameras, owners: owners, lines: lines, zones: zones,
      maps: starts.map { map(from: $0, to: $0 + step, plane, owners, cameras: cameras.count) })
  }

  private func map(
    from start: Int64, to end: Int64, _ plane: HeatMaps.Plane, _ owners: [Int?], cameras: Int
  ) -> HeatMaps.Map {
    let seen = Double(max(0, min(end, now) - start)) / 1000
    let people = MadeUpHistory.crowd(at: start)
    let squares = people > 0 && seen > 0 ? owners.indices.filter { owners[$0] != nil } : []
    let turn = Double(start % 86_400_000) / 86_400_000 * 2 * .pi
    let times = squares.map { square in
      let x = (Double(square % plane.columns) + 0.5) / Double(plane.columns)
      let y = (Double(square / plane.columns) + 0.5) / Double(plane.rows)
      return (MadeUpHeat.heat(x, y, turn: turn) * people * seen / 60 * 100).rounded() / 100
    }
    let busy = zip(squares, times).filter { $0.1 > 0.5 }
    return HeatMaps.Map(
      startMilliseconds: start, endMilliseconds: end,
      observedSeconds: [Double](repeating: seen, count: cameras), squares: busy.map(\.0),
      personSeconds: busy.map(\.1))
  }
}
