/// Whose feed it is, and on which clock its times are told.
public struct FeedHeader: Sendable {
  /// The id of the store.
  public let store: String
  /// The store's IANA time zone.
  public let timeZone: String
  private let clock: WallClock

  /// Creates a header; nil when the time zone is unknown.
  public init?(store: String, timeZone: String) {
    guard let clock = WallClock(startMilliseconds: 0, timeZone: timeZone) else { return nil }
    self.store = store
    self.timeZone = timeZone
    self.clock = clock
  }

  /// An instant in milliseconds since 1970 UTC as ISO 8601 with the store's offset at that instant.
  func time(_ milliseconds: Int64) -> String {
    clock.iso8601(atMilliseconds: milliseconds)
  }
}
