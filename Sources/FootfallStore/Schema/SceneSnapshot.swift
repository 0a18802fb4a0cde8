internal import FootfallCore
internal import Foundation

/// A camera's scene as text, kept with every run so that its counts can be understood later.
///
/// JSON with sorted keys: equal scenes are equal texts, which run ids depend on.
struct SceneSnapshot: Codable {
  private struct Line: Codable {
    var id: String
    var from: [Double]
    var to: [Double]
    var kind: String
    var swap: Bool
  }

  private struct Area: Codable {
    var id: String
    var polygon: [[Double]]
    var kind: String
    /// Not written where the scene does not say it.
    var engagedSeconds: Double?
    /// Not written where the scene does not say it.
    var staffSeconds: Double?
    /// Not written unless it is so.
    var coversStore: Bool?
  }

  private var camera: String
  private var lines: [Line]
  private var zones: [Area]
  private var floor: [Double]?

  init(_ scene: CameraScene) {
    camera = scene.id
    lines = scene.lines.map {
      Line(
        id: $0.id, from: [$0.segment.from.x, $0.segment.from.y], to: [$0.segment.to.x, $0.segment.to.y],
        kind: $0.kind.rawValue, swap: $0.isSwapped)
    }
    zones = scene.zones.map {
      Area(
        id: $0.id, polygon: $0.polygon.vertices.map { [$0.x, $0.y] }, kind: $0.kind.rawValue,
        engagedSeconds: $0.engagedTime?.inSeconds, staffSeconds: $0.staffTime?.inSeconds,
        coversStore: $0.coversStore ? true : nil)
    }
    floor = scene.floor?.coefficients
  }

  /// The scene as JSON.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// Reads a scene back; the floor map stays in the text.
  /// - Throws: `DecodingError` when the text is damaged.
  static func scene(fromJSON text: String) throws -> CameraScene {
    let snapshot = try JSONDecoder().decode(SceneSnapshot.self, from: Data(text.utf8))
    return CameraScene(
      id: snapshot.camera,
      lines: try snapshot.lines.map { line in
        CountingLine(
          id: line.id, segment: Segment(from: try point(line.from), to: try point(line.to)),
          kind: try kind(line.kind), isSwapped: line.swap)
      },
      zones: try snapshot.zones.map { zone in
        let vertices = try zone.polygon.map(point)
        guard vertices.count >= 3 else { throw damage("a zone has fewer than three corners") }
        return Zone(
          id: zone.id, polygon: Polygon(vertices), kind: try kind(zone.kind),
          engagedTime: zone.engagedSeconds.map { .seconds($0) },
          staffTime: zone.staffSeconds.map { .seconds($0) }, coversStore: zone.coversStore ?? false)
      })
  }

  private static func point(_ numbers: [Double]) throws -> Point {
    guard numbers.count == 2 else { throw damage("a point has two numbers") }
    return Point(numbers[0], numbers[1])
  }

  private static func kind<Kind: RawRepresentable<String>>(_ name: String) throws -> Kind {
    guard let kind = Kind(rawValue: name) else { throw damage("unknown kind \(name)") }
    return kind
  }

  private static func damage(_ text: String) -> DecodingError {
    DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: text))
  }
}
