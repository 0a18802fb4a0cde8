/// Something that happened in the store, to be handed to sinks.
public struct SinkMessage: Hashable, Sendable {
  /// Its place in the order in which things became known; later ones have greater numbers.
  public var number: Int64
  /// Derived from its content: the same in every delivery of it.
  public var id: String
  /// When it was written down, in milliseconds since 1970 UTC.
  public var writtenMilliseconds: Int64
  /// What it says; nil where it was deleted from the database before this sink took it.
  public var content: Content?

  /// What a message says.
  public struct Content: Hashable, Sendable {
    /// What kind of thing happened.
    public var type: SinkMessageType
    /// One line of JSON without a line feed.
    public var json: String

    /// Creates content.
    public init(type: SinkMessageType, json: String) {
      self.type = type
      self.json = json
    }
  }

  /// Creates a message.
  public init(number: Int64, id: String, writtenMilliseconds: Int64, content: Content?) {
    self.number = number
    self.id = id
    self.writtenMilliseconds = writtenMilliseconds
    self.content = content
  }
}

/// The kinds of things that sinks are told, by their names in `type` of the JSON.
public enum SinkMessageType: String, Hashable, Sendable, CaseIterable {
  case crossing
  case zoneEnter
  case zoneExit
  case alertRaised
  case alertCleared
  case crossingProvisional
  case crossingWithdrawn
  case memberRecognised
  case memberLeft

  /// What a sink is told that does not say: nothing of members, and only what is certain.
  public static let usual: Set<SinkMessageType> = [
    .crossing, .zoneEnter, .zoneExit, .alertRaised, .alertCleared,
  ]
  /// What is told before it is certain.
  public static let provisional: Set<SinkMessageType> = [.crossingProvisional, .crossingWithdrawn]
}
