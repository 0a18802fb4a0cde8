import FootfallCore
import FootfallLayout

/// A camera above a part of a made-up store, from wall to wall.
struct SimulatedCamera {
  static let pixelsPerMetre = 40.0

  let id: String
  /// What it shows along the aisle, in metres.
  let along: Range<Double>
  /// The zones that it shows whole.
  let zones: Range<Int>
  private let store: StoreModel

  /// Cameras that share a store among them, from the door on.
  /// - Precondition: there are no more cameras than zones on one side of the aisle.
  static func all(_ count: Int, in store: StoreModel) -> [SimulatedCamera] {
    let columns = (store.zones.count + 1) / 2
    precondition((1...columns).contains(count), "each camera shows a zone")
    return (0..<count).map { number in
      let (first, last) = (number * columns / count, (number + 1) * columns / count)
      let width = store.length / Double(columns)
      return SimulatedCamera(
        id: "overhead-\(number + 1)",
        along: Double(first) * width - (first == 0 ? 1 : 0)..<Double(last) * width,
        zones: first * 2..<min(last * 2, store.zones.count), store: store)
    }
  }

  /// The picture.
  var size: PixelSize {
    PixelSize(
      width: Int((along.upperBound - along.lowerBound) * Self.pixelsPerMetre),
      height: Int(StoreModel.depthMetres * Self.pixelsPerMetre))
  }

  /// Where the picture shows a place of the floor.
  func pixel(of place: Point) -> Point {
    Point(place.x - along.lowerBound, StoreModel.depthMetres - place.y) * Self.pixelsPerMetre
  }

  /// Whether it shows the door.
  var showsDoor: Bool { along.contains(0) }

  /// From side to side of the aisle, which comes in upwards in the picture's right half.
  private var door: Segment {
    let reach = Point(0, StoreModel.aisle.halfWidth)
    let middle = Point(0, StoreModel.aisle.y)
    return Segment(from: pixel(of: middle + reach), to: pixel(of: middle - reach))
  }

  /// What is watched, in pixels.
  var scene: CameraScene {
    CameraScene(
      id: id,
      lines: showsDoor ? [CountingLine(id: "door", segment: door, kind: .entrance, isSwapped: true)] : [],
      zones: zones.map { zone in
        Zone(
          id: store.zones[zone].id, polygon: Polygon(store.corners(ofZone: zone).map(pixel)), kind: .display)
      }, floor: FloorMap(fitting: floorPoints))
  }

  private var floorPoints: [Homography.Correspondence] {
    let (left, right) = (along.lowerBound, along.upperBound)
    return [
      Point(left, 0), Point(right, 0), Point(right, StoreModel.depthMetres),
      Point(left, StoreModel.depthMetres),
    ]
    .map { Homography.Correspondence(image: pixel(of: $0), floor: $0) }
  }

  /// The same for a scene file.
  var lines: String {
    let points = floorPoints.map { pair in
      "[\(pair.image.x.written), \(pair.image.y.written), \(pair.floor.x.written), \(pair.floor.y.written)]"
    }
    let zones = scene.zones.map { zone in
      let corners = zone.polygon.vertices.map(\.written).joined(separator: ", ")
      return "      - {id: \(zone.id), kind: display, polygon: [\(corners)]}\n"
    }
    let entrance =
      "    lines: [{id: door, from: \(door.from.written), to: \(door.to.written), kind: entrance, swap: true}]\n"
    return "  - id: \(id)\n    floor: {points: [\(points.joined(separator: ", "))]}\n"
      + (showsDoor ? entrance : "") + "    zones:\n" + zones.joined()
  }
}
