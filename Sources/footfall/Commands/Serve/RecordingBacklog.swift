import FootfallAnalytics
import FootfallStore

/// What the cameras of a running store found and the database does not have yet, within a bound.
struct RecordingBacklog {
  /// Recordings that go on, and what is new of them, by id.
  var open: [String: RunRecord] = [:]
  /// Recordings that are over, oldest first.
  var finished: [RunRecord] = []
  var alerts: [AlertRecord] = []
  /// Events that were given up for want of memory.
  private(set) var lostEvents = 0

  /// About 100 MB.
  static let mostEvents = 500_000
  static let mostTrackBytes = 100_000_000
  static let mostAlerts = 10_000

  var isEmpty: Bool { open.isEmpty && finished.isEmpty && alerts.isEmpty }

  var eventCount: Int { runs.reduce(0) { $0 + $1.result.events.count } }

  private var runs: [RunRecord] { finished + open.values }

  /// Takes in what is new of a recording that goes on.
  mutating func add(_ run: RunRecord) {
    open[run.recording.id] = Self.merged(open[run.recording.id], run)
    bound()
  }

  mutating func add(_ alerts: [AlertRecord]) {
    self.alerts += alerts
    bound()
  }

  /// Takes in the whole of a recording that is over; `run.tracks` holds what was not given to ``add(_:)``.
  mutating func conclude(_ run: RunRecord) {
    var run = run
    if let waiting = open.removeValue(forKey: run.recording.id) { run.tracks = waiting.tracks + run.tracks }
    finished.append(run)
    bound()
  }

  /// Takes everything out, to be written.
  mutating func take() -> RecordingBacklog {
    defer { self = RecordingBacklog(lostEvents: lostEvents) }
    return self
  }

  /// Takes back what could not be written, which is older than what has come meanwhile.
  mutating func putBack(_ older: RecordingBacklog) {
    for (id, part) in older.open {
      if let place = finished.firstIndex(where: { $0.recording.id == id }) {
        // Its end came meanwhile, and has all of it but the tracks.
        finished[place].tracks = part.tracks + finished[place].tracks
      } else {
        open[id] = open[id].map { Self.merged(part, $0) } ?? part
      }
    }
    finished = older.finished + finished
    alerts = older.alerts + alerts
    bound()
  }

  private init(lostEvents: Int) { self.lostEvents = lostEvents }

  init() {}

  private static func merged(_ waiting: RunRecord?, _ new: RunRecord) -> RunRecord {
    guard let waiting else { return new }
    var merged = new
    merged.result.events = waiting.result.events + new.result.events
    merged.tracks = waiting.tracks + new.tracks
    let start = new.minutes.first?.start
    merged.minutes =
      waiting.minutes.filter { minute in start.map { minute.start < $0 } ?? true } + new.minutes
    return merged
  }

  /// Tracks go first, which counts can do without; then recordings that are over, of which the database has what was
  /// written before; then events of those that go on, which their end will bring once more.
  private mutating func bound() {
    alerts.removeFirst(max(0, alerts.count - Self.mostAlerts))
    if runs.reduce(0, { $0 + $1.tracks.reduce(0) { $0 + $1.bytes.count } }) > Self.mostTrackBytes {
      for place in finished.indices { finished[place].tracks = [] }
      for id in open.keys { open[id]?.tracks = [] }
    }
    while eventCount > Self.mostEvents, !finished.isEmpty {
      lostEvents += finished.removeFirst().result.events.count
    }
    guard eventCount > Self.mostEvents else { return }
    for id in open.keys { open[id]?.result.events = [] }
  }
}
