internal import HTTPTypes

/// A name and a password that are shown once.
struct Credentials: Hashable, Sendable, Encodable {
  let name: String
  let password: String
}

struct LoginRequest: Decodable {
  let name: String
  let password: String
}

struct PasswordRequest: Decodable {
  let old: String
  let new: String
}

struct AccountRequest: Decodable {
  let name: String
  let role: Role
}

struct TokenRequest: Decodable {
  let name: String
  let role: Role
  /// From now; nil for a token that does not expire.
  let days: Int?

  init(name: String, role: Role, days: Int?) {
    self.name = name
    self.role = role
    self.days = days
  }

  func expiry(at milliseconds: Int64) throws -> Int64? {
    guard let days else { return nil }
    guard (1...3650).contains(days) else {
      throw Refusal(.unprocessableContent, "days is \(days); allowed: 1 to 3650, or null")
    }
    return milliseconds + Int64(days) * 86_400_000
  }
}

/// Who is logged in, and what changes have to bring along.
struct SessionMessage: Encodable {
  let name: String
  let role: Role
  /// The value of `X-CSRF-Token`; nil for a token, which needs none.
  let csrf: String?
  let mustChangePassword: Bool

  init(_ principal: Principal) {
    name = principal.name
    role = principal.role
    if case .session(_, let csrf) = principal.means { self.csrf = csrf } else { csrf = nil }
    mustChangePassword = principal.isOneTime
  }
}

struct AccountMessage: Hashable, Sendable, Encodable {
  let name: String
  let role: Role
  let mustChangePassword: Bool

  init(_ account: AccountBook.Account) {
    name = account.name
    role = account.role
    mustChangePassword = account.isOneTime
  }
}

struct TokenMessage: Hashable, Sendable, Encodable {
  let id: String
  let name: String
  let role: Role
  let expiresMilliseconds: Int64?

  init(_ token: AccountBook.Token) {
    id = token.id
    name = token.name
    role = token.role
    expiresMilliseconds = token.expiresMilliseconds
  }
}

struct NewTokenMessage: Hashable, Sendable, Encodable {
  let token: TokenMessage
  /// Shown once.
  let secret: String
}
