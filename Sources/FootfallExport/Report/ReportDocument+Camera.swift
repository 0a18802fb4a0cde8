internal import FootfallAnalytics
internal import FootfallCore

extension ReportDocument {
  /// What was counted and timed at one camera.
  public struct Camera: Codable, Hashable, Sendable {
    /// Where to find the picture of where people spent their time, and its numbers.
    public struct Heatmap: Codable, Hashable, Sendable {
      /// The picture's file, beside the report.
      public var image: String
      /// The file with the numbers, person-seconds in rows and columns.
      public var data: String
      /// Cells in a row.
      public var columns: Int
      /// Rows of cells.
      public var rows: Int
      /// The side of a cell, in source pixels.
      public var cellPixels: Int
    }

    /// How often people went from zone to zone.
    public struct Transitions: Codable, Hashable, Sendable {
      /// The zone ids, in the order of the scene.
      public var zones: [String]
      /// Counts: row 0 is coming into view, row i + 1 zone i; column i is zone i, the last one leaving the view.
      public var counts: [[Int]]
    }

    /// The camera's id.
    public var id: String
    /// Where the pictures came from, without credentials.
    public var source: String
    /// Source pixels in a row.
    public var width: Int
    /// Rows of source pixels.
    public var height: Int
    /// Frames decoded.
    public var frames: Int
    /// The source's rate.
    public var framesPerSecond: Double
    /// The instant of the first frame, ISO 8601.
    public var start: String
    /// The instant at which the last frame ends, ISO 8601.
    public var end: String
    /// Seconds that could be seen / seconds of media, 0 to 1.
    public var coverage: Double
    /// Confirmed people (tracks); null where nothing of the recording could be seen, as all counts.
    @Nullable public var people: Int?
    /// How many of them work here.
    @Nullable public var staff: Int?
    /// How many of the staff wear its uniform; null where none is named.
    @Nullable public var staffInUniform: Int?
    /// Who came in over entrances; null without such a line.
    @Nullable public var entries: Entries?
    /// People at passers-by lines who did not enter; null without such a line.
    @Nullable public var passersby: Int?
    /// trafficIn / (trafficIn + passersby), 0 to 1; null without a passers-by line or when nobody came.
    @Nullable public var captureRate: Double?
    /// Counts by line.
    public var lines: [Line]
    /// Visits by zone.
    public var zones: [Zone]
    /// Waiting by zone of kind `queue`; empty where there is none.
    public var queues: [Queue]
    /// The way from zone to zone; null where nothing of the recording could be seen.
    @Nullable public var transitions: Transitions?
    /// Where the time was spent.
    public var heatmap: Heatmap
    /// What was measured on the floor plan; null without a map of it, or where nothing could be seen.
    @Nullable public var floor: Floor?
    /// Counts by interval, in time order without holes.
    public var series: [Interval]

    init(_ recording: CameraRecording) {
      let (info, result) = (recording.info, recording.result)
      id = info.camera
      source = SourceAddress.withoutCredentials(info.source)
      width = info.size.width
      height = info.size.height
      frames = info.frames
      framesPerSecond = Fixed.rounded(info.framesPerSecond, decimals: 6)
      start = info.clock.iso8601(at: .zero)
      end = info.clock.iso8601(at: info.end)
      coverage = Fixed.rounded(info.coverage, decimals: 6)
      let isSeen = info.coverage > 0
      people = isSeen ? result.people : nil
      staff = isSeen ? result.staff.count : nil
      staffInUniform = isSeen ? result.uniformed?.count : nil
      entries = (isSeen ? result.entries : nil).map { Entries($0) }
      passersby = isSeen && result.hasPassersbyLine ? result.passersby : nil
      captureRate = result.captureRate.map { Fixed.rounded($0, decimals: 6) }
      lines = result.lines.map { Line($0, clock: info.clock, isSeen: isSeen) }
      zones = result.zones.map { Zone($0, isSeen: isSeen) }
      queues = result.queues.map { Queue($0, isSeen: isSeen) }
      transitions =
        isSeen ? Transitions(zones: result.transitions.zones, counts: result.transitions.counts) : nil
      heatmap = Heatmap(result.heatmap, camera: info.camera)
      floor = (isSeen ? result.floor : nil).map { Floor($0, camera: info.camera) }
      series = result.intervals.map { Interval($0, scene: result.scene, clock: info.clock) }
    }
  }
}

extension ReportDocument.Camera.Heatmap {
  fileprivate init(_ grid: HeatmapGrid, camera: String) {
    image = ResultFileName.heatmapImage(camera: camera)
    data = ResultFileName.heatmapTable(camera: camera)
    columns = grid.columns
    rows = grid.rows
    cellPixels = grid.cellPixels
  }
}

extension CameraResult {
  /// Whether the scene counts people who pass by.
  var hasPassersbyLine: Bool { scene.lines.contains { $0.kind == .passersby } }
}
