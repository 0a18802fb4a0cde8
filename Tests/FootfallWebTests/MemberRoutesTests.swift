import HTTPTypes
import HummingbirdTesting
import Testing

@testable import FootfallWeb

@Suite("Check-in of members")
struct MemberRoutesTests {
  @Test(
    "a member checks in by one of code and pseudonym; who is not known, and what is no check-in, is refused",
    arguments: [
      (#"{"code":"ABCD"}"#, 204), (#"{"member":"00000000000000ff","place":"till"}"#, 204),
      (#"{"code":"WRONG"}"#, 404), (#"{}"#, 400), (#"{"code":"ABCD","member":"00000000000000ff"}"#, 400),
      (#"{"code":"ABCD","place":""}"#, 400),
    ])
  func answers(body: String, status: Int) async throws {
    try await LiveFixture().run { client in
      let answer = try await client.asProgram().status(.post, "members/check-in", json: body)
      #expect(answer == status)
    }
  }

  @Test(
    "a report has hours, days or weeks, by default weeks, for who is logged in",
    arguments: [
      ("", 200, "10080"), ("?interval=1h", 200, "60"),
      ("?interval=1d&from=2026-03-01T00:00:00Z&to=2026-03-08T00:00:00Z", 200, "1440"),
      ("?interval=15m", 400, "allowed: 1h, 1d, 7d"), ("?camera=door", 400, "allowed: from, to, interval"),
    ])
  func report(query: String, status: Int, text: String) async throws {
    try await LiveFixture().run { client in
      let answer = try await client.loggedIn("ada").send(.get, "members/report" + query)
      #expect(answer.status.code == status && answer.text.contains(text), "\(answer.text)")
      let withoutLogin = try await client.status(.get, "members/report" + query)
      #expect(withoutLogin == 401)
    }
  }

  @Test("nobody checks in without a token, not even somebody who is logged in")
  func login() async throws {
    try await LiveFixture().run { client in
      let code = #"{"code":"ABCD"}"#
      let withoutLogin = try await client.status(.post, "members/check-in", json: code)
      let loggedIn = try await client.loggedIn("ada").status(.post, "members/check-in", json: code)
      #expect(withoutLogin == 401 && loggedIn == 403)
    }
  }
}
