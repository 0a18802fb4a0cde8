public import FootfallCore

/// Everything that was counted and timed at one camera in one recording.
public struct CameraResult: Sendable {
  /// The lines and zones that were watched.
  public var scene: CameraScene
  /// The number of confirmed people (tracks).
  public var people: Int
  /// Those of them who work here.
  public var staff: Set<TrackID>
  /// Those among the staff who wear its uniform; nil where none is known.
  public var uniformed: Set<TrackID>?
  /// Results by line, in the order of the scene.
  public var lines: [LineResult]
  /// Results by zone, in the order of the scene.
  public var zones: [ZoneResult]
  /// People seen at passers-by lines who did not enter within the stated time.
  public var passersby: Int
  /// E / (E + P) with E people in over entrance lines and P passers-by; nil when the scene has no passers-by
  /// line or there was nobody.
  public var captureRate: Double?
  /// Where the person-seconds were spent.
  public var heatmap: HeatmapGrid
  /// The series, one element an interval, in time order without holes.
  public var intervals: [IntervalResult]
  /// How people moved from zone to zone.
  public var transitions: TransitionCounts
  /// All events in stream order.
  public var events: [Event]
  /// Results by zone of kind `queue`, in the order of the scene.
  public var queues: [QueueResult]
  /// What was measured on the floor plan; nil for a scene without a map of it.
  public var floor: FloorResult?
  /// Who came in; nil without an entrance line.
  public var entries: EntrySummary?

  /// Creates a result.
  public init(
    scene: CameraScene, people: Int, staff: Set<TrackID> = [], uniformed: Set<TrackID>? = nil,
    lines: [LineResult], zones: [ZoneResult], passersby: Int, captureRate: Double?, heatmap: HeatmapGrid,
    intervals: [IntervalResult], transitions: TransitionCounts,
    events: [Event], queues: [QueueResult] = [], floor: FloorResult? = nil, entries: EntrySummary? = nil
  ) {
    self.scene = scene
    self.people = people
    self.staff = staff
    self.uniformed = uniformed
    self.lines = lines
    self.zones = zones
    self.passersby = passersby
    self.captureRate = captureRate
    self.heatmap = heatmap
    self.intervals = intervals
    self.transitions = transitions
    self.events = events
    self.queues = queues
    self.floor = floor
    self.entries = entries
  }
}
