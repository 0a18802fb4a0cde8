/// The number of one person's track within one run of a tracker, from 1.
public struct TrackID: Hashable, Comparable, Sendable {
  /// The number itself.
  public let number: Int

  /// Creates an id from its number.
  @inlinable
  public init(_ number: Int) { self.number = number }

  /// Orders by number: the order in which people were first seen clearly.
  @inlinable
  public static func < (a: TrackID, b: TrackID) -> Bool { a.number < b.number }
}
