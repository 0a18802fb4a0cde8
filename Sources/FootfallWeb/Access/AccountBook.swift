/// Who may use the dashboard and the API.
struct AccountBook: Hashable, Sendable, Codable {
  /// A person.
  struct Account: Hashable, Sendable, Codable {
    let name: String
    var role: Role
    var password: PasswordHash
    /// Whether the password was made up by footfall and has to be changed before anything else.
    var isOneTime: Bool
  }

  /// A program.
  struct Token: Hashable, Sendable, Codable {
    /// Tells tokens apart; no secret.
    let id: String
    let name: String
    let role: Role
    /// As ``Secret/digest(_:)`` makes it.
    let digest: String
    /// In milliseconds since 1970 UTC; nil for never.
    let expiresMilliseconds: Int64?
  }

  var schema = "footfall.accounts/1"
  var accounts: [Account] = []
  var tokens: [Token] = []

  func account(_ name: String) -> Account? { accounts.first { $0.name == name } }

  /// The token with this digest that has not expired.
  func token(digest: String, at milliseconds: Int64) -> Token? {
    // Every digest is compared, for the time's sake.
    let matching = tokens.filter { Secret.isEqual($0.digest, digest) }
    return matching.first { $0.expiresMilliseconds.map { milliseconds < $0 } ?? true }
  }
}
