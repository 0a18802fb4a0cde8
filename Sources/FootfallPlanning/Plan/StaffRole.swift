/// A kind of work that is covered: the sales floor, a till.
public struct StaffRole: Hashable, Sendable {
  /// Its name in the requirements.
  public let id: String
  /// Whoever has one of these skills can do it; at least one.
  public let skills: [String]

  /// Creates a role.
  public init(id: String, skills: [String]) {
    self.id = id
    self.skills = skills
  }
}
