/// Another program that is told what happens.
///
/// A ``Courier`` calls ``deliver(_:)`` on a thread of its own, which may be blocked, and ``stop()`` from another one.
public protocol EventSink: Sendable {
  /// Tells it from the other sinks, for ever: its place in the outbox goes by this name.
  var id: String { get }
  /// What it wants to be told.
  var types: Set<SinkMessageType> { get }
  /// The most messages that it takes at once.
  var portion: Int { get }
  /// Hands messages over in their order, all or none; blocks until the sink has answered, or is known not to.
  func deliver(_ messages: [SinkMessage]) -> Delivery
  /// Makes a delivery under way fail soon, and every later one at once.
  func stop()
}

/// What became of an attempt to deliver.
public enum Delivery: Hashable, Sendable {
  /// The sink has acknowledged all of it.
  case accepted
  /// The sink will never take it; `reason` is one line for a person, without secrets.
  case refused(reason: String)
  /// The sink may take it later, after `pause` where it has said so.
  case failed(reason: String, pause: Duration? = nil)
}
