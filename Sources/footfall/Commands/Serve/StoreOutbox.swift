import FootfallAnalytics
import FootfallExport
import FootfallSinks
import FootfallStore

/// The outbox of a running store: what waits in its database, as JSON, and after it what is only passing.
struct StoreOutbox: Outbox {
  let database: EventStore
  let header: FeedHeader
  let passing: PassingMessages

  func messages(for sink: String, limit: Int) throws -> [SinkMessage] {
    let stored = try database.outbox(of: sink, limit: limit).map { entry in
      SinkMessage(
        number: entry.number, id: entry.id, writtenMilliseconds: entry.writtenMilliseconds,
        content: entry.content.map(content))
    }
    return stored.isEmpty ? passing.messages(for: sink, limit: limit) : stored
  }

  func take(through number: Int64, by sink: String) throws {
    if number >= PassingMessages.firstNumber {
      passing.take(through: number, by: sink)
    } else {
      try database.take(through: number, by: sink)
    }
  }

  private func content(_ content: OutboxEntry.Content) -> SinkMessage.Content {
    switch content {
    case .alert(let alert): .init(type: alert.isRaised ? .alertRaised : .alertCleared, json: alert.json)
    case .event(let event):
      .init(type: SinkMessageType(event.detail), json: Self.line(of: event, header))
    }
  }

  private static func line(of event: StoredEvent, _ header: FeedHeader) -> String {
    String(decoding: EventFeed(header: header, entries: [.init(event)]).lines().dropLast(), as: UTF8.self)
  }
}

extension SinkMessageType {
  init(_ notice: CrossingNotice) {
    switch notice {
    case .provisional: self = .crossingProvisional
    case .withdrawn: self = .crossingWithdrawn
    }
  }

  init(_ detail: StoredEvent.Detail) {
    switch detail {
    case .crossing: self = .crossing
    case .zoneEnter: self = .zoneEnter
    case .zoneExit: self = .zoneExit
    }
  }
}
