import FootfallStore
import FootfallWeb
import Foundation
import Logging
import Synchronization

/// Deletes what a store need not keep any longer: at its start and then once a day, on a thread of its own.
final class StoreUpkeep: Sendable {
  private static let interval = 86_400.0

  private let database: EventStore
  private let retention: @Sendable () -> Retention
  private let logger: Logger
  private let isOver = Atomic(false)
  private let wake = DispatchSemaphore(value: 0)
  private let done = DispatchSemaphore(value: 0)

  /// - Parameter retention: asked each time, because the scene file may have been read again.
  init(_ database: EventStore, logger: Logger, retention: @escaping @Sendable () -> Retention) {
    self.database = database
    self.logger = logger
    self.retention = retention
  }

  func start() {
    let thread = Thread { [self] in
      while !isOver.load(ordering: .relaxed) {
        prune()
        _ = wake.wait(timeout: .now() + Self.interval)
      }
      done.signal()
    }
    thread.name = "footfall.upkeep"
    thread.start()
  }

  /// Leaves the rest for the next time.
  func stop() {
    isOver.store(true, ordering: .relaxed)
    wake.signal()
    done.wait()
  }

  private func prune() {
    do {
      let pruned = try database.prune(retention(), atMilliseconds: SystemTime.milliseconds()) {
        !isOver.load(ordering: .relaxed)
      }
      guard !pruned.isEmpty else { return }
      logger.notice(
        "old results deleted: \(pruned.events) events, \(pruned.visits) visits, \(pruned.trackChunks) chunks of tracks, \(pruned.minutes) minutes"
      )
    } catch {
      logger.error("old results can't be deleted", metadata: ["error": "\(error)"])
    }
  }
}
