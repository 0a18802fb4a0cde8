/// A visit to a zone with no more than is needed to follow people from zone to zone.
public struct StoredStay: Hashable, Sendable {
  /// The number of the person's track in the run.
  public var track: Int
  /// The id of the zone.
  public var zone: String
  /// When it began, in milliseconds since 1970 UTC.
  public var enterMilliseconds: Int64
  /// When it ended.
  public var exitMilliseconds: Int64
  /// Whether the entry or the exit was not seen.
  public var isCensored: Bool
  /// Whether the visitor works here; false where that is not known.
  public var isStaff: Bool
}
