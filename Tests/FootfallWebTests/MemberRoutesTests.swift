import HTTPTypes
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
      let answer = try await client.loggedIn("ada").status(.post, "members/check-in", json: body)
      #expect(answer == status)
    }
  }

  @Test("nobody checks in without a login")
  func login() async throws {
    try await LiveFixture().run { client in
      let answer = try await client.status(.post, "members/check-in", json: #"{"code":"ABCD"}"#)
      #expect(answer == 401)
    }
  }
}
