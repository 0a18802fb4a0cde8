/// What the books say about a member.
public struct MemberRecord: Hashable, Sendable, Encodable {
  /// What became of the member.
  public enum State: String, Hashable, Sendable, Encodable {
    /// May be recognised.
    case active
    /// Agreed, but has no template that can be read: known by a code alone, or to be enrolled again.
    case incomplete
    /// Took the consent back.
    case withdrawn
    /// Did not renew it in time.
    case expired
  }

  /// The pseudonym.
  public let member: String
  /// What became of the member.
  public let state: State
  /// What was agreed to last.
  public let consent: Consent
}
