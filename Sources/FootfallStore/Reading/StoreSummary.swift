/// A store that the database knows.
public struct StoreSummary: Hashable, Sendable {
  /// The id of the store.
  public var id: String
  /// Its IANA time zone.
  public var timeZone: String
  /// The ids of its cameras, in order.
  public var cameras: [String]
  /// From the start of the first recording that counts to the end of the last, in milliseconds since 1970 UTC; nil
  /// without one.
  public var milliseconds: Range<Int64>?
  /// Whether something that counts was made up, and not seen.
  public var isSimulated = false
}
