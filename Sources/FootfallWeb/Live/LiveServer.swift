internal import Foundation
internal import Hummingbird
internal import HummingbirdCore
internal import HummingbirdTLS
public import Logging
internal import NIOCore

/// Serves the dashboard and the API of a running store.
///
/// ```swift
/// let server = try LiveServer(
///   store: store, accounts: AccountFile(path: "footfall-state/accounts.json"), configuration: configuration,
///   logger: logger)
/// try await server.run { ready in print(ready.url) }
/// ```
public struct LiveServer: Sendable {
  private let store: any LiveStore
  private let configuration: ServerConfiguration
  private let desk: AccessDesk
  private let logger: Logger

  /// Reads the accounts.
  /// - Throws: ``WebError`` where they can't be read.
  public init(
    store: any LiveStore, accounts: AccountFile, configuration: ServerConfiguration, logger: Logger
  ) throws(WebError) {
    self.store = store
    self.configuration = configuration
    desk = try AccessDesk(file: accounts, now: configuration.now)
    self.logger = logger
  }

  /// Whether it can serve: before cameras are opened and an administrator is made whom nobody would learn of.
  /// - Throws: ``WebError`` where the address can't be listened at, or the certificate is of no use.
  public func check() throws(WebError) {
    _ = try configuration.certificate?.configuration(atMilliseconds: configuration.now())
    do throws(WebError) {
      try configuration.address.check()
    } catch {
      throw WebError((configuration.addressPlace.map { "\($0): " } ?? "") + error.description, error.kind)
    }
  }

  /// Serves until SIGINT or SIGTERM, or until the task is cancelled.
  /// - Parameter onReady: called once, when requests are answered.
  /// - Throws: ``WebError`` where the address can't be listened at, or the certificate is of no use.
  public func run(onReady: @escaping @Sendable (ServerReady) -> Void) async throws {
    try check()
    // Who connects and asks nothing is sent away; a stream that is being answered is not idle.
    let plain = HTTPServerBuilder.http1(configuration: .init(idleTimeout: .seconds(60)))
    let server =
      if let files = configuration.certificate {
        try HTTPServerBuilder.tls(
          plain, tlsConfiguration: files.configuration(atMilliseconds: configuration.now()))
      } else {
        plain
      }
    let administrator = try await desk.makeFirstAdministrator()
    let address = configuration.address
    let application = Application(
      responder: site, server: server,
      configuration: ApplicationConfiguration(address: .hostname(address.host, port: address.port)),
      onServerRunning: { channel in
        onReady(ready(port: channel.localAddress?.port ?? address.port, administrator))
      },
      logger: logger)
    do {
      try await application.runService()
    } catch let error as IOError {
      throw WebError(cannotListenAt: address, code: error.errnoCode)
    }
  }

  /// Answers requests; tests ask it without a socket.
  var site: LiveSite {
    LiveSite(
      routes: Routes.all(store: store, desk: desk, chartFolder: configuration.chartFolder, logger: logger),
      desk: desk, log: AccessLog(folder: configuration.stateFolder, logger: logger),
      isSecure: configuration.certificate != nil)
  }

  /// The administrator that was made because there was no account.
  func makeFirstAdministrator() async throws -> Credentials? { try await desk.makeFirstAdministrator() }

  private func ready(port: Int, _ administrator: Credentials?) -> ServerReady {
    let isOpen = !configuration.address.isLoopback && configuration.certificate == nil
    return ServerReady(
      url: configuration.address.url(port: port, isSecure: configuration.certificate != nil), port: port,
      firstAdministrator: administrator.map { ($0.name, $0.password) },
      warning: isOpen
        ? "other machines can connect to \(configuration.address), and without a certificate passwords cross the "
          + "network in the clear" : nil)
  }
}
