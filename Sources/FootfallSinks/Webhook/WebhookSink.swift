internal import AsyncHTTPClient
internal import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import Synchronization

/// Posts each message to an address: 2xx means taken, 4xx (but for 408 and 429) never, everything else later.
public final class WebhookSink: EventSink {
  /// For the connection, and for the answer.
  private static let patience = TimeAmount.seconds(10)
  /// A receiver may ask for this much, whatever it says in `Retry-After`.
  private static let longestPauseSeconds = 3600

  private let webhook: Webhook
  private let store: String
  private let agent: String
  private let now: @Sendable () -> Int64
  private let client: HTTPClient

  /// Creates a sink.
  /// - Parameters:
  ///   - store: the id of the store, told in `X-Footfall-Store`.
  ///   - version: of this program.
  ///   - now: tells the time in milliseconds since 1970 UTC.
  public init(
    _ webhook: Webhook, store: String, version: String, now: @escaping @Sendable () -> Int64
  ) {
    self.webhook = webhook
    self.store = store
    self.now = now
    agent = "footfall/\(version)"
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow, timeout: .init(connect: .seconds(5), read: Self.patience))
    configuration.httpVersion = .http1Only
    configuration.connectionPool.retryConnectionEstablishment = false
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }

  /// The webhook's.
  public var id: String { webhook.id }
  /// As it was given.
  public var types: Set<SinkMessageType> { webhook.types }
  /// One, so that a message that is refused takes no other along.
  public var portion: Int { 1 }

  /// Closes all connections.
  public func stop() { client.shutdown { _ in } }

  /// Posts one message after the other until one is not taken.
  public func deliver(_ messages: [SinkMessage]) -> Delivery {
    for message in messages {
      let outcome = post(message)
      guard outcome == .accepted else { return outcome }
    }
    return .accepted
  }

  private func post(_ message: SinkMessage) -> Delivery {
    do {
      let request = try request(for: message)
      let head = try client.execute(
        request: request, delegate: HeadReader(), deadline: .now() + Self.patience
      )
      .futureResult.wait()
      guard let head else { return .failed(reason: "gave no answer") }
      return Self.delivery(
        status: Int(head.status.code), retryAfter: head.headers.first(name: "Retry-After"))
    } catch {
      return .failed(reason: Self.reason(error))
    }
  }

  private func request(for message: SinkMessage) throws -> HTTPClient.Request {
    let body = Array((message.content?.json ?? "").utf8)
    let seconds = now() / 1000
    var headers = HTTPHeaders([
      ("Content-Type", "application/json"), ("User-Agent", agent), ("Idempotency-Key", message.id),
      ("X-Footfall-Store", store), ("X-Footfall-Event", message.content?.type.rawValue ?? ""),
      ("X-Footfall-Timestamp", "\(seconds)"),
    ])
    if let secret = webhook.secret {
      headers.add(
        name: "X-Footfall-Signature", value: WebhookSignature.of(body, seconds: seconds, secret: secret))
    }
    return try HTTPClient.Request(
      url: webhook.url, method: .POST, headers: headers, body: .bytes(body))
  }

  /// What a status means for a message.
  static func delivery(status: Int, retryAfter: String?) -> Delivery {
    switch status {
    case 200..<300: return .accepted
    case 408, 429: break
    case 400..<500: return .refused(reason: "answered \(status)")
    default: break
    }
    let pause = retryAfter.flatMap { Int($0) }.map { min(max($0, 0), longestPauseSeconds) }
    return .failed(reason: "answered \(status)", pause: pause.map { .seconds($0) })
  }

  /// In words that hold nothing of the address but its host.
  private static func reason(_ error: any Error) -> String {
    switch error {
    case let error as HTTPClientError: error.shortDescription.lowercased()
    case let error as NIOConnectionError: "cannot connect to \(error.host) port \(error.port)"
    case let error as IOError:
      "the connection failed: \(String(cString: strerror(error.errnoCode)).lowercased())"
    default: "the connection failed (\(type(of: error)))"
    }
  }
}

/// Keeps the head of an answer and lets its body pass.
private final class HeadReader: HTTPClientResponseDelegate {
  private let head = Mutex<HTTPResponseHead?>(nil)

  func didReceiveHead(
    task: HTTPClient.Task<HTTPResponseHead?>, _ head: HTTPResponseHead
  ) -> EventLoopFuture<Void> {
    self.head.withLock { $0 = head }
    return task.eventLoop.makeSucceededVoidFuture()
  }

  func didFinishRequest(task: HTTPClient.Task<HTTPResponseHead?>) throws -> HTTPResponseHead? {
    head.withLock(\.self)
  }
}
