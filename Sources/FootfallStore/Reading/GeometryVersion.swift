internal import FootfallAnalytics
public import FootfallCore

/// Lines, zones and floor of a camera with which results in the database were made.
public struct GeometryVersion: Hashable, Sendable {
  /// The id of the camera.
  public var camera: String
  /// The version, from 1 in the order in which the camera's geometries were first used.
  public var version: Int
  /// 32 hexadecimal digits, the same for the same geometry: see ``hash(of:)``.
  public var hash: String
  /// When it was first used, in milliseconds since 1970 UTC; nil for one that an old version of the program used.
  public var writtenMilliseconds: Int64?
  /// The number of recordings whose results, those that count, were made with it.
  public var recordings: Int
  /// What was watched.
  public var scene: SceneSnapshot

  /// Names a scene after its lines, zones and floor.
  /// - Throws: `EncodingError` for a coordinate that is no number.
  public static func hash(of scene: CameraScene) throws -> String {
    hash(ofSnapshot: try SceneSnapshot(scene).json())
  }

  static func hash(ofSnapshot json: String) -> String {
    var hash = ContentHash()
    hash.add("footfall.geometry/1")
    hash.add(json)
    return hash.description
  }
}
