import Testing

@testable import FootfallWeb

@Suite("AccessGuard")
struct AccessGuardTests {
  private let access = AccessGuard(token: "0123abcd")

  @Test(
    "the path behind the token is given out, and nothing without it",
    arguments: [
      ("/0123abcd/", ""), ("/0123abcd/frame/1", "frame/1"), ("/0123abcd/state?x=/0", "state"),
      ("/0123abcd", nil), ("/0123abce/", nil), ("/0123abc/", nil), ("/", nil), ("", nil),
      ("/x/0123abcd/", nil), ("/0123abcdd/", nil), ("?/0123abcd/", nil),
    ] as [(String, String?)])
  func paths(path: String, behind: String?) {
    #expect(access.path(path, authority: "localhost:80") == behind)
  }

  @Test(
    "a host that is not this machine's own name is refused",
    arguments: [
      ("127.0.0.1:80", true), ("127.0.0.1", true), ("LOCALHOST:80", true), ("[::1]:80", true),
      ("[::1]", true),
      ("evil.example:80", false), ("127.0.0.1.evil.example", false), ("localhost.evil.example", false),
      ("evil.example@127.0.0.1", false), ("10.0.0.1:80", false), ("", false), ("::1", false),
    ])
  func hosts(authority: String, isLetIn: Bool) {
    #expect((access.path("/0123abcd/", authority: authority) != nil) == isLetIn)
  }

  @Test("a request without a host is refused")
  func noHost() { #expect(access.path("/0123abcd/", authority: nil) == nil) }

  @Test("tokens have 128 bits and differ")
  func tokens() {
    let tokens = Set((0..<100).map { _ in AccessGuard.randomToken() })
    #expect(tokens.count == 100)
    #expect(tokens.allSatisfy { $0.count == 32 && $0.allSatisfy(\.isHexDigit) })
  }
}
