import FootfallSinks
import Synchronization

/// What sinks are told that no database holds: who was where, and what is not certain yet.
///
/// It is kept in memory alone, and only as long as there is room; a sink that is too slow loses the oldest.
final class PassingMessages: Sendable {
  /// Numbers of messages in the database are lower.
  static let firstNumber: Int64 = 1 << 62
  /// How many messages wait for one sink.
  static let capacity = 256

  private struct Queue {
    let types: Set<SinkMessageType>
    var waiting: [(message: SinkMessage, end: ContinuousClock.Instant?)] = []

    /// Lets go what nobody needs any more at `now`, and the oldest of what finds no room.
    /// - Returns: how many found no room.
    mutating func shrink(at now: ContinuousClock.Instant) -> Int {
      waiting.removeAll { entry in entry.end.map { $0 <= now } ?? false }
      let excess = max(0, waiting.count - PassingMessages.capacity)
      waiting.removeFirst(excess)
      return excess
    }
  }

  private struct State {
    var queues: [String: Queue] = [:]
    var next = PassingMessages.firstNumber
    var dropped = 0
  }

  private let state = Mutex(State())

  /// Messages that found no room.
  var dropped: Int { state.withLock(\.dropped) }

  /// Keeps what these sinks want to be told from now on, by id; what waits for others, or for those that now want something
  /// else, is forgotten.
  func keep(for sinks: [String: Set<SinkMessageType>]) {
    state.withLock { state in
      let known = state.queues
      state.queues = sinks.reduce(into: [:]) { queues, sink in
        let queue = known[sink.key]
        queues[sink.key] = queue?.types == sink.value ? queue : Queue(types: sink.value)
      }
    }
  }

  /// - Parameter lifetime: after which nobody needs it any more; nil for no end.
  func add(id: String, _ content: SinkMessage.Content, milliseconds: Int64, lifetime: Duration? = nil) {
    let now = ContinuousClock.now
    state.withLock { state in
      let message = SinkMessage(
        number: state.next, id: id, writtenMilliseconds: milliseconds, content: content)
      state.next += 1
      for (sink, queue) in state.queues where queue.types.contains(content.type) {
        state.queues[sink]?.waiting.append((message, lifetime.map { now + $0 }))
        state.dropped += state.queues[sink]?.shrink(at: now) ?? 0
      }
    }
  }

  func messages(for sink: String, limit: Int) -> [SinkMessage] {
    let now = ContinuousClock.now
    return state.withLock { state in
      _ = state.queues[sink]?.shrink(at: now)
      return state.queues[sink]?.waiting.prefix(limit).map(\.message) ?? []
    }
  }

  func take(through number: Int64, by sink: String) {
    state.withLock { $0.queues[sink]?.waiting.removeAll { $0.message.number <= number } }
  }
}
