public import FootfallCore

/// An analysis of a recording, current or superseded.
public struct StoredRun: Hashable, Sendable {
  /// The run's name: 32 hexadecimal digits.
  public var id: String
  /// Whether its results are the ones that count.
  public var isCurrent: Bool
  /// What was analysed.
  public var recording: Recording
  /// How.
  public var analysis: Analysis
  /// The lines and zones of the run; the map to the floor is left out.
  public var scene: CameraScene
  /// The number of confirmed people.
  public var people: Int
}
