/// Something that happened just now.
public enum LiveUpdate: Hashable, Sendable {
  /// An event as in `events.jsonl`: its id, and the line of JSON.
  case event(id: String, json: String)
  /// What is told before a crossing has settled: a line of JSON. Nobody who was away is told it later.
  case notice(json: String)
  /// A camera's status has changed, twice a second at most.
  case camera(CameraStatus)
  /// An alert was raised or cleared: a line of JSON.
  case alert(json: String)
  /// Lines and zones have changed.
  case layout(version: String)
  /// The reader was too slow, and so many updates are lost.
  case missed(Int)

  /// For how long events that a reader missed are told to it when it comes back.
  public static let patience = Duration.seconds(600)
}

/// One number for Prometheus.
public struct Measure: Hashable, Sendable {
  /// Whether it only grows.
  public enum Kind: String, Hashable, Sendable { case counter, gauge }

  /// `footfall_camera_frames_total`.
  public var name: String
  /// Whether it only grows.
  public var kind: Kind
  /// One sentence about it.
  public var help: String
  /// `camera` → `door`.
  public var labels: [String: String]
  /// What it is now, in the unit that the name ends in.
  public var value: Double

  /// Creates a number.
  public init(name: String, kind: Kind, help: String, labels: [String: String] = [:], value: Double) {
    self.name = name
    self.kind = kind
    self.help = help
    self.labels = labels
    self.value = value
  }
}
