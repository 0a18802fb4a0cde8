/// That an alert was raised, or cleared.
public struct AlertRecord: Hashable, Sendable {
  /// Derived from its content.
  public var id: String
  /// The id of the store.
  public var store: String
  /// The alert's id in the scene file.
  public var alert: String
  /// Whether it was raised; else cleared.
  public var isRaised: Bool
  /// When, in milliseconds since 1970 UTC.
  public var timeMilliseconds: Int64
  /// What sinks are told: one line of JSON.
  public var json: String

  /// Creates a record.
  public init(
    id: String, store: String, alert: String, isRaised: Bool, timeMilliseconds: Int64, json: String
  ) {
    self.id = id
    self.store = store
    self.alert = alert
    self.isRaised = isRaised
    self.timeMilliseconds = timeMilliseconds
    self.json = json
  }
}
