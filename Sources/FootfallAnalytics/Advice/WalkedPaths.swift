public import FootfallCore

/// Where people walked in the picture of one camera.
public struct WalkedPaths: Sendable {
  /// All confirmed people (tracks).
  public let people: Int
  /// Seconds of footage.
  public let seconds: Double
  /// The camera's full resolution.
  public let size: PixelSize
  /// The paths of all of them, or of an even sample where they are too many.
  let paths: [WalkedPath]
  /// How tall people are where in the picture.
  let heights: HeightModel
  let parameters: AdviceParameters

  init(
    paths: [WalkedPath], people: Int, seconds: Double, size: PixelSize, parameters: AdviceParameters
  ) {
    self.paths = paths
    self.people = people
    self.seconds = seconds
    self.size = size
    self.parameters = parameters
    heights = HeightModel(paths)
  }
}
