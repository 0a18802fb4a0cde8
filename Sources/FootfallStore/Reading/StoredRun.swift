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
  /// The lines, zones and floor of the run.
  public var scene: CameraScene
  /// The hash of the lines, zones and floor: see ``GeometryVersion/hash(of:)``.
  public var geometryHash: String
  /// The number of confirmed people.
  public var people: Int
  /// When the run was first written, in milliseconds since 1970 UTC; nil for one that an old version wrote.
  public var writtenMilliseconds: Int64?
  /// The id of the run that left the track log from which this one was made: its own where it was made from footage.
  public var tracksFrom: String
  /// Whether that track log is there.
  public var hasTrackLog: Bool
}
