public import FootfallAnalytics
internal import FootfallCore

/// Writes events as lines of JSON, the form of `events.jsonl` (schema `footfall.event/1`).
///
/// Keys come in a fixed order, numbers with fixed decimals, and the id is that of ``EventID``: the same event gives
/// the same bytes in every run. May be used from any thread.
public struct EventLineFormatter: Sendable {
  private let store: String
  private let camera: String
  private let clock: WallClock
  private let cameraJSON: [UInt8]

  /// Creates a formatter for the events of one camera.
  /// - Parameters:
  ///   - store: the id of the store, part of each event's id.
  ///   - camera: the id of the camera.
  ///   - clock: when the recording began.
  public init(store: String, camera: String, clock: WallClock) {
    self.store = store
    self.camera = camera
    self.clock = clock
    var text = TextBuffer(capacity: 32)
    text.append(json: camera)
    cameraJSON = text.bytes
  }

  /// The id of an event.
  public func id(of event: Event) -> EventID {
    EventID(of: event, store: store, camera: camera, startMilliseconds: clock.startMilliseconds)
  }

  /// The id of what is told before a crossing has settled.
  public func id(of notice: CrossingNotice) -> EventID {
    EventID(of: notice, store: store, camera: camera, startMilliseconds: clock.startMilliseconds)
  }

  /// Appends one event and a line feed.
  public func append(_ event: Event, to text: inout TextBuffer) {
    append(id(of: event), event.typeName, event, to: &text)
    append(particularsOf: event, to: &text)
    text.append(literal: "}\n")
  }

  /// Appends what is told before a crossing has settled (schema `footfall.crossing-notice/1`), and a line feed.
  public func append(_ notice: CrossingNotice, to text: inout TextBuffer) {
    let event = Event.crossing(notice.crossing)
    append(id(of: notice), notice.typeName, event, to: &text)
    append(particularsOf: event, to: &text)
    if case .withdrawn(let crossing) = notice {
      text.append(literal: ",\"provisional\":\"")
      text.append(id(of: .provisional(crossing)).description)
      text.append(literal: "\"")
    }
    text.append(literal: "}\n")
  }

  private func append(_ id: EventID, _ type: StaticString, _ event: Event, to text: inout TextBuffer) {
    text.append(literal: "{\"id\":\"")
    text.append(id.description)
    text.append(literal: "\",\"type\":\"")
    text.append(literal: type)
    text.append(literal: "\",\"camera\":")
    text.append(contentsOf: cameraJSON)
    text.append(literal: ",\"time\":\"")
    clock.append(iso8601At: event.time, to: &text)
    text.append(literal: "\",\"mediaSeconds\":")
    text.append(event.time.nearestMillisecond, decimals: 3)
    text.append(literal: ",\"frame\":")
    text.append(event.frame)
    text.append(literal: ",\"track\":")
    text.append(event.track.number)
  }

  private func append(particularsOf event: Event, to text: inout TextBuffer) {
    switch event {
    case .crossing(let crossing):
      text.append(literal: ",\"line\":")
      text.append(json: crossing.line)
      text.append(literal: ",\"direction\":\"")
      text.append(crossing.direction.rawValue)
      text.append(literal: "\"")
    case .zoneEnter(let visit):
      text.append(literal: ",\"zone\":")
      text.append(json: visit.zone)
    case .zoneExit(let visit):
      text.append(literal: ",\"zone\":")
      text.append(json: visit.zone)
      text.append(literal: ",\"dwellSeconds\":")
      text.append(visit.dwellMilliseconds, decimals: 3)
      text.append(literal: ",\"end\":\"")
      text.append(visit.end.rawValue)
      text.append(literal: "\"")
    }
  }
}

extension Event {
  /// The event's type in files.
  var typeName: StaticString {
    switch self {
    case .crossing: "crossing"
    case .zoneEnter: "zoneEnter"
    case .zoneExit: "zoneExit"
    }
  }
}

extension CrossingNotice {
  /// The type of what is told, as other programs see it.
  fileprivate var typeName: StaticString {
    switch self {
    case .provisional: "crossingProvisional"
    case .withdrawn: "crossingWithdrawn"
    }
  }
}

extension Visit {
  /// The length of the stay in milliseconds, to the nearest.
  var dwellMilliseconds: Int64 { MediaTime(nanoseconds: dwell.wholeNanoseconds).nearestMillisecond }
}
