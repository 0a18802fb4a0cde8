import FootfallAnalytics
import FootfallCore
import FootfallStore
import Foundation
import Logging
import Synchronization

/// Brings what the cameras of a running store find into the database, on a thread of its own, so that a slow or a full disk
/// does not hold up counting.
///
/// What cannot be written waits, within a bound, and is written once it can be.
final class RecordingKeeper: Sendable {
  /// What waits to be written.
  private struct Backlog {
    /// Recordings that go on, and what is new of them.
    var open: [String: RunRecord] = [:]
    /// Recordings that are over, oldest first.
    var finished: [RunRecord] = []
    var alerts: [AlertRecord] = []
    var isClosed = false
    /// Why the last attempt failed.
    var problem: String?
    /// Events that were given up for want of memory.
    var lostEvents = 0

    var eventCount: Int {
      open.values.reduce(0) { $0 + $1.result.events.count }
        + finished.reduce(0) { $0 + $1.result.events.count }
    }
  }

  /// About 100 MB.
  static let mostEvents = 500_000
  private static let interval = 1.0

  private let database: EventStore
  private let backlog = Mutex(Backlog())
  private let logger: Logger
  private let done = DispatchSemaphore(value: 0)
  private let news = DispatchSemaphore(value: 0)

  init(_ database: EventStore, logger: Logger) {
    self.database = database
    self.logger = logger
  }

  /// Why nothing can be written at the moment; nil where all is well.
  var problem: String? { backlog.withLock(\.problem) }

  /// Events that wait, and those given up.
  var eventCounts: (waiting: Int, lost: Int) { backlog.withLock { ($0.eventCount, $0.lostEvents) } }

  /// - Parameter onWritten: called after each writing, on this thread.
  func start(onWritten: @escaping @Sendable () -> Void = {}) {
    let thread = Thread { [self] in
      while !backlog.withLock(\.isClosed) {
        // Events go to other programs from the database, and should not be late.
        if problem == nil {
          _ = news.wait(timeout: .now() + Self.interval)
        } else {
          Thread.sleep(forTimeInterval: Self.interval)
        }
        if write() { onWritten() }
      }
      if write() { onWritten() }
      done.signal()
    }
    thread.name = "footfall.database"
    thread.start()
  }

  /// Writes what is left, and stops.
  func stop() {
    backlog.withLock { $0.isClosed = true }
    news.signal()
    done.wait()
  }

  /// Takes in what is new of a recording that goes on.
  func add(_ run: RunRecord) {
    backlog.withLock { backlog in
      backlog.open[run.recording.id] = Self.merged(backlog.open[run.recording.id], run)
      Self.bound(&backlog)
    }
    if !run.result.events.isEmpty { news.signal() }
  }

  /// Takes in what alerts did.
  func add(_ alerts: [AlertRecord]) {
    guard !alerts.isEmpty else { return }
    backlog.withLock { $0.alerts += alerts }
    news.signal()
  }

  /// Takes in the whole of a recording that is over; `run.tracks` holds what was not given to ``add(_:)``.
  func conclude(_ run: RunRecord) {
    backlog.withLock { backlog in
      var run = run
      if let waiting = backlog.open.removeValue(forKey: run.recording.id) {
        run.tracks = waiting.tracks + run.tracks
      }
      backlog.finished.append(run)
      Self.bound(&backlog)
    }
  }

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

  private static func bound(_ backlog: inout Backlog) {
    while backlog.eventCount > mostEvents, !backlog.finished.isEmpty {
      backlog.lostEvents += backlog.finished.removeFirst().result.events.count
    }
  }

  /// - Returns: whether there was something, and all of it was written.
  private func write() -> Bool {
    let (open, finished, alerts) = backlog.withLock { backlog in
      defer { (backlog.open, backlog.finished, backlog.alerts) = ([:], [], []) }
      return (backlog.open, backlog.finished, backlog.alerts)
    }
    guard !open.isEmpty || !finished.isEmpty || !alerts.isEmpty else { return false }
    var written = 0
    do {
      for run in finished {
        try database.conclude(run)
        written += 1
      }
      try database.add(Array(open.values))
      try database.add(alerts)
      backlog.withLock { $0.problem = nil }
      return true
    } catch {
      logger.error("results can't be written", metadata: ["error": "\(error)"])
      backlog.withLock { backlog in
        backlog.problem = String(describing: error)
        backlog.finished = Array(finished.dropFirst(written)) + backlog.finished
        backlog.alerts = alerts + backlog.alerts
        for (id, run) in open {
          backlog.open[id] = backlog.open[id].map { Self.merged(run, $0) } ?? run
        }
        Self.bound(&backlog)
      }
      return false
    }
  }
}
