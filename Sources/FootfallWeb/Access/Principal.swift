/// Who sends a request.
struct Principal: Hashable, Sendable {
  enum Means: Hashable, Sendable {
    /// A browser: the id of its session, and what its changes have to bring along.
    case session(id: String, csrf: String)
    /// A program.
    case token
  }

  let name: String
  let role: Role
  let means: Means
  /// Whether the password has to be changed before anything else.
  let isOneTime: Bool
}
