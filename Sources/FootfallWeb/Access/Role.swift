/// What an account or a token may do.
public enum Role: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  /// Sees everything but accounts and tokens, and changes nothing but the own password.
  case viewer
  /// May do everything.
  case admin

  /// Whether one may do less than the other.
  public static func < (one: Role, other: Role) -> Bool { one == .viewer && other == .admin }
}
