import FootfallSinks
import Logging
import Synchronization

/// An outbox in memory for one sink.
final class MemoryOutbox: Outbox {
  struct Failure: Error {}

  private let state: Mutex<(messages: [SinkMessage], taken: Int64, isBroken: Bool)>

  init(_ messages: [SinkMessage]) { state = Mutex((messages, 0, false)) }

  var taken: Int64 { state.withLock(\.taken) }

  func setBroken(_ isBroken: Bool) { state.withLock { $0.isBroken = isBroken } }

  func append(_ message: SinkMessage) { state.withLock { $0.messages.append(message) } }

  func messages(for sink: String, limit: Int) throws -> [SinkMessage] {
    try state.withLock { state in
      if state.isBroken { throw Failure() }
      return Array(state.messages.filter { $0.number > state.taken }.prefix(limit))
    }
  }

  func take(through number: Int64, by sink: String) throws {
    try state.withLock { state in
      if state.isBroken { throw Failure() }
      state.taken = max(state.taken, number)
    }
  }
}

/// A sink that answers as it is told to, and notes what it has accepted.
final class ScriptedSink: EventSink {
  let id = "scripted"
  let types: Set<SinkMessageType>
  let portion: Int
  private let state: Mutex<(answers: [Delivery], accepted: [Int64], isStopped: Bool)>

  init(_ answers: [Delivery], portion: Int = 1, types: Set<SinkMessageType> = Set(SinkMessageType.allCases)) {
    state = Mutex((answers.reversed(), [], false))
    self.portion = portion
    self.types = types
  }

  var accepted: [Int64] { state.withLock(\.accepted) }
  var isStopped: Bool { state.withLock(\.isStopped) }

  func deliver(_ messages: [SinkMessage]) -> Delivery {
    state.withLock { state in
      let answer = state.answers.popLast() ?? .accepted
      if answer == .accepted { state.accepted += messages.map(\.number) }
      return answer
    }
  }

  func stop() { state.withLock { $0.isStopped = true } }
}

extension SinkMessage {
  /// A message of now, with its number for everything.
  static func number(
    _ number: Int64, type: SinkMessageType = .crossing, writtenMilliseconds: Int64 = now
  ) -> SinkMessage {
    SinkMessage(
      number: number, id: "id-\(number)", writtenMilliseconds: writtenMilliseconds,
      content: Content(type: type, json: #"{"id":"id-\#(number)","type":"\#(type.rawValue)"}"#))
  }

  static let now: Int64 = 1_780_000_000_000
}

extension Logger {
  /// Says nothing.
  static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}
