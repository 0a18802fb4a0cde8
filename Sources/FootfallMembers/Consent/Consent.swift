public import Foundation

/// What a member agreed to.
public struct Consent: Hashable, Sendable, Codable {
  /// For what faces may be compared, in the store's own words: `recognition at the tills`.
  public let scope: String
  /// Which version of the text was agreed to.
  public let textVersion: String
  /// When it was agreed to.
  public let given: Date
  /// Until when it holds.
  public let expires: Date

  /// Creates a consent.
  /// - Throws: ``MembersError`` of kind `badData` where it is no consent: without scope or version, or with an expiry that
  ///   is not after `given` or more than ten years later.
  public init(scope: String, textVersion: String, given: Date, expires: Date) throws(MembersError) {
    for (name, value) in [("scope", scope), ("text version", textVersion)] where value.isEmpty {
      throw MembersError(.badData, "the consent has no \(name); allowed: a text")
    }
    guard expires > given, expires <= given.addingTimeInterval(Self.longestSeconds) else {
      throw MembersError(
        .badData,
        "the consent expires at \(expires.formatted(.iso8601)); allowed: after \(given.formatted(.iso8601)), within 10 years"
      )
    }
    (self.scope, self.textVersion, self.given, self.expires) = (scope, textVersion, given, expires)
  }

  private static let longestSeconds = 10 * 366 * 86_400.0
}
