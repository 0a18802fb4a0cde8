/// When a face is a member's.
public struct MatchRule: Hashable, Sendable {
  /// The lowest similarity, -1 to 1.
  public var minimumSimilarity: Double
  /// How much less the second most similar member must be.
  public var minimumMargin: Double

  /// Creates a rule.
  public init(minimumSimilarity: Double, minimumMargin: Double) {
    self.minimumSimilarity = minimumSimilarity
    self.minimumMargin = minimumMargin
  }

  /// The member, where the face is known for sure; nil for everybody else.
  func member(_ match: GalleryMatch?) -> MemberID? {
    guard let match, match.similarity >= minimumSimilarity,
      match.similarity - (match.secondSimilarity ?? -1) >= minimumMargin
    else { return nil }
    return match.member
  }
}
