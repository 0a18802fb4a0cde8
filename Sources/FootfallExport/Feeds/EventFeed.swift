public import FootfallAnalytics
public import FootfallCore

/// Events, schema `footfall.events/1`: those of `events.jsonl` with the same ids and keys.
public struct EventFeed: Sendable {
  /// An event with its name and its place in wall-clock time.
  public struct Entry: Hashable, Sendable {
    /// What happened.
    public enum Detail: Hashable, Sendable {
      /// A line was crossed.
      case crossing(line: String, direction: CountingLine.Direction)
      /// A visit began.
      case zoneEnter(zone: String)
      /// A visit ended.
      case zoneExit(zone: String, dwell: Duration, end: Visit.End)
    }

    /// The event's name.
    public var id: EventID
    /// The id of the camera.
    public var camera: String
    /// When it happened, in milliseconds since 1970 UTC.
    public var milliseconds: Int64
    /// When it happened, in media time of its recording.
    public var time: MediaTime
    /// The frame, from 1.
    public var frame: Int
    /// Whom it concerns.
    public var track: TrackID
    /// What happened.
    public var detail: Detail

    /// Creates an entry.
    public init(
      id: EventID, camera: String, milliseconds: Int64, time: MediaTime, frame: Int, track: TrackID,
      detail: Detail
    ) {
      self.id = id
      self.camera = camera
      self.milliseconds = milliseconds
      self.time = time
      self.frame = frame
      self.track = track
      self.detail = detail
    }
  }

  private let header: FeedHeader
  private let entries: [Entry]

  /// Creates a feed of events in the order given.
  public init(header: FeedHeader, entries: [Entry]) {
    self.header = header
    self.entries = entries
  }

  /// The feed as JSON, one event a line; keys that an event's type does not have are left out.
  public func json() -> [UInt8] {
    var document = FeedDocument(schema: "footfall.events/1", header: header)
    document.add("events", entries) { entry, row in entry.fill(&row) }
    return document.finished()
  }

  /// The events alone as lines of JSON, schema `footfall.event/1`.
  public func lines() -> [UInt8] {
    var text = TextBuffer(capacity: 256 * entries.count)
    for entry in entries {
      FeedDocument.append(entry, to: &text, header: header) { $0.fill(&$1) }
      text.append(literal: "\n")
    }
    return text.bytes
  }

  /// The feed as CSV with a header row; cells that an event's type does not have are empty.
  public func csv() -> [UInt8] {
    var writer = CSVWriter(header: [
      "id", "type", "camera", "time", "mediaSeconds", "frame", "track", "line", "direction", "zone",
      "dwellSeconds", "end",
    ])
    for entry in entries {
      writer.add(text: entry.id.description)
      writer.add(text: entry.type)
      writer.add(text: entry.camera)
      writer.add(text: header.time(entry.milliseconds))
      writer.add(entry.time.secondsToMillisecond, decimals: 3)
      writer.add(entry.frame)
      writer.add(entry.track.number)
      writer.add(text: entry.line)
      writer.add(text: entry.direction?.rawValue)
      writer.add(text: entry.zone)
      writer.add(entry.dwell?.inSeconds, decimals: 3)
      writer.add(text: entry.end?.rawValue)
      writer.endRow()
    }
    return writer.bytes
  }
}

extension EventFeed.Entry {
  fileprivate func fill(_ row: inout FeedDocument.Row) {
    row.add("id", id.description)
    row.add("type", type)
    row.add("camera", camera)
    row.add("time", milliseconds: milliseconds)
    row.add("mediaSeconds", time.secondsToMillisecond, decimals: 3)
    row.add("frame", frame)
    row.add("track", track.number)
    switch detail {
    case .crossing(let line, let direction):
      row.add("line", line)
      row.add("direction", direction.rawValue)
    case .zoneEnter(let zone):
      row.add("zone", zone)
    case .zoneExit(let zone, let dwell, let end):
      row.add("zone", zone)
      row.add("dwellSeconds", dwell.inSeconds, decimals: 3)
      row.add("end", end.rawValue)
    }
  }

  fileprivate var type: String {
    switch detail {
    case .crossing: "crossing"
    case .zoneEnter: "zoneEnter"
    case .zoneExit: "zoneExit"
    }
  }

  fileprivate var line: String? {
    if case .crossing(let line, _) = detail { return line }
    return nil
  }

  fileprivate var direction: CountingLine.Direction? {
    if case .crossing(_, let direction) = detail { return direction }
    return nil
  }

  fileprivate var zone: String? {
    switch detail {
    case .crossing: nil
    case .zoneEnter(let zone), .zoneExit(let zone, _, _): zone
    }
  }

  fileprivate var dwell: Duration? {
    if case .zoneExit(_, let dwell, _) = detail { return dwell }
    return nil
  }

  fileprivate var end: Visit.End? {
    if case .zoneExit(_, _, let end) = detail { return end }
    return nil
  }
}
