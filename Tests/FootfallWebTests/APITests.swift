import FootfallMadeUpStore
import FootfallTestSupport
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import FootfallWeb

@Suite("API")
struct APITests {
  private static let line = #"{"id":"new","from":[100,100],"to":[300,100],"kind":"entrance","swap":false}"#
  private static let door = #"{"id":"door","width":768,"height":576,"lines":[\#(line)],"zones":[]}"#

  @Test("the description names every route under /api/v1 and no other")
  func description() throws {
    let routes = try LiveFixture().server.site.routes.filter { $0.path.hasPrefix("/api/") }
    let served = Set(routes.map { "\($0.method.rawValue.lowercased()) \($0.path)" })
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(PackageResources.openapi_json)) as? [String: Any])
    #expect(document["openapi"] as? String == "3.1.0")
    let paths = try #require(document["paths"] as? [String: [String: Any]])
    let described = Set(paths.flatMap { path, methods in methods.keys.map { "\($0) \(path)" } })
    #expect(served == described)
    #expect(served.count == routes.count)
  }

  @Test(
    "what is asked wrongly is refused with the status that says so",
    arguments: [
      (.get, "nothing", 404), (.get, "/nothing", 404), (.get, "tokens/a/b", 404),
      (.post, "cameras", 405), (.delete, "layout", 405), (.patch, "/", 405),
      (.get, "traffic?from=yesterday", 400), (.get, "traffic?from=2026-03-01T09:00:00", 400),
      (.get, "traffic?from=2026-03-02T09:00:00Z&to=2026-03-01T09:00:00Z", 400),
      (.get, "traffic?interval=7m", 400), (.get, "traffic?interval=-15m", 400),
      (.get, "traffic?from=1990-01-01T00:00:00Z&interval=1m", 400), (.get, "traffic?colour=red", 400),
      (.get, "traffic?interval=1h&interval=1h", 400), (.get, "traffic?camera=nowhere", 404),
      (.get, "heatmap?camera=nowhere", 404), (.get, "heatmap?interval=7m", 400),
      (.get, "heatmap?from=2026-05-01T00:00:00Z&to=2026-05-20T00:00:00Z", 400),
      (.get, "heatmap?from=2026-05-28T00:00:00Z&to=2026-05-29T00:00:00Z&interval=5m", 400),
      (.get, "visits?from=2026-05-01T00:00:00Z&to=2026-05-09T01:00:01Z", 400),
      (.get, "events?from=2026-05-01T00:00:00Z&to=2026-05-20T00:00:00Z", 400),
      (.get, "heatmap.png", 400), (.get, "still.jpg", 400), (.get, "still.jpg?camera=stockroom", 404),
      (.get, "still.jpg?camera=door&empty=perhaps", 400),
    ] as [(HTTPRequest.Method, String, Int)])
  func refusals(method: HTTPRequest.Method, path: String, status: Int) async throws {
    try await LiveFixture().run { client in
      let answer = try await client.loggedIn("ada").send(method, path)
      #expect(answer.status.code == status)
      struct Refused: Decodable { let error: String }
      #expect(
        try !JSONDecoder().decode(Refused.self, from: Data(answer.body.readableBytesView)).error.isEmpty)
    }
  }

  @Test(
    "a query reads like a feed of `footfall export`",
    arguments: [
      ("traffic?interval=1h", "application/json", "footfall.traffic"),
      (
        "traffic?from=2026-05-01T00:00:00%2B08:00&to=2026-05-02T00:00:00+08:00&camera=door",
        "application/json", "null"
      ),
      ("visits", "application/json", "footfall.visits/1"),
      (
        "visits?from=2026-05-01T00:00:00Z&to=2026-05-09T00:00:00Z", "application/json", "footfall.visits/1"
      ), ("events", "application/x-ndjson", ""),
    ])
  func history(path: String, kind: String, part: String) async throws {
    try await LiveFixture().run { client in
      let answer = try await client.loggedIn("vic").send(.get, path)
      #expect(answer.status == .ok)
      #expect(answer.headers[.contentType] == kind)
      #expect(part.isEmpty || answer.text.contains(part))
    }
  }

  @Test(
    "the made-up traffic satisfies the schema of traffic, so that pages are tried with what a store sends",
    .enabled(if: SchemaValidator.isAvailable))
  func schema() async throws {
    try await LiveFixture().run { client in
      let answer = try await client.loggedIn("vic").send(.get, "traffic?interval=1h")
      #expect(try SchemaValidator.faults(of: answer.text, schema: "footfall.traffic-1") == [])
    }
  }

  @Test("maps are of the floor plan or of one picture; where there is nothing to show, that is no error")
  func maps() async throws {
    try await LiveFixture().run { client in
      let viewer = try await client.loggedIn("vic")
      func maps(_ query: String) async throws -> HeatMaps {
        let answer = try await viewer.send(.get, "heatmap" + query)
        #expect(answer.status == .ok)
        return try JSONDecoder().decode(HeatMaps.self, from: Data(answer.body.readableBytesView))
      }
      let floor = try await maps("")
      #expect(floor.plane.kind == .floor && floor.cameras == ["door", "floor"] && floor.maps.count == 24)
      #expect(try await maps("?camera=door&interval=1d").plane.kind == .picture)
      #expect(try await viewer.status(.get, "heatmap?camera=stockroom") == 204)
      let later = "heatmap?from=2026-05-29T00:00:00Z&to=2026-05-29T01:00:00Z"
      #expect(try await viewer.status(.get, later) == 204)
    }
  }

  @Test("a plan tells heads and no names; a layout report is the file's own form")
  func documents() async throws {
    try await LiveFixture().run { client in
      let viewer = try await client.loggedIn("vic")
      let plan = try await viewer.send(.get, "staffing")
      let board = try JSONDecoder().decode(StaffingBoard.self, from: Data(plan.body.readableBytesView))
      #expect(board.roles == ["floor", "till"] && !plan.text.contains("employee"))
      let report = try await viewer.send(.get, "layout-report").text
      #expect(report.contains(#""schema":"footfall.layout/1""#))
      if SchemaValidator.isAvailable {
        #expect(try SchemaValidator.faults(of: report, schema: "footfall.layout-1") == [])
      }
    }
  }

  @Test(
    "pictures come as JPEG and PNG, and nothing that is answered may be kept on a disk or used by other sites"
  )
  func pictures() async throws {
    try await LiveFixture().run { client in
      let viewer = try await client.loggedIn("vic")
      let still = try await viewer.send(.get, "still.jpg?camera=door")
      #expect(Array(still.body.readableBytesView.prefix(2)) == [0xFF, 0xD8])
      let heat = try await viewer.send(.get, "heatmap.png?camera=floor")
      #expect(Array(heat.body.readableBytesView.prefix(4)) == [0x89, 0x50, 0x4E, 0x47])
      let policy = HTTPField.Name("Content-Security-Policy")
      for answer in [
        still, heat, try await client.send(.get, "/login"), try await client.send(.get, "/nothing"),
      ] {
        #expect(answer.headers[.cacheControl] == "no-store")
        #expect(
          policy.flatMap { answer.headers[$0] }?.contains("default-src 'none'; script-src 'self'") == true)
      }
    }
  }

  @Test("lines are saved as a new version by who knows the present one, and by nobody else")
  func saving() async throws {
    try await LiveFixture().run { client in
      let admin = try await client.loggedIn("ada")
      let tag = try #require(try await admin.send(.get, "layout").headers[.eTag])
      #expect(try await admin.status(.put, "layout", json: Self.door) == 428)
      #expect(try await admin.status(.put, "layout", json: Self.door, more: [.ifMatch: "1"]) == 400)
      let saved = try await admin.send(.put, "layout", json: Self.door, more: [.ifMatch: tag])
      #expect(saved.status == .ok)
      let layout = try JSONDecoder().decode(StoreLayout.self, from: Data(saved.body.readableBytesView))
      #expect(layout.cameras[0].lines.map(\.id) == ["new"])
      #expect(saved.headers[.eTag] == "\"\(layout.version)\"")
      let stale = try await admin.send(.put, "layout", json: Self.door, more: [.ifMatch: tag])
      #expect(stale.status == .preconditionFailed)
    }
  }

  @Test(
    "a line or zone of no shape is refused by name",
    arguments: [
      #"{"id":"door","lines":[{"id":"L","from":[1],"to":[3,4],"kind":"entrance","swap":false}],"zones":[]}"#,
      #"{"id":"door","lines":[{"id":"L","from":[1,1e300],"to":[3,4],"kind":"entrance","swap":false}],"zones":[]}"#,
      #"{"id":"door","lines":[],"zones":[{"id":"L","polygon":[[1,2],[3,4]],"kind":"queue"}]}"#,
    ])
  func shapes(body: String) async throws {
    try await LiveFixture().run { client in
      let answer = try await client.loggedIn("ada").send(.post, "advice", json: body)
      #expect(answer.status == .unprocessableContent)
      #expect(answer.text.contains("L: "))
    }
  }

  @Test("a supervisor is told of health without a login; measures are for tokens and this machine")
  func monitoring() async throws {
    try await LiveFixture().run { client in
      #expect(try await client.send(.get, "/healthz").text == #"{"reasons":[],"status":"ok"}"#)
      #expect(try await client.status(.get, "/readyz") == 200)
      #expect(try await client.status(.head, "/healthz") == 200)
      #expect(try await client.status(.get, "/metrics") == 401)
      let measures = try await client.loggedIn("vic").send(.get, "/metrics").text
      #expect(measures.contains("# TYPE footfall_camera_dropped_looks_total counter\n"))
      #expect(measures.contains("footfall_camera_frames_per_second{camera=\"door\"} 9.9\n"))
    }
  }

  @Test("the log has who asked for what, and no query, cookie or password")
  func log() async throws {
    let fixture = try LiveFixture()
    try await fixture.run { client in
      _ = try await client.loggedIn("vic").send(.get, "traffic?from=secret")
    }
    let lines = try String(contentsOfFile: fixture.folder.url.path + "/access.log", encoding: .utf8).split(
      separator: "\n")
    let entries = try lines.map { try JSONDecoder().decode(AccessLog.Entry.self, from: Data($0.utf8)) }
    #expect(entries.map(\.path) == ["/api/v1/session", "/api/v1/traffic"])
    #expect(entries.map(\.status) == [200, 400])
    #expect(entries.map(\.account) == [nil, "vic"])
    #expect(!lines.joined().contains("secret") && !lines.joined().contains(LiveFixture.password))
  }
}
