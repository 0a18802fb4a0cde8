/// A member who is recognised by something else than a face: a code at the till or on a telephone, or the pseudonym that the
/// till knows.
public struct CheckIn: Hashable, Sendable, Codable {
  /// The pseudonym, 16 hexadecimal digits; nil where there is a code.
  public var member: String?
  /// What `footfall members code` prints; nil where there is a pseudonym.
  public var code: String?
  /// At which camera or till; nil where it is not said.
  public var place: String?

  /// Creates a check-in.
  public init(member: String? = nil, code: String? = nil, place: String? = nil) {
    self.member = member
    self.code = code
    self.place = place
  }
}

/// Why nobody was checked in; `reason` is one line for a person.
public struct CheckInRefusal: Error, Hashable, Sendable {
  /// What kind of reason it is.
  public enum Kind: Hashable, Sendable {
    /// The store recognises no members.
    case off
    /// The books can't be read at the moment.
    case unavailable
    /// No member, or one whose consent does not hold any more.
    case unknown
  }

  /// What kind of reason it is.
  public var kind: Kind
  /// What is wrong.
  public var reason: String

  /// Creates a refusal.
  public init(_ kind: Kind, _ reason: String) {
    self.kind = kind
    self.reason = reason
  }
}
