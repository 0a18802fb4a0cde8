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
  private struct State {
    var backlog = RecordingBacklog()
    var isClosed = false
    /// Why the last attempt failed.
    var problem: String?
  }

  private static let interval = 1.0

  private let database: EventStore
  private let state = Mutex(State())
  private let logger: Logger
  private let done = DispatchSemaphore(value: 0)
  private let news = DispatchSemaphore(value: 0)

  init(_ database: EventStore, logger: Logger) {
    self.database = database
    self.logger = logger
  }

  /// Why nothing can be written at the moment; nil where all is well.
  var problem: String? { state.withLock(\.problem) }

  /// Events that wait, and those given up.
  var eventCounts: (waiting: Int, lost: Int) {
    state.withLock { ($0.backlog.eventCount, $0.backlog.lostEvents) }
  }

  /// - Parameter onWritten: called after each writing, on this thread.
  func start(onWritten: @escaping @Sendable () -> Void = {}) {
    let thread = Thread { [self] in
      while !state.withLock(\.isClosed) {
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
    state.withLock { $0.isClosed = true }
    news.signal()
    done.wait()
  }

  /// Takes in what is new of a recording that goes on.
  func add(_ run: RunRecord) {
    state.withLock { $0.backlog.add(run) }
    if !run.result.events.isEmpty { news.signal() }
  }

  /// Takes in what alerts did.
  func add(_ alerts: [AlertRecord]) {
    guard !alerts.isEmpty else { return }
    state.withLock { $0.backlog.add(alerts) }
    news.signal()
  }

  /// Takes in the whole of a recording that is over; `run.tracks` holds what was not given to ``add(_:)``.
  func conclude(_ run: RunRecord) { state.withLock { $0.backlog.conclude(run) } }

  /// - Returns: whether there was something, and all of it was written.
  private func write() -> Bool {
    var waiting = state.withLock { $0.backlog.take() }
    guard !waiting.isEmpty else { return false }
    do {
      while let run = waiting.finished.first {
        try database.conclude(run)
        waiting.finished.removeFirst()
      }
      try database.add(Array(waiting.open.values))
      waiting.open = [:]
      try database.add(waiting.alerts)
      state.withLock { $0.problem = nil }
      return true
    } catch {
      logger.error("results can't be written", metadata: ["error": "\(error)"])
      state.withLock { state in
        state.problem = String(describing: error)
        state.backlog.putBack(waiting)
      }
      return false
    }
  }
}
