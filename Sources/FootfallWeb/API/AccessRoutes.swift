internal import HTTPTypes
internal import Hummingbird

/// Logging in and out, and for administrators accounts and tokens.
struct AccessRoutes: Sendable {
  let desk: AccessDesk

  private struct Accounts: Encodable { let accounts: [AccountMessage] }
  private struct Tokens: Encodable { let tokens: [TokenMessage] }

  var all: [Route] { sessionRoutes + accountRoutes + tokenRoutes }

  private var sessionRoutes: [Route] {
    let path = Routes.prefix + "/session"
    return [
      Route(.post, path, .anybody) { exchange in
        let login = try await exchange.body(LoginRequest.self)
        let principal = try await desk.logIn(login.name, password: login.password, address: exchange.address)
        return try withCookie(of: principal, exchange, Reply.json(SessionMessage(principal)))
      },
      Route(.get, path, .evenWithOneTimePassword) { try Reply.json(SessionMessage(try $0.sender())) },
      Route(.delete, path, .evenWithOneTimePassword) { exchange in
        await desk.logOut(try exchange.sender())
        return Reply.nothing()
      },
      Route(.put, Routes.prefix + "/account/password", .evenWithOneTimePassword) { exchange in
        let change = try await exchange.body(PasswordRequest.self)
        try await desk.changePassword(
          of: try exchange.sender(), from: change.old, to: change.new, address: exchange.address)
        return Reply.nothing()
      },
    ]
  }

  private var accountRoutes: [Route] {
    let path = Routes.prefix + "/accounts"
    return [
      Route(.get, path, .role(.admin)) { _ in try Reply.json(Accounts(accounts: await desk.accounts)) },
      Route(.post, path, .role(.admin)) { exchange in
        let request = try await exchange.body(AccountRequest.self)
        return try Reply.json(try await desk.addAccount(request.name, role: request.role), .created)
      },
      Route(.delete, path + "/{name}", .role(.admin)) { exchange in
        try await desk.removeAccount(exchange.argument ?? "")
        return Reply.nothing()
      },
    ]
  }

  private var tokenRoutes: [Route] {
    let path = Routes.prefix + "/tokens"
    return [
      Route(.get, path, .role(.admin)) { _ in try Reply.json(Tokens(tokens: await desk.tokens)) },
      Route(.post, path, .role(.admin)) { exchange in
        try Reply.json(try await desk.addToken(try await exchange.body(TokenRequest.self)), .created)
      },
      Route(.delete, path + "/{id}", .role(.admin)) { exchange in
        try await desk.removeToken(exchange.argument ?? "")
        return Reply.nothing()
      },
    ]
  }

  /// The cookie lasts as long as the browser; the session's own end is the server's to know.
  private func withCookie(of principal: Principal, _ exchange: Exchange, _ response: Response) -> Response {
    guard case .session(let id, _) = principal.means else { return response }
    var response = response
    let secure = exchange.isSecure ? "; Secure" : ""
    response.headers[.setCookie] =
      "\(LiveSite.cookieName(isSecure: exchange.isSecure))=\(id); Path=/; HttpOnly; SameSite=Strict\(secure)"
    return response
  }
}
