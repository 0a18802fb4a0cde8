internal import Foundation
internal import Hummingbird
internal import HummingbirdCore
public import Logging
internal import NIOCore

/// Serves the page on which a recording is audited, on this machine alone.
///
/// ```swift
/// let server = AuditServer(desk: desk, address: .anyFreePort, logger: logger)
/// try await server.run { url in print(url) }
/// ```
public struct AuditServer: Sendable {
  private let desk: AuditDesk
  private let address: ListenAddress
  private let access: AccessGuard
  private let logger: Logger

  /// Creates a server with a token of its own.
  public init(desk: AuditDesk, address: ListenAddress, logger: Logger) {
    self.desk = desk
    self.address = address
    access = AccessGuard(token: AccessGuard.randomToken())
    self.logger = logger
  }

  /// Serves until SIGINT or SIGTERM, or until the task is cancelled.
  /// - Parameter onReady: called once, with the address of the page, token included.
  /// - Throws: ``WebError`` where the address can't be listened at.
  public func run(onReady: @escaping @Sendable (_ url: String) -> Void) async throws {
    let application = Application(
      responder: AuditSite(access: access, desk: desk),
      configuration: ApplicationConfiguration(address: .hostname(address.host, port: address.port)),
      onServerRunning: { [address, access] channel in
        onReady(address.url(port: channel.localAddress?.port ?? address.port, path: access.token))
      },
      logger: logger)
    do {
      try await application.runService()
    } catch let error as IOError {
      throw WebError(cannotListenAt: address, code: error.errnoCode)
    }
  }
}
