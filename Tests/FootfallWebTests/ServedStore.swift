import FootfallMadeUpStore
import FootfallTestSupport
import Foundation
import Logging
import Testing

@testable import FootfallWeb

/// A made-up store that is served at a port of loopback, with a first administrator.
enum ServedStore {
  /// Serves until `body` ends.
  static func run(
    _ store: any LiveStore = MadeUpStore(), certificate: CertificateFiles? = nil,
    _ body: (ServerReady) async throws -> Void
  ) async throws {
    let folder = try TemporaryFolder()
    let server = try LiveServer(
      store: store, accounts: AccountFile(path: folder.url.path + "/accounts.json"),
      configuration: ServerConfiguration(
        address: .anyFreePort, certificate: certificate, stateFolder: folder.url.path),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let (ready, told) = AsyncStream.makeStream(of: ServerReady.self)
    let task = Task { try await server.run { told.yield($0) } }
    defer { task.cancel() }
    try await body(try #require(await ready.first { _ in true }))
    task.cancel()
    _ = await task.result
  }
}
