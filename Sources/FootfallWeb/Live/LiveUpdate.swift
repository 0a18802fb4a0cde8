/// Something that happened just now.
public enum LiveUpdate: Hashable, Sendable {
  /// An event as in `events.jsonl`: its id, and the line of JSON.
  case event(id: String, json: String)
  /// A camera's status has changed, twice a second at most.
  case camera(CameraStatus)
  /// Lines and zones have changed.
  case layout(version: String)
  /// The reader was too slow, and so many updates are lost.
  case missed(Int)
}

/// One number for Prometheus.
public struct Measure: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable { case counter, gauge }

  /// `footfall_camera_frames_total`.
  public var name: String
  public var kind: Kind
  public var help: String
  /// `camera` → `door`.
  public var labels: [String: String]
  public var value: Double

  public init(name: String, kind: Kind, help: String, labels: [String: String] = [:], value: Double) {
    self.name = name
    self.kind = kind
    self.help = help
    self.labels = labels
    self.value = value
  }
}
