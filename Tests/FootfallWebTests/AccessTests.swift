import FootfallTestSupport
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import FootfallWeb

@Suite("Access to dashboard and API")
struct AccessTests {
  @Test("without a login every route under /api/v1 but the login is refused with a reason in JSON")
  func nobody() async throws {
    let fixture = try LiveFixture()
    let routes = fixture.server.site.routes.filter { $0.path.hasPrefix("/api/") && $0.entry != .anybody }
    #expect(routes.count > 15)
    try await fixture.run { client in
      for route in routes {
        let answer = try await client.send(route.method, route.path.replacing(/{.*}/, with: "x"), json: "{}")
        #expect(answer.status == .unauthorized, "\(route.method) \(route.path)")
        #expect(answer.text == #"{"error":"log in first"}"#)
      }
    }
  }

  @Test("a viewer reads, and is refused what only an administrator may do")
  func viewer() async throws {
    let fixture = try LiveFixture()
    let routes = fixture.server.site.routes.filter { $0.entry == .role(.admin) }
    #expect(routes.count == 7)
    try await fixture.run { client in
      let viewer = try await client.loggedIn("vic")
      for route in routes {
        let status = try await viewer.status(
          route.method, route.path.replacing(/{.*}/, with: "x"), json: "{}")
        #expect(status == 403, "\(route.method) \(route.path)")
      }
      #expect(try await viewer.status(.get, "cameras") == 200)
      #expect(try await viewer.status(.get, "layout") == 200)
    }
  }

  @Test(
    "a change without the session's CSRF token, or with another's, is refused; a token of a program needs none"
  )
  func csrf() async throws {
    try await LiveFixture().run { client in
      let admin = try await client.loggedIn("ada")
      let body = #"{"name":"till","role":"admin","days":1}"#
      var bare = admin
      bare.headers[bare.csrfName] = nil
      #expect(try await bare.status(.post, "tokens", json: body) == 403)
      bare.headers[bare.csrfName] = try await client.loggedIn("ada").headers[bare.csrfName]
      #expect(try await bare.status(.post, "tokens", json: body) == 403)
      #expect(try await bare.status(.get, "tokens") == 200)

      let made = try await admin.send(.post, "tokens", json: body)
      #expect(made.status == .created)
      struct Made: Decodable { let secret: String }
      let secret = try JSONDecoder().decode(Made.self, from: Data(made.body.readableBytesView)).secret
      var program = client
      program.headers[.authorization] = "Bearer \(secret)"
      #expect(try await program.status(.post, "accounts", json: #"{"name":"pat","role":"viewer"}"#) == 201)
      #expect(try await program.send(.get, "tokens").text.contains(secret) == false)
    }
  }

  @Test("a token ends when it expires")
  func expiry() async throws {
    let fixture = try LiveFixture()
    try await fixture.run { client in
      let made = try await client.loggedIn("ada").send(
        .post, "tokens", json: #"{"name":"till","role":"viewer","days":1}"#)
      let secret = try #require(made.text.firstMatch(of: /footfall_[0-9a-f]{64}/)).output
      let bearer: HTTPFields = [.authorization: "Bearer \(secret)"]
      fixture.clock.advance(seconds: 86_399)
      #expect(try await client.status(.get, "cameras", more: bearer) == 200)
      fixture.clock.advance(seconds: 1)
      #expect(try await client.status(.get, "cameras", more: bearer) == 401)
    }
  }

  @Test(
    "who has a one-time password changes it before anything else; the password of nobody is accepted afterwards"
  )
  func oneTime() async throws {
    try await LiveFixture().run { client in
      let new = try await client.loggedIn("new")
      #expect(try await new.status(.get, "cameras") == 403)
      #expect(try await new.send(.get, "session").text.contains(#""mustChangePassword":true"#))
      let change = { (old: String, next: String) in
        try await new.status(.put, "account/password", json: #"{"old":"\#(old)","new":"\#(next)"}"#)
      }
      #expect(try await change(LiveFixture.password, "short") == 422)
      #expect(try await change("wrong", "a quite long sentence") == 401)
      #expect(try await change(LiveFixture.password, LiveFixture.password) == 422)
      #expect(try await change(LiveFixture.password, "a quite long sentence") == 204)
      #expect(try await new.status(.get, "cameras") == 200)
      let old = #"{"name":"new","password":"\#(LiveFixture.password)"}"#
      #expect(try await client.status(.post, "session", json: old) == 401)
    }
  }

  @Test("after ten wrong passwords an address waits, and is told how long; the time over, it is let in")
  func limit() async throws {
    let fixture = try LiveFixture()
    try await fixture.run { client in
      let wrong = #"{"name":"vic","password":"wrong"}"#
      for _ in 0..<LoginLimit.failuresPerAddress {
        let answer = try await client.send(.post, "session", json: wrong)
        #expect(answer.status == .unauthorized)
        #expect(answer.headers[.setCookie] == nil)
      }
      let right = #"{"name":"vic","password":"\#(LiveFixture.password)"}"#
      let refused = try await client.send(.post, "session", json: right)
      #expect(refused.status == .tooManyRequests)
      #expect(refused.headers[.retryAfter] == "300")
      fixture.clock.advance(seconds: 300)
      #expect(try await client.status(.post, "session", json: right) == 200)
    }
  }

  @Test("an unknown name and a wrong password are refused in the same words")
  func sameWords() async throws {
    try await LiveFixture().run { client in
      let unknown = try await client.send(.post, "session", json: #"{"name":"nobody","password":"x"}"#)
      let wrong = try await client.send(.post, "session", json: #"{"name":"ada","password":"x"}"#)
      #expect(unknown.status == wrong.status)
      #expect(unknown.text == wrong.text)
    }
  }

  @Test("the cookie is for this site, requests and nothing else, and logging out ends it")
  func cookie() async throws {
    try await LiveFixture().run { client in
      let body = #"{"name":"ada","password":"\#(LiveFixture.password)"}"#
      let answer = try await client.send(.post, "session", json: body)
      let cookie = try #require(answer.headers[.setCookie])
      #expect(cookie.wholeMatch(of: /footfall=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict/) != nil)
      let admin = try await client.loggedIn("ada")
      #expect(try await admin.status(.delete, "session") == 204)
      #expect(try await admin.status(.get, "session") == 401)
    }
  }

  @Test("a session ends after two hours without use and after a week with it")
  func sessionEnds() async throws {
    let fixture = try LiveFixture()
    try await fixture.run { client in
      let idle = try await client.loggedIn("ada")
      fixture.clock.advance(seconds: 7200)
      #expect(try await idle.status(.get, "session") == 401)
      let busy = try await client.loggedIn("ada")
      for _ in 0..<167 {
        fixture.clock.advance(seconds: 3600)
        #expect(try await busy.status(.get, "session") == 200)
      }
      fixture.clock.advance(seconds: 3600)
      #expect(try await busy.status(.get, "session") == 401)
    }
  }

  @Test("the last administrator stays; whose account is deleted is logged out")
  func accounts() async throws {
    try await LiveFixture().run { client in
      let (admin, viewer) = (try await client.loggedIn("ada"), try await client.loggedIn("vic"))
      #expect(try await admin.status(.delete, "accounts/new") == 204)
      #expect(try await admin.status(.delete, "accounts/ada") == 409)
      #expect(try await admin.status(.delete, "accounts/vic") == 204)
      #expect(try await viewer.status(.get, "cameras") == 401)
      #expect(try await admin.status(.delete, "accounts/vic") == 404)
      #expect(try await admin.status(.post, "accounts", json: #"{"name":"ada","role":"viewer"}"#) == 409)
      #expect(try await admin.status(.post, "accounts", json: #"{"name":"a b","role":"viewer"}"#) == 422)
      #expect(try await admin.status(.post, "accounts", json: #"{"name":"pat","role":"owner"}"#) == 400)
    }
  }

  @Test("the first start makes an administrator with a password for one use, and the second does not")
  func firstStart() async throws {
    let fixture = try LiveFixture()
    let path = fixture.folder.url.path + "/fresh.json"
    let desk = try AccessDesk(file: AccountFile(path: path), now: { fixture.clock.now })
    let made = try #require(try await desk.makeFirstAdministrator())
    #expect(try await desk.logIn(made.name, password: made.password, address: "").isOneTime)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(!text.contains(made.password))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let again = try AccessDesk(file: AccountFile(path: path), now: { fixture.clock.now })
    #expect(try await again.makeFirstAdministrator() == nil)
  }

  @Test("a file that holds no accounts is refused by name and left as it is")
  func brokenFile() throws {
    let fixture = try LiveFixture()
    let path = fixture.folder.url.path + "/accounts.json"
    for text in ["", "{", "[]", #"{"schema":"footfall.accounts/9","accounts":[],"tokens":[]}"#] {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      let error = #expect(throws: WebError.self) {
        try AccessDesk(file: AccountFile(path: path), now: { 0 })
      }
      #expect(error?.description.contains(path) == true)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }
  }
}
