import Foundation
import Synchronization

/// SIGHUP as a request to read the configuration again.
enum HangUp {
  private static let isAsked = Atomic(false)
  private static let interval = 0.2

  /// Has `action` called, on a thread of its own, each time that the signal has come.
  static func install(_ action: @escaping @Sendable () -> Void) {
    // Made here and not in the signal handler, where nothing may be allocated.
    isAsked.store(false, ordering: .relaxed)
    signal(SIGHUP) { _ in HangUp.isAsked.store(true, ordering: .relaxed) }
    let thread = Thread {
      while true {
        Thread.sleep(forTimeInterval: interval)
        if isAsked.exchange(false, ordering: .relaxed) { action() }
      }
    }
    thread.name = "footfall.reload"
    thread.start()
  }
}
