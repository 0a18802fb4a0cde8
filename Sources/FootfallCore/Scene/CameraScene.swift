/// What to watch in the picture of one camera; all positions in pixels of its full resolution.
public struct CameraScene: Hashable, Sendable {
  /// The camera's name, unique in the store.
  public var id: String
  /// Lines to count at, in the order of the scene file.
  public var lines: [CountingLine]
  /// Areas to watch, in the order of the scene file.
  public var zones: [Zone]
  /// The map from the picture to the floor in metres, where the scene gives one.
  public var floor: FloorMap?
  /// What counts as what.
  public var thresholds: CountingThresholds

  /// Creates a camera's scene.
  public init(
    id: String, lines: [CountingLine] = [], zones: [Zone] = [], floor: FloorMap? = nil,
    thresholds: CountingThresholds = CountingThresholds()
  ) {
    self.id = id
    self.lines = lines
    self.zones = zones
    self.floor = floor
    self.thresholds = thresholds
  }
}
