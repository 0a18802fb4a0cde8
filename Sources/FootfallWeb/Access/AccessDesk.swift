internal import HTTPTypes

/// Knows accounts, tokens and sessions, and lets people and programs in.
///
/// A change is written to the file before it counts.
actor AccessDesk {
  /// Tells the time in milliseconds since 1970 UTC.
  typealias Clock = @Sendable () -> Int64

  /// Of passwords that wait to be hashed; beyond, a login has to come again.
  private static let longestQueue = 8

  let now: Clock
  private let file: AccountFile
  private let bench = PasswordBench()
  private var book: AccountBook
  private var sessions = Sessions()
  private var limit = LoginLimit()
  private var waiting = 0
  /// Hashed in the place of an account's that does not exist, so that the time does not tell.
  private var decoy: PasswordHash?

  /// Reads the file.
  init(file: AccountFile, now: @escaping Clock) throws(WebError) {
    self.file = file
    self.now = now
    book = try file.read()
  }

  /// Makes an administrator where there is no account.
  /// - Returns: its one-time password; nil where there are accounts.
  func makeFirstAdministrator() async throws -> Credentials? {
    guard book.accounts.isEmpty else { return nil }
    return try await addAccount("admin", role: .admin)
  }

  // MARK: Getting in

  /// Begins a session.
  /// - Throws: ``Refusal``, the same for an unknown name and a wrong password.
  func logIn(_ name: String, password: String, address: String) async throws -> Principal {
    let name = String(name.prefix(AccountRules.longestName))
    let account = try await check(name, password, address: address)
    let (id, session) = sessions.begin(account.name, at: now())
    return principal(account, id, session)
  }

  /// Who a cookie or an `Authorization: Bearer` stands for; nil for nobody.
  /// - Parameter isUse: whether the session's idle time begins anew.
  func principal(cookie: String?, bearer: String?, isUse: Bool = true) -> Principal? {
    if let bearer {
      guard let token = book.token(digest: Secret.digest(bearer), at: now()) else { return nil }
      return Principal(name: token.name, role: token.role, means: .token, isOneTime: false)
    }
    guard let cookie, let session = sessions.session(cookie, at: now(), isUse: isUse),
      let account = book.account(session.account)
    else { return nil }
    return principal(account, cookie, session)
  }

  func logOut(_ principal: Principal) {
    if case .session(let id, _) = principal.means { sessions.end(id) }
  }

  /// Replaces the own password; the account's other sessions end.
  func changePassword(of principal: Principal, from old: String, to new: String, address: String) async throws
  {
    guard case .session(let id, _) = principal.means else {
      throw Refusal(.forbidden, "a token has no password")
    }
    try AccountRules.checkPassword(new, of: principal.name)
    _ = try await check(principal.name, old, address: address)
    if new == old { throw Refusal(.unprocessableContent, "the new password is the old one") }
    let hash = try await hashed(new)
    try change { book in
      guard let index = book.accounts.firstIndex(where: { $0.name == principal.name }) else { return }
      book.accounts[index].password = hash
      book.accounts[index].isOneTime = false
    }
    sessions.endAll(of: principal.name, but: id)
  }

  private func principal(
    _ account: AccountBook.Account, _ id: String, _ session: Sessions.Session
  ) -> Principal {
    Principal(
      name: account.name, role: account.role, means: .session(id: id, csrf: session.csrf),
      isOneTime: account.isOneTime)
  }

  private func check(
    _ name: String, _ password: String, address: String
  ) async throws -> AccountBook.Account {
    let start = now()
    if let seconds = limit.secondsToWait(account: name, address: address, at: start) {
      throw Self.tooMany("too many wrong passwords; allowed again in \(seconds) s", seconds)
    }
    limit.note(account: name, address: address, at: start)
    let account = book.account(name)
    let hash = if let account { account.password } else { try await decoyHash() }
    let isRight = try await matches(hash, String(password.prefix(AccountRules.longestPassword)))
    guard isRight, let account, book.account(name) == account else {
      throw Refusal(.unauthorized, "the name or the password is wrong")
    }
    limit.forgive(account: name, address: address, at: start)
    return account
  }

  // MARK: Accounts and tokens

  var accounts: [AccountMessage] { book.accounts.map(AccountMessage.init) }
  var tokens: [TokenMessage] { book.tokens.map(TokenMessage.init) }

  /// Adds an account with a password made up.
  func addAccount(_ name: String, role: Role) async throws -> Credentials {
    try AccountRules.checkName(name)
    let password = Secret.randomPassword()
    let hash = try await hashed(password)
    guard book.account(name) == nil else { throw Refusal(.conflict, "there is an account '\(name)' already") }
    guard book.accounts.count < AccountRules.mostAccounts else {
      throw Refusal(.conflict, "there are \(AccountRules.mostAccounts) accounts; allowed: no more")
    }
    try change { $0.accounts.append(.init(name: name, role: role, password: hash, isOneTime: true)) }
    return Credentials(name: name, password: password)
  }

  /// Deletes an account and ends its sessions; the last administrator stays.
  func removeAccount(_ name: String) throws {
    guard let account = book.account(name) else { throw Refusal(.notFound, "there is no account '\(name)'") }
    if account.role == .admin, book.accounts.count(where: { $0.role == .admin }) == 1 {
      throw Refusal(.conflict, "'\(name)' is the last administrator")
    }
    try change { $0.accounts.removeAll { $0.name == name } }
    sessions.endAll(of: name)
  }

  /// Adds a token.
  /// - Returns: the token with its secret, which is kept nowhere.
  func addToken(_ request: TokenRequest) throws -> NewTokenMessage {
    try AccountRules.checkName(request.name)
    let expiry = try request.expiry(at: now())
    guard book.tokens.count < AccountRules.mostTokens else {
      throw Refusal(.conflict, "there are \(AccountRules.mostTokens) tokens; allowed: no more")
    }
    let secret = "footfall_" + Secret.random()
    let token = AccountBook.Token(
      id: String(Secret.random().prefix(12)), name: request.name, role: request.role,
      digest: Secret.digest(secret), expiresMilliseconds: expiry)
    try change { $0.tokens.append(token) }
    return NewTokenMessage(token: TokenMessage(token), secret: secret)
  }

  func removeToken(_ id: String) throws {
    guard book.tokens.contains(where: { $0.id == id }) else {
      throw Refusal(.notFound, "there is no token '\(id)'")
    }
    try change { $0.tokens.removeAll { $0.id == id } }
  }

  private func change(_ body: (inout AccountBook) -> Void) throws {
    var changed = book
    body(&changed)
    try file.write(changed)
    book = changed
  }

  // MARK: The queue of passwords

  private func hashed(_ password: String) async throws -> PasswordHash {
    try startWaiting()
    defer { waiting -= 1 }
    return try await bench.hash(password)
  }

  private func matches(_ hash: PasswordHash, _ password: String) async throws -> Bool {
    try startWaiting()
    defer { waiting -= 1 }
    return await bench.matches(hash, password)
  }

  private func decoyHash() async throws -> PasswordHash {
    if let decoy { return decoy }
    let made = try await hashed(Secret.random())
    decoy = made
    return made
  }

  private func startWaiting() throws {
    guard waiting < Self.longestQueue else { throw Self.tooMany("too many logins at once", 1) }
    waiting += 1
  }

  private static func tooMany(_ reason: String, _ seconds: Int) -> Refusal {
    Refusal(.tooManyRequests, reason, headers: [.retryAfter: "\(seconds)"])
  }
}
