public import FootfallCore
internal import Foundation

/// A camera's scene as text, kept with every run so that its counts can be understood later.
///
/// JSON with sorted keys: equal scenes are equal texts, which run ids depend on.
public struct SceneSnapshot: Codable, Hashable, Sendable {
  /// A line with the keys of the scene file.
  public struct Line: Codable, Hashable, Sendable {
    var id: String
    var from: [Double]
    var to: [Double]
    var kind: String
    var swap: Bool
  }

  /// A zone with the keys of the scene file.
  public struct Area: Codable, Hashable, Sendable {
    var id: String
    var polygon: [[Double]]
    var kind: String
    /// Not written where the scene does not say it.
    var engagedSeconds: Double?
  }

  private struct Lens: Codable, Hashable {
    var k: [Double]
    var unitPixels: Double
    /// Width and height of the picture.
    var size: [Int]
  }

  private var camera: String
  /// In the order of the scene file.
  public private(set) var lines: [Line]
  /// In the order of the scene file.
  public private(set) var zones: [Area]
  /// What the map to the floor was fitted to: picture x and y in pixels, floor x and y in metres.
  private var floorPoints: [[Double]]?
  private var lens: Lens?
  /// Seconds and numbers by the names of the scene file; only what is not as usual, nil for nothing.
  public private(set) var thresholds: [String: Double]?

  /// Writes a scene down.
  public init(_ scene: CameraScene) {
    camera = scene.id
    lines = scene.lines.map {
      Line(
        id: $0.id, from: [$0.segment.from.x, $0.segment.from.y], to: [$0.segment.to.x, $0.segment.to.y],
        kind: $0.kind.rawValue, swap: $0.isSwapped)
    }
    zones = scene.zones.map {
      Area(
        id: $0.id, polygon: $0.polygon.vertices.map { [$0.x, $0.y] }, kind: $0.kind.rawValue,
        engagedSeconds: $0.engagedTime?.inSeconds)
    }
    floorPoints = scene.floor?.correspondences.map { [$0.image.x, $0.image.y, $0.floor.x, $0.floor.y] }
    lens = scene.floor?.lens.map { lens in
      Lens(
        k: lens.coefficients, unitPixels: lens.unitPixels,
        size: [Int(lens.middle.x * 2), Int(lens.middle.y * 2)])
    }
    let unusual = SceneSnapshot.unusual(scene.thresholds)
    thresholds = unusual.isEmpty ? nil : unusual
  }

  /// Reads a snapshot back.
  /// - Throws: `DecodingError` when the text is damaged.
  init(json: String) throws { self = try JSONDecoder().decode(SceneSnapshot.self, from: Data(json.utf8)) }

  /// The scene as JSON.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// Reads a scene back; one that an older version wrote has no floor.
  /// - Throws: `DecodingError` when the text is damaged.
  static func scene(fromJSON text: String) throws -> CameraScene {
    let snapshot = try SceneSnapshot(json: text)
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
          engagedTime: zone.engagedSeconds.map { .seconds($0) })
      }, floor: try snapshot.floorPoints.map { try floor($0, snapshot.lens) },
      thresholds: try thresholds(snapshot.thresholds ?? [:]))
  }

  private static func floor(_ points: [[Double]], _ lens: Lens?) throws -> FloorMap {
    let correspondences = try points.map { numbers in
      guard numbers.count == 4 else { throw damage("a point of the floor has four numbers") }
      return Homography.Correspondence(
        image: Point(numbers[0], numbers[1]), floor: Point(numbers[2], numbers[3]))
    }
    let distortion = try lens.map { lens in
      guard lens.k.count == 3, lens.unitPixels > 0, lens.size.count == 2 else { throw damage("no lens") }
      return try LensDistortion(
        coefficients: lens.k, unitPixels: lens.unitPixels,
        size: PixelSize(width: lens.size[0], height: lens.size[1]))
    }
    guard let map = FloorMap(fitting: correspondences, lens: distortion) else {
      throw damage("the points of the floor fix no map")
    }
    return map
  }

  private static func unusual(_ thresholds: CountingThresholds) -> [String: Double] {
    let usual = CountingThresholds()
    var unusual: [String: Double] = [:]
    for (name, path) in CountingThresholds.times where thresholds[keyPath: path] != usual[keyPath: path] {
      unusual[name] = thresholds[keyPath: path].inSeconds
    }
    for (name, path) in CountingThresholds.numbers where thresholds[keyPath: path] != usual[keyPath: path] {
      unusual[name] = Double(thresholds[keyPath: path])
    }
    return unusual
  }

  private static func thresholds(_ unusual: [String: Double]) throws -> CountingThresholds {
    var (rest, thresholds) = (unusual, CountingThresholds())
    for (name, path) in CountingThresholds.times {
      if let seconds = rest.removeValue(forKey: name) { thresholds[keyPath: path] = .seconds(seconds) }
    }
    for (name, path) in CountingThresholds.numbers {
      guard let value = rest.removeValue(forKey: name) else { continue }
      guard let number = Int(exactly: value) else { throw damage("\(name) is no whole number") }
      thresholds[keyPath: path] = number
    }
    guard rest.isEmpty else { throw damage("unknown thresholds \(rest.keys.sorted())") }
    return thresholds
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
