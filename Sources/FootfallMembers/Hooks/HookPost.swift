internal import Foundation
internal import Synchronization

/// Brings events to a hook in their order, on a thread of its own: one that is slow loses events, which are counted, and
/// holds up nobody.
public final class HookPost: Sendable {
  /// How many events wait for a hook.
  public static let capacity = 64

  private struct State {
    var waiting: [MemberEvent] = []
    var dropped = 0
    var isStopped = false
  }

  private let hook: any MemberMatchHook
  private let state = Mutex(State())
  private let news = DispatchSemaphore(value: 0)

  /// Begins to deliver.
  public init(_ hook: any MemberMatchHook) {
    self.hook = hook
    let thread = Thread { [self] in while let event = next() { self.hook.tell(event) } }
    thread.name = "footfall.hook"
    thread.start()
  }

  /// Events that found too many waiting.
  public var dropped: Int { state.withLock(\.dropped) }

  /// Lets an event wait for the hook; from any thread, at once.
  public func post(_ event: MemberEvent) {
    state.withLock { state in
      if state.waiting.count < Self.capacity {
        state.waiting.append(event)
      } else {
        state.dropped += 1
      }
    }
    news.signal()
  }

  /// Delivers nothing any more but what is under way.
  public func stop() {
    state.withLock { $0.isStopped = true }
    news.signal()
  }

  /// Waits for the next event; nil once stopped.
  private func next() -> MemberEvent? {
    while true {
      let (event, isStopped) = state.withLock { state in
        (state.isStopped || state.waiting.isEmpty ? nil : state.waiting.removeFirst(), state.isStopped)
      }
      if isStopped { return nil }
      if let event { return event }
      news.wait()
    }
  }
}
