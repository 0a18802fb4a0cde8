import FootfallSinks
import Synchronization

/// What sinks are told of members: kept in memory alone, so that no database holds who was where, and only as long as there
/// is room; a sink that is too slow loses the oldest.
final class PassingMessages: Sendable {
  /// Numbers of messages in the database are lower.
  static let firstNumber: Int64 = 1 << 62
  /// How many messages wait for one sink.
  static let capacity = 256

  private struct State {
    var waiting: [String: [SinkMessage]] = [:]
    var next = PassingMessages.firstNumber
    var dropped = 0
  }

  private let state: Mutex<State>

  /// - Parameter sinks: the ids of those that want to be told.
  init(for sinks: [String]) {
    state = Mutex(State(waiting: Dictionary(uniqueKeysWithValues: sinks.map { ($0, []) })))
  }

  /// Messages that found no room.
  var dropped: Int { state.withLock(\.dropped) }

  func add(id: String, _ content: SinkMessage.Content, milliseconds: Int64) {
    state.withLock { state in
      let message = SinkMessage(
        number: state.next, id: id, writtenMilliseconds: milliseconds, content: content)
      state.next += 1
      for sink in state.waiting.keys {
        state.waiting[sink]?.append(message)
        if state.waiting[sink, default: []].count > Self.capacity {
          state.waiting[sink]?.removeFirst()
          state.dropped += 1
        }
      }
    }
  }

  func messages(for sink: String, limit: Int) -> [SinkMessage] {
    state.withLock { Array($0.waiting[sink, default: []].prefix(limit)) }
  }

  func take(through number: Int64, by sink: String) {
    state.withLock { $0.waiting[sink]?.removeAll { $0.number <= number } }
  }
}
