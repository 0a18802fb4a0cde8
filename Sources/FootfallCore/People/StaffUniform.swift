/// What the staff wear as one camera sees it: colours learned from people who were marked.
public struct StaffUniform: Hashable, Sendable {
  /// Whoever was seen clearly less often is not judged by their clothes.
  public static let leastLooks = 3

  /// The colours of those who were marked, on average.
  public var appearance: Appearance
  /// Who has at least this much in common with them wears the uniform, 0 to 1: see ``Appearance/similarity(to:)``.
  public var leastSimilarity: Double

  /// Creates a uniform.
  public init(appearance: Appearance, leastSimilarity: Double) {
    self.appearance = appearance
    self.leastSimilarity = leastSimilarity
  }

  /// Whether somebody wears it, who looked like this on average.
  public func isWorn(by person: AppearanceMean) -> Bool {
    guard person.looks >= Self.leastLooks, let colours = person.appearance else { return false }
    return isWorn(by: colours)
  }

  /// Whether these are its colours.
  public func isWorn(by colours: Appearance) -> Bool {
    colours.similarity(to: appearance) >= leastSimilarity
  }
}
