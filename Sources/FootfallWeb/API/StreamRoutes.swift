internal import AsyncAlgorithms
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import ServiceLifecycle

/// What happens, as server-sent events (WHATWG HTML, 9.2): `camera`, `event`, `provisional`, `alert`,
/// `layout` and `missed`.
struct StreamRoutes: Sendable {
  /// Keeps proxies from closing a quiet connection, and finds out that a reader has gone or is logged out.
  private static let heartbeat: Duration = .seconds(15)

  let store: any LiveStore
  let desk: AccessDesk
  let logger: Logger

  private enum Turn: Sendable {
    case update(LiveUpdate)
    case heartbeat
    /// The store has stopped.
    case end
  }

  var all: [Route] {
    [Route(.get, Routes.prefix + "/stream", .role(.viewer)) { try await stream($0) }]
  }

  private func stream(_ exchange: Exchange) async throws -> Response {
    let last = HTTPField.Name("Last-Event-ID").flatMap { exchange.request.headers[$0] }
    // Asked for before the present is read, so that nothing falls between.
    let (missed, updates) = await store.updates(since: last)
    var opening = "retry: 2000\n\n" + (await store.cameras()).map { EventText.of(.camera($0)) }.joined()
    if let missed {
      opening += missed.map(EventText.of).joined()
    } else if let last {
      opening += try await stored(withoutKnowing: last)
    }
    let beats = AsyncTimerSequence(interval: Self.heartbeat, clock: .continuous)
    let turns = merge(
      chain(updates.map { Turn.update($0) }, [Turn.end].async), beats.map { _ in Turn.heartbeat })
    let first = opening
    return Reply.stream(
      ResponseBody { writer in
        try await writer.write(ByteBuffer(string: first))
        turns: for try await turn in turns.cancelOnGracefulShutdown() {
          switch turn {
          case .update(let update): try await writer.write(ByteBuffer(string: EventText.of(update)))
          case .heartbeat:
            guard await isStillWelcome(exchange.key) else { break turns }
            try await writer.write(ByteBuffer(string: ": still here\n\n"))
          case .end: break turns
          }
        }
        try await writer.finish(nil)
      })
  }

  private func isStillWelcome(_ key: AccessKey) async -> Bool {
    await desk.principal(cookie: key.cookie, bearer: key.bearer, isUse: false) != nil
  }

  /// All events of the time in which one with this id happened, as after a restart, when it is not known what was told after
  /// it; none where it is older or unknown.
  private func stored(withoutKnowing id: String) async throws -> String {
    let now = desk.now()
    let bytes = try await store.events(
      HistoryQuery(milliseconds: now - Int64(LiveUpdate.patience / .milliseconds(1))..<now + 1))
    let events = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    let ids = events.map { EventText.id(ofLine: $0) ?? "" }
    guard ids.contains(id) else { return "" }
    return zip(ids, events).filter { $0.0 != id }.map { EventText.of(.event(id: $0, json: $1)) }.joined()
  }
}
