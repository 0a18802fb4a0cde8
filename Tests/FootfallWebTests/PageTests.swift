import FootfallTestSupport
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import FootfallWeb

@Suite("Pages")
struct PageTests {
  private static let pages = [
    "/", "/cameras", "/map", "/staffing", "/layout", "/editor", "/account", "/login",
  ]

  private func texts(_ bytes: [UInt8]) throws -> [String: String] {
    try JSONDecoder().decode([String: String].self, from: Data(bytes))
  }

  @Test("both languages have the same texts with the same values in them, and none is empty")
  func languages() throws {
    let english = try texts(PackageResources.texts_en_json)
    let chinese = try texts(PackageResources.texts_zh_json)
    #expect(english.count > 100)
    #expect(Set(english.keys) == Set(chinese.keys))
    for (key, text) in english {
      let places = { (text: String) in text.matches(of: /\{\w+\}/).map { String($0.output) }.sorted() }
      #expect(places(text) == places(chinese[key] ?? ""), "\(key)")
      #expect(!text.isEmpty && chinese[key]?.isEmpty == false, "\(key)")
    }
  }

  @Test("every text that a page or a script names is there, and every file that it loads is served")
  func references() async throws {
    let known = Set(try texts(PackageResources.texts_en_json).keys)
    let fixture = try LiveFixture()
    let scripts = fixture.server.site.routes.map(\.path).filter {
      $0.hasSuffix(".js") && $0 != "/assets/chart.js"
    }
    try await fixture.run { client in
      let admin = try await client.loggedIn("ada")
      for path in Self.pages + scripts {
        let text = try await admin.send(.get, path).text
        let keys = text.matches(of: /(?:data-(?:text|label)=|text\(|: )"(\w+\.\w+)"/).map {
          String($0.output.1)
        }
        for key in keys where !key.hasSuffix(".js") { #expect(known.contains(key), "\(path): \(key)") }
        let files = text.matches(of: /(?:src|href)="(\/assets\/[^"]+)"|from ".(\/[^"]+)"/)
          .map { $0.output.1.map(String.init) ?? "/assets\($0.output.2 ?? "")" }
        for file in files where file != "/assets/chart.js" {
          #expect(try await client.status(.get, file) == 200, "\(path): \(file)")
        }
        #expect(!text.contains("http://") || text.contains("www.w3.org"), "\(path) loads from elsewhere")
        #expect(!text.contains("innerHTML") && !text.contains("style=\""), "\(path)")
      }
    }
  }

  @Test("who is not logged in is sent to the login")
  func login() async throws {
    try await LiveFixture().run { client in
      for path in Self.pages where path != "/login" {
        let answer = try await client.send(.get, path)
        #expect(answer.status == .seeOther)
        #expect(answer.headers[.location] == "/login")
      }
      #expect(try await client.status(.get, "/login") == 200)
    }
  }

  @Test("the chart library comes from the folder of its package; where there is none the page is told")
  func charts() async throws {
    let folder = try TemporaryFolder()
    try "library".write(toFile: folder.url.path + "/chart.min.js", atomically: true, encoding: .utf8)
    try await LiveFixture(chartFolder: folder.url.path).run { client async throws in
      #expect(try await client.send(.get, "/assets/chart.js").text == "library")
    }
    try await LiveFixture().run { client async throws in
      #expect(try await client.status(.get, "/assets/chart.js") == 404)
    }
  }
}
