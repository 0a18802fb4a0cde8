/// Something that waits for a sink.
public struct OutboxEntry: Hashable, Sendable {
  /// What waits.
  public enum Content: Hashable, Sendable {
    /// An event of a recording.
    case event(StoredEvent)
    /// An alert.
    case alert(AlertRecord)
  }

  /// Its place in the order in which things became known.
  public var number: Int64
  /// The id of the event or the alert.
  public var id: String
  /// When it was written, in milliseconds since 1970 UTC.
  public var writtenMilliseconds: Int64
  /// Nil where it was deleted meanwhile.
  public var content: Content?
}

/// What waits for one sink.
public struct OutboxBacklog: Hashable, Sendable {
  /// The sink's id.
  public var sink: String
  /// How many events and alerts it has not taken.
  public var count: Int
  /// When the oldest of them was written, in milliseconds since 1970 UTC; nil where there is none.
  public var oldestMilliseconds: Int64?
}
