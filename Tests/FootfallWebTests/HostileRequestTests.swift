import FootfallTestSupport
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import FootfallWeb

@Suite("Requests that mean no good")
struct HostileRequestTests {
  @Test(
    "bodies that are cut, doubled, scrambled or deep are refused, and the server goes on",
    arguments: 1...4 as ClosedRange<UInt64>)
  func bodies(seed: UInt64) async throws {
    let fixture = try LiveFixture()
    let routes = fixture.server.site.routes.filter { $0.method != .get && $0.path.hasPrefix("/api/") }
    try await fixture.run { client async throws in
      var generator = SeededGenerator(seed: seed)
      let admin = try await client.loggedIn("ada")
      for route in routes where route.path != "/api/v1/session" {
        for _ in 0..<12 {
          let body = Self.body(using: &generator)
          let path = route.path.replacing(/{.*}/, with: Self.word(using: &generator))
          let status = try await admin.status(route.method, path, json: body, more: [.ifMatch: "\"1\""])
          #expect(
            (400..<500).contains(status),
            "seed \(seed): \(route.method) \(path) \(body.prefix(80)): \(status)")
        }
      }
      #expect(try await admin.status(.get, "cameras") == 200)
    }
  }

  @Test(
    "queries of no sense are refused or answered, and never a failure",
    arguments: 1...4 as ClosedRange<UInt64>)
  func queries(seed: UInt64) async throws {
    let fixture = try LiveFixture()
    let routes = fixture.server.site.routes.filter {
      $0.method == .get && $0.path.hasPrefix("/api/") && !$0.path.hasSuffix("stream")
    }
    let names = ["from", "to", "interval", "camera", "empty", "x", ""]
    let values = [
      "2026-05-28T00:00:00Z", "2026-05-28T00:00:00+99:99", "-1", "0m", "1h", "99999999999999999999d", "door",
      "%00", "%ff%fe", "%", "true", "&&==", String(repeating: "9", count: 3000),
    ]
    try await fixture.run { client async throws in
      var generator = SeededGenerator(seed: seed)
      let viewer = try await client.loggedIn("vic")
      for route in routes {
        for _ in 0..<10 {
          let pairs = (0..<3).map { _ in
            (names.randomElement(using: &generator) ?? "") + "="
              + (values.randomElement(using: &generator) ?? "")
          }
          let path = route.path + "?" + pairs.joined(separator: "&")
          let status = try await viewer.status(.get, path)
          #expect((200..<500).contains(status), "seed \(seed): \(path.prefix(200)): \(status)")
        }
      }
    }
  }

  @Test("a body that is too large is refused as such, with a login and without")
  func large() async throws {
    try await LiveFixture().run { client async throws in
      let body = #"{"name":"\#(String(repeating: "x", count: 300_000))","password":""}"#
      #expect(try await client.status(.post, "session", json: body) == 413)
      #expect(try await client.loggedIn("ada").status(.post, "advice", json: body) == 413)
    }
  }

  @Test("a form of another site is no login")
  func form() async throws {
    try await LiveFixture().run { client async throws in
      let body = #"{"name":"ada","password":"\#(LiveFixture.password)"}"#
      let plain: HTTPFields = [.contentType: "text/plain"]
      #expect(try await client.status(.post, "session", json: body, more: plain) == 415)
    }
  }

  @Test(
    "cookies, tokens and paths of no sense are nobody's",
    arguments: [
      "footfall=", "footfall", ";;;=;", "footfall=\u{7f}x; footfall=y",
      String(repeating: "a=b; ", count: 500),
    ])
  func cookies(cookie: String) async throws {
    try await LiveFixture().run { client async throws in
      #expect(try await client.status(.get, "cameras", more: [.cookie: cookie]) == 401)
      #expect(try await client.status(.get, "cameras", more: [.authorization: "Bearer " + cookie]) == 401)
      // Who has not logged in is not told what the API has.
      #expect(try await client.status(.get, "nothing") == 401)
      #expect(try await client.status(.delete, "status") == 401)
      #expect(try await client.status(.get, "/assets/../../accounts.json") == 404)
      #expect(try await client.status(.get, "/%2e%2e/accounts.json") == 404)
    }
  }

  private static func body(using generator: inout SeededGenerator) -> String {
    let good =
      #"{"id":"door","lines":[{"id":"a","from":[1,2],"to":[3,4],"kind":"x","swap":false}],"zones":[]}"#
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: return String(good.prefix(Int.random(in: 0..<good.count, using: &generator)))
    case 1: return good + good
    case 2: return String(good.shuffled(using: &generator))
    case 3: return String(repeating: "[", count: 20_000)
    default:
      let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private static func word(using generator: inout SeededGenerator) -> String {
    ["%00", "%ff", "..%2f", "a%20b", "%E4%BD%A0"].randomElement(using: &generator) ?? "x"
  }
}
