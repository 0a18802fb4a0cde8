public import FootfallCore
internal import Foundation

/// A pinhole camera above a level floor, whose geometry is known by construction.
///
/// The floor has x to the right and y away from a camera with pan 0, in metres.
public struct SyntheticCamera: Sendable {
  /// Where it hangs above the floor.
  public var position: Point
  /// How high.
  public var heightMetres: Double
  /// How far below the horizontal it looks, in degrees.
  public var pitch: Double
  /// How far to the right of y it looks, in degrees.
  public var pan: Double
  /// The focal length in pixels.
  public var focalPixels: Double
  /// The picture.
  public var size: PixelSize

  /// Creates a camera.
  public init(
    position: Point = Point(0, 0), heightMetres: Double = 3, pitch: Double = 35, pan: Double = 0,
    focalPixels: Double = 700, size: PixelSize = PixelSize(width: 1280, height: 720)
  ) {
    self.position = position
    self.heightMetres = heightMetres
    self.pitch = pitch
    self.pan = pan
    self.focalPixels = focalPixels
    self.size = size
  }

  /// Where the picture shows a point above the floor; nil behind the camera.
  public func imagePoint(of floor: Point, above: Double = 0) -> Point? {
    let (pitch, pan) = (pitch * .pi / 180, pan * .pi / 180)
    let (x, y, z) = (floor.x - position.x, floor.y - position.y, above - heightMetres)
    let forward = x * sin(pan) * cos(pitch) + y * cos(pan) * cos(pitch) - z * sin(pitch)
    guard forward > 1e-9 else { return nil }
    let right = x * cos(pan) - y * sin(pan)
    let down = -x * sin(pan) * sin(pitch) - y * cos(pan) * sin(pitch) - z * cos(pitch)
    return Point(
      Double(size.width) / 2 + focalPixels * right / forward,
      Double(size.height) / 2 + focalPixels * down / forward)
  }

  /// Whether a place lies in the picture.
  public func shows(_ place: Point) -> Bool {
    (0...Double(size.width)).contains(place.x) && (0...Double(size.height)).contains(place.y)
  }

  /// Points of a grid on the floor that the picture shows, with their places in it.
  public func correspondences(
    every metres: Double, within reach: Double
  ) -> [Homography.Correspondence] {
    var pairs: [Homography.Correspondence] = []
    for x in stride(from: -reach, through: reach, by: metres) {
      for y in stride(from: -reach, through: reach, by: metres) {
        let floor = position + Point(x, y)
        if let image = imagePoint(of: floor), shows(image) {
          pairs.append(Homography.Correspondence(image: image, floor: floor))
        }
      }
    }
    return pairs
  }

  /// The box of a person of 1.7 m who stands at a point of the floor, moved by `offset` pixels; nil behind the camera.
  public func box(at floor: Point, offset: Point = Point(0, 0)) -> BoundingBox? {
    guard let foot = imagePoint(of: floor), let head = imagePoint(of: floor, above: 1.7) else { return nil }
    let height = max(1, foot.y - head.y)
    return BoundingBox(
      x: foot.x + offset.x - height / 5, y: foot.y + offset.y - height, width: height * 0.4, height: height)
  }
}
