/// What several looks at one person say together.
///
/// A single look may be wrong; several that agree, without one that names another member, rarely are.
public struct MatchVote: Hashable, Sendable {
  /// How many looks must name a member.
  public static let needed = 3
  /// Of how many of the last looks.
  public static let remembered = 5

  private var looks: [MemberID?] = []

  /// Begins without a look.
  public init() {}

  /// Adds a look at the person.
  /// - Parameter member: who it is by this look; nil is somebody unknown.
  public mutating func add(_ member: MemberID?) {
    if looks.count == Self.remembered { looks.removeFirst() }
    looks.append(member)
  }

  /// Who the person is by the looks so far; nil where too few name a member or two are named.
  public var member: MemberID? {
    let named = looks.compactMap { $0 }
    guard let first = named.first, named.count >= Self.needed, named.allSatisfy({ $0 == first }) else {
      return nil
    }
    return first
  }
}
