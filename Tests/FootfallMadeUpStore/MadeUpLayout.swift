internal import FootfallWeb
internal import Foundation

/// The lines and zones of the made-up store.
enum MadeUpLayout {
  static var first: StoreLayout {
    StoreLayout(
      store: "demo-store", timeZone: MadeUpStore.zone.identifier, version: "1",
      cameras: [door, floor, stockroom], floorCameras: ["door", "floor"])
  }

  private static let door = CameraLayout(
    id: "door", width: 768, height: 576,
    lines: [
      LineLayout(id: "entrance", from: [544, 292], to: [224, 292], kind: "entrance", swap: true),
      LineLayout(id: "street", from: [384, 12], to: [384, 232], kind: "passersby", swap: false),
    ],
    zones: [
      ZoneLayout(id: "plants", polygon: [[30, 380], [210, 380], [230, 520], [20, 520]], kind: "display")
    ])

  private static let floor = CameraLayout(
    id: "floor", width: 768, height: 576, lines: [],
    zones: [
      ZoneLayout(
        id: "table", polygon: [[440, 290], [660, 290], [720, 470], [420, 470]], kind: "display"),
      ZoneLayout(id: "shelf", polygon: [[20, 180], [240, 180], [220, 290], [10, 290]], kind: "section"),
      ZoneLayout(id: "till", polygon: [[520, 205], [750, 205], [760, 275], [510, 275]], kind: "queue"),
    ])

  private static let stockroom = CameraLayout(id: "stockroom", width: nil, height: nil, lines: [], zones: [])

  /// What is short can't be crossed, what lies at the border is doubtful, and the rest is good.
  static func advice(on layout: CameraLayout) -> [PlaceAdvice] {
    layout.lines.map { advice(on: $0, in: layout) }
      + layout.zones.map {
        PlaceAdvice(place: $0.id, verdict: "good", findings: ["feet are seen in all of it"])
      }
  }

  private static func advice(on line: LineLayout, in layout: CameraLayout) -> PlaceAdvice {
    let (width, height) = (Double(layout.width ?? 768), Double(layout.height ?? 576))
    let (dx, dy) = (line.to[0] - line.from[0], line.to[1] - line.from[1])
    if dx * dx + dy * dy < 40 * 40 {
      let longer = LineLayout(
        id: line.id, from: line.from, to: [line.from[0] + 160, line.from[1]], kind: line.kind, swap: line.swap
      )
      return PlaceAdvice(
        place: line.id, verdict: "bad", findings: ["it is shorter than a person is wide"], proposal: longer)
    }
    let isAtBorder = [line.from, line.to].contains { point in
      !(8...width - 8).contains(point[0]) || !(8...height - 8).contains(point[1])
    }
    return isAtBorder
      ? PlaceAdvice(
        place: line.id, verdict: "doubtful", findings: ["an end lies at the border of the picture"])
      : PlaceAdvice(place: line.id, verdict: "good", findings: ["people are seen whole on both sides"])
  }
}
