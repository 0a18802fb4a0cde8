/// The member most like a face, and how much less the next one is.
struct GalleryMatch: Hashable, Sendable {
  /// The most similar member; of equals the one enrolled first.
  var member: MemberID
  /// The cosine of the angle to that member's template, -1 to 1.
  var similarity: Double
  /// That of the next member; nil in a gallery of one.
  var secondSimilarity: Double?
}
