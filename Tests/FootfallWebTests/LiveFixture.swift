import FootfallMadeUpStore
import FootfallTestSupport
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Synchronization

@testable import FootfallWeb

/// A server of a made-up store, asked without a socket, with an administrator `ada` and a viewer `vic`.
struct LiveFixture: Sendable {
  static let password = "correct horse battery"

  let folder: TemporaryFolder
  let server: LiveServer
  let clock: TestClock

  /// A clock that stands still until it is moved.
  final class TestClock: Sendable {
    private let milliseconds: Atomic<Int64>
    init(_ milliseconds: Int64 = 1_780_000_000_000) { self.milliseconds = Atomic(milliseconds) }
    var now: Int64 { milliseconds.load(ordering: .relaxed) }
    func advance(seconds: Int64) { milliseconds.add(seconds * 1000, ordering: .relaxed) }
  }

  init(store: (any LiveStore)? = nil, chartFolder: String = "/nowhere") throws {
    folder = try TemporaryFolder()
    let clock = TestClock()
    self.clock = clock
    let file = AccountFile(path: folder.url.path + "/accounts.json")
    // Cheap hashes, so that the tests are quick; PasswordHashTests looks at the strong ones.
    let hash = try PasswordHash(of: Self.password, rounds: 16)
    try file.write(
      AccountBook(accounts: [
        .init(name: "ada", role: .admin, password: hash, isOneTime: false),
        .init(name: "vic", role: .viewer, password: hash, isOneTime: false),
        .init(name: "new", role: .admin, password: hash, isOneTime: true),
      ]))
    server = try LiveServer(
      store: store ?? MadeUpStore(now: { clock.now }), accounts: file,
      configuration: ServerConfiguration(
        address: .anyFreePort, stateFolder: folder.url.path, chartFolder: chartFolder, now: { clock.now }),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }

  /// Runs `body` with a client of the server.
  func run(_ body: @Sendable @escaping (LiveClient) async throws -> Void) async throws {
    let application = Application(
      responder: server.site, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    try await application.test(.router) { client in try await body(LiveClient(client: client)) }
  }
}

/// Sends requests, as nobody or as who has logged in.
struct LiveClient: Sendable {
  let client: any TestClientProtocol
  var headers: HTTPFields = [:]

  /// A client with the cookie and the CSRF token of a session.
  func loggedIn(_ name: String) async throws -> LiveClient {
    let answer = try await send(
      .post, "session", json: #"{"name":"\#(name)","password":"\#(LiveFixture.password)"}"#)
    struct Own: Decodable { let csrf: String }
    let own = try JSONDecoder().decode(Own.self, from: Data(answer.body.readableBytesView))
    var copy = self
    copy.headers[.cookie] = answer.headers[.setCookie].map { String($0.prefix { $0 != ";" }) }
    copy.headers[csrfName] = own.csrf
    return copy
  }

  /// A program with a token of a viewer.
  func asProgram() async throws -> LiveClient {
    let made = try await loggedIn("ada").send(
      .post, "tokens", json: #"{"name":"till","role":"viewer","days":1}"#)
    struct Made: Decodable { let secret: String }
    var copy = self
    copy.headers[.authorization] =
      "Bearer " + (try JSONDecoder().decode(Made.self, from: Data(made.body.readableBytesView)).secret)
    return copy
  }

  func send(
    _ method: HTTPRequest.Method, _ path: String, json: String? = nil, more: HTTPFields = [:]
  ) async throws -> TestResponse {
    var headers = headers
    for field in more { headers[field.name] = field.value }
    if json != nil, headers[.contentType] == nil { headers[.contentType] = "application/json" }
    let uri = path.hasPrefix("/") ? path : "/api/v1/" + path
    return try await client.execute(
      uri: uri, method: method, headers: headers, body: json.map { ByteBuffer(string: $0) })
  }

  func status(_ method: HTTPRequest.Method, _ path: String, json: String? = nil, more: HTTPFields = [:])
    async throws -> Int
  {
    try await send(method, path, json: json, more: more).status.code
  }

  var csrfName: HTTPField.Name { HTTPField.Name("X-CSRF-Token") ?? .authorization }
}

extension TestResponse {
  var text: String { String(buffer: body) }
}
