internal import FootfallAnalytics
internal import FootfallCore

/// How many people came and went in one minute, at one camera or at all doors of a store.
public struct StoreFlow: Hashable, Sendable {
  /// The beginning of the minute, in milliseconds since 1970 UTC.
  public var startMilliseconds: Int64
  /// People in over entrance lines.
  public var entries: Int
  /// People out over entrance lines.
  public var exits: Int
  /// The share of the minute that was seen, 0 to 1.
  public var coverage: Double

  /// Creates a flow.
  public init(startMilliseconds: Int64, entries: Int, exits: Int, coverage: Double) {
    self.startMilliseconds = startMilliseconds
    self.entries = entries
    self.exits = exits
    self.coverage = coverage
  }

  /// The flow over a minute of a camera; nil in a gap or without an entrance line.
  init?(_ minute: IntervalResult, clock: WallClock) {
    guard let entries = minute.trafficIn, let exits = minute.trafficOut else { return nil }
    self.init(
      startMilliseconds: clock.milliseconds(at: minute.start), entries: entries, exits: exits,
      coverage: minute.coverage)
  }

  /// The flow over a minute of the database; nil without an entrance line.
  public init?(_ minute: TrafficMinute) {
    guard let entries = minute.trafficIn, let exits = minute.trafficOut else { return nil }
    self.init(
      startMilliseconds: minute.startMilliseconds, entries: entries, exits: exits,
      coverage: min(1, minute.observed.inSeconds / 60))
  }

  /// The flows of a store: over all doors, in the order of time.
  ///
  /// A minute that one of the cameras did not see is left out: who came and went there is not known.
  /// - Parameter cameras: the flows of each camera with an entrance line, in any order; two of the same minute add up.
  static func merged(_ cameras: [[StoreFlow]]) -> [StoreFlow] {
    var byStart: [Int64: StoreFlow] = [:]
    var seen: [Int64: Int] = [:]
    for camera in cameras {
      let parts = Dictionary(grouping: camera, by: \.startMilliseconds)
      for (start, flows) in parts {
        var flow = byStart[start] ?? StoreFlow(startMilliseconds: start, entries: 0, exits: 0, coverage: 1)
        flow.entries += flows.reduce(0) { $0 + $1.entries }
        flow.exits += flows.reduce(0) { $0 + $1.exits }
        flow.coverage = min(flow.coverage, flows.reduce(0) { $0 + $1.coverage })
        byStart[start] = flow
        seen[start, default: 0] += 1
      }
    }
    return byStart.values.filter { seen[$0.startMilliseconds] == cameras.count }
      .sorted { $0.startMilliseconds < $1.startMilliseconds }
  }
}
