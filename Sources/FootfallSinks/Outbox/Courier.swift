public import Dispatch
internal import FootfallProcess
internal import Foundation
public import Logging
internal import Synchronization

/// Brings the messages of an outbox to one sink, in their order and at least once each, on a thread of its own: a sink
/// that is slow or dead holds up nobody else.
///
/// What fails is tried again after 1 to 60 s for as long as it takes; what the sink refuses is given up, and so is what
/// it has not taken after ``patience``.
/// ```swift
/// let courier = Courier(sink, outbox: outbox, now: SystemTime.milliseconds, logger: logger)
/// courier.start()
/// courier.ring()  // after each write to the outbox
/// ```
public final class Courier: Sendable {
  /// How a courier fares.
  public struct Tally: Hashable, Sendable {
    /// Messages that the sink has acknowledged since the start.
    public var delivered = 0
    /// Attempts that failed since the start.
    public var failures = 0
    /// Messages that were given up since the start: refused, too old, or deleted meanwhile.
    public var givenUp = 0
    /// Why the last attempt failed; nil where it did not.
    public var problem: String?
  }

  /// When the next turn is due.
  enum Pause: Hashable {
    /// When there is news.
    case untilNews
    /// After a while, whatever news there is.
    case of(Duration)
  }

  /// How long a message waits for a sink: a week.
  public static let patience = Duration.seconds(7 * 86_400)
  /// Read from the outbox at once.
  private static let batch = 100
  /// Without news the outbox is looked at this often.
  private static let idlePause = 5.0

  private struct State {
    var tally = Tally()
    var backoff = Backoff()
    var generator = SystemRandomNumberGenerator()
    var isStopped = false
  }

  private let sink: any EventSink
  private let outbox: any Outbox
  private let now: @Sendable () -> Int64
  private let logger: Logger
  private let state = Mutex(State())
  private let news = DispatchSemaphore(value: 0)
  private let end = DispatchSemaphore(value: 0)
  private let done = DispatchSemaphore(value: 0)

  /// Creates a courier that stands still.
  /// - Parameter now: tells the time in milliseconds since 1970 UTC.
  public init(
    _ sink: any EventSink, outbox: any Outbox, now: @escaping @Sendable () -> Int64, logger: Logger
  ) {
    self.sink = sink
    self.outbox = outbox
    self.now = now
    self.logger = logger
  }

  /// How it fares.
  public var tally: Tally { state.withLock(\.tally) }

  /// Sets it going, once.
  public func start() {
    let thread = Thread { [self] in
      while !isStopped { wait(turn()) }
      done.signal()
    }
    thread.name = "footfall.sink"
    thread.start()
  }

  /// Tells it that there is something in the outbox; from any thread.
  public func ring() { news.signal() }

  /// Lets it stop soon; what is under way may have been delivered, and will be again.
  public func cancel() {
    state.withLock { $0.isStopped = true }
    sink.stop()
    news.signal()
    end.signal()
  }

  /// Waits until it stands still, after ``cancel()``.
  /// - Returns: whether it does, within the time.
  @discardableResult
  public func wait(until deadline: DispatchTime) -> Bool { done.wait(timeout: deadline) == .success }

  private var isStopped: Bool { state.withLock(\.isStopped) }

  private func wait(_ pause: Pause) {
    switch pause {
    case .untilNews:
      _ = news.wait(timeout: .now() + Self.idlePause)
      // Many rings are one piece of news.
      while news.wait(timeout: .now()) == .success {}
    case .of(let duration):
      _ = end.wait(timeout: .now() + .milliseconds(Int(duration / .milliseconds(1))))
    }
  }
}

extension Courier {
  /// Delivers what waits.
  func turn() -> Pause {
    do {
      var rest = try outbox.messages(for: sink.id, limit: Self.batch)[...]
      if rest.isEmpty { return .untilNews }
      while !rest.isEmpty, !isStopped {
        let portion = rest.prefix(sink.portion)
        rest.removeFirst(portion.count)
        if let pause = deliver(Array(portion)) { return .of(pause) }
        if let last = portion.last { try outbox.take(through: last.number, by: sink.id) }
      }
      return .of(.zero)
    } catch {
      return .of(fail("the outbox fails: \(error)", pause: nil))
    }
  }

  /// Delivers those that the sink wants.
  /// - Returns: how long to wait before all of them are tried again; nil where they are done with.
  private func deliver(_ messages: [SinkMessage]) -> Duration? {
    let oldest = now() - Int64(Self.patience / .milliseconds(1))
    let wanted = messages.filter { message in
      message.content.map { sink.types.contains($0.type) } ?? true
    }
    let fresh = wanted.filter { $0.content != nil && $0.writtenMilliseconds >= oldest }
    let outcome = fresh.isEmpty ? .accepted : sink.deliver(fresh)
    switch outcome {
    case .accepted: settle(delivered: fresh.count, givenUp: wanted.count - fresh.count, problem: nil)
    case .refused(let reason): settle(delivered: 0, givenUp: wanted.count, problem: reason)
    case .failed(let reason, let pause): return fail(reason, pause: pause)
    }
    return nil
  }

  private func settle(delivered: Int, givenUp: Int, problem: String?) {
    state.withLock { state in
      state.tally.delivered += delivered
      state.tally.givenUp += givenUp
      if delivered + givenUp > 0 { state.tally.problem = problem }
      state.backoff.reset()
    }
    guard givenUp > 0 else { return }
    let reason = problem ?? "older than a week, or deleted"
    logger.error("sink \(sink.id): given up \(givenUp) of its messages: \(reason)")
  }

  private func fail(_ reason: String, pause: Duration?) -> Duration {
    let (wait, isNew) = state.withLock { state in
      let isNew = state.tally.problem != reason
      state.tally.failures += 1
      state.tally.problem = reason
      return (max(state.backoff.next(using: &state.generator), pause ?? .zero), isNew)
    }
    if isNew, !isStopped { logger.warning("sink \(sink.id): \(reason); trying again") }
    return wait
  }
}
