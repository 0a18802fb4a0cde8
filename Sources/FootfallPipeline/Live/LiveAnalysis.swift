internal import FootfallAnalytics
internal import FootfallCore
internal import FootfallTracking
internal import FootfallVision

/// Follows the people at one live camera from look to look, as ``FootageAnalysis`` does in a recording.
struct LiveAnalysis {
  private var collector: FrameCollector<TrackRows>
  private let slot = FrameSlot()
  private let picture = FrameBuffers(input: nil)
  private let framesPerSecond: Double?
  private let risk: LookRisk
  private let lookInterval: Duration
  private var motions: [TrackMotion] = []

  /// - Parameters:
  ///   - lookInterval: the usual time between two looks, as wanted.
  ///   - framesPerSecond: as the camera declares it.
  init(
    size: PixelSize, lookInterval: Duration, framesPerSecond: Double?, tracker: TrackerParameters,
    analyzer: CameraAnalyzer
  ) {
    self.framesPerSecond = framesPerSecond
    self.lookInterval = lookInterval
    risk = LookRisk(fullSize: size)
    collector = FrameCollector(
      tracker: Tracker(parameters: tracker, pictureSize: size), lookahead: nil, analyzer: analyzer,
      sink: TrackRows(),
      fullSize: size, nominalInterval: lookInterval)
  }

  /// Whether the last look showed nobody.
  private(set) var isEmpty = true

  /// Whether people may be lost or exchanged if the next look comes no sooner than usual.
  private(set) var isUrgent = false

  /// Everybody followed, in the picture of the last look.
  var people: [TrackSnapshot] { collector.snapshots }

  /// Takes in a look.
  /// - Parameters:
  ///   - people: in pixels of the camera.
  ///   - input: what was looked at; its picture is copied.
  /// - Returns: what has become known by it.
  mutating func take(_ people: [Detection], in input: DetectorInput, of frame: CameraPicture) throws
    -> LiveMoment
  {
    input.copyContent(into: picture.picture)
    slot.buffers = picture
    slot.number = frame.number
    slot.time = MediaTime(nanoseconds: frame.mediaNanoseconds)
    try picture.cells.fill(from: input)
    try collector.collect(picture.cells.isBlank ? .blank : .seen(isWhole: true), people, of: slot)
    isEmpty = people.isEmpty
    collector.tracker.motions(into: &motions)
    // In the dark nobody is looked for.
    isUrgent = !picture.cells.isBlank && risk.isHigh(motions, interval: lookInterval)
    return news(inZones: collector.analyzer.inZones)
  }

  /// What the camera shows, as JPEG.
  /// - Parameters:
  ///   - isEmpty: whether without people; else so coarse that nobody can be made out.
  ///   - size: the camera's full resolution.
  func still(isEmpty: Bool, size: PixelSize) throws(VisionError) -> [UInt8] {
    if isEmpty { return try collector.background.picture(fullSize: size).jpeg(quality: 85) }
    return try picture.picture.scaled(toWidth: Self.coarseWidth).jpeg(quality: 85)
  }

  /// A person of a tenth of the picture's height is three pixels high.
  private static let coarseWidth = 40

  /// What was counted so far, minute by minute and in all.
  func interim() -> (result: CameraResult, series: [[IntervalResult]]) { collector.analyzer.interim() }

  /// Ends the recording.
  mutating func finish() throws -> (summary: FootageSummary, rest: LiveMoment) {
    let summary = try collector.finish(framesPerSecond: framesPerSecond, duration: nil)
    return (summary, news(inZones: []))
  }

  private mutating func news(inZones: [Int]) -> LiveMoment {
    LiveMoment(
      rows: collector.sink.take(), events: collector.takeEvents(), notices: collector.takeNotices(),
      inZones: inZones)
  }
}

/// Keeps the tracks of frames until they are taken.
final class TrackRows: AnalysisSink {
  private var rows: [LiveMoment.Row] = []

  func write(tracks: [TrackSnapshot], in stamp: FrameStamp) {
    rows.append(LiveMoment.Row(stamp: stamp, tracks: tracks))
  }

  func write(detections: [Detection], frame: Int) {}

  func take() -> [LiveMoment.Row] {
    defer { rows.removeAll() }
    return rows
  }
}
