/// Where messages wait for sinks, safe from a crash of this program: each sink has a place in their order, and what
/// lies before it has been taken care of.
///
/// May be called from any thread.
public protocol Outbox: Sendable {
  /// The messages that a sink has not taken, oldest first, no more than `limit`.
  func messages(for sink: String, limit: Int) throws -> [SinkMessage]
  /// Notes that a sink needs no message up to this number any more.
  func take(through number: Int64, by sink: String) throws
}
