public import FootfallAnalytics
internal import FootfallCore

/// Visits to zones, schema `footfall.visits/1`.
public struct VisitFeed: Sendable {
  /// A visit with its place in wall-clock time.
  public struct Entry: Hashable, Sendable {
    /// The id of the camera.
    public var camera: String
    /// The visit.
    public var visit: Visit
    /// When it began, in milliseconds since 1970 UTC.
    public var enterMilliseconds: Int64
    /// When it ended.
    public var exitMilliseconds: Int64
    /// Whether the visitor works here; nil where that is not known.
    public var isStaff: Bool?

    /// Creates an entry.
    public init(
      camera: String, visit: Visit, enterMilliseconds: Int64, exitMilliseconds: Int64, isStaff: Bool?
    ) {
      self.camera = camera
      self.visit = visit
      self.enterMilliseconds = enterMilliseconds
      self.exitMilliseconds = exitMilliseconds
      self.isStaff = isStaff
    }
  }

  private let header: FeedHeader
  private let entries: [Entry]

  /// Creates a feed of visits in the order given.
  public init(header: FeedHeader, entries: [Entry]) {
    self.header = header
    self.entries = entries
  }

  /// The feed as JSON, one visit a line.
  public func json() -> [UInt8] {
    var document = FeedDocument(schema: "footfall.visits/1", header: header)
    document.add("visits", entries) { entry, row in
      row.add("camera", entry.camera)
      row.add("zone", entry.visit.zone)
      row.add("track", entry.visit.track.number)
      row.add("enter", milliseconds: entry.enterMilliseconds)
      row.add("exit", milliseconds: entry.exitMilliseconds)
      row.add("dwellSeconds", entry.visit.dwell.inSeconds, decimals: 3)
      row.add("insideSeconds", entry.visit.inside.inSeconds, decimals: 3)
      row.add("end", entry.visit.end.rawValue)
      row.add("censored", entry.visit.isCensored)
      row.add("staff", entry.isStaff)
    }
    return document.finished()
  }

  /// The feed as CSV with a header row.
  public func csv() -> [UInt8] {
    var writer = CSVWriter(header: [
      "camera", "zone", "track", "enter", "exit", "dwellSeconds", "insideSeconds", "end", "censored", "staff",
    ])
    for entry in entries {
      writer.add(text: entry.camera)
      writer.add(text: entry.visit.zone)
      writer.add(entry.visit.track.number)
      writer.add(text: header.time(entry.enterMilliseconds))
      writer.add(text: header.time(entry.exitMilliseconds))
      writer.add(entry.visit.dwell.inSeconds, decimals: 3)
      writer.add(entry.visit.inside.inSeconds, decimals: 3)
      writer.add(text: entry.visit.end.rawValue)
      writer.add(entry.visit.isCensored)
      writer.add(entry.isStaff)
      writer.endRow()
    }
    return writer.bytes
  }
}
