import FootfallAnalytics
import FootfallCore
import FootfallExport
import FootfallPipeline
import FootfallStore

/// Where the people at one camera stood, from the track log of the recordings in some time.
struct CameraHeat {
  let camera: String
  /// The scene of the latest of these recordings.
  let scene: CameraScene
  /// The picture.
  let size: PixelSize
  /// The squares on which time is added up.
  let cells: HeatCells
  /// The time from the first recording to the last, as far as it is wanted, in milliseconds since 1970 UTC.
  let span: Range<Int64>
  private let database: EventStore
  private let runs: [StoredRun]

  /// Finds the recordings.
  /// - Throws: ``CommandError`` where there are none with a track log, or pictures are not of one size.
  init(camera: String, in source: ExportSource) throws {
    let runs = try Self.runs(of: camera, in: source)
    let logged = runs.filter(\.hasTrackLog)
    if let bare = runs.first, logged.isEmpty {
      throw CommandError(
        "cannot map \(source.database.path): the recording of camera \(camera) (\(bare.recording.source)) has no "
          + "track log; analyse it again with --db", .badData)
    }
    if logged.count < runs.count {
      Warning.print(
        "camera \(camera): \(runs.count - logged.count) of \(runs.count) recordings have no track log (any more) and "
          + "are not on the map")
    }
    try self.init(camera, source, logged, isOnPicture: false)
  }

  /// What is known by now of a camera that goes on, in pictures as large as they are now; nil where nothing is.
  /// - Parameter isOnPicture: whether time is added up on squares of the picture, even where there is a floor.
  static func known(
    camera: String, in source: ExportSource, isOnPicture: Bool = false
  ) throws -> CameraHeat? {
    let runs = try runs(of: camera, in: source).filter(\.hasTrackLog)
    guard let size = runs.last?.recording.size else { return nil }
    return try CameraHeat(
      camera, source, runs.filter { $0.recording.size == size }, isOnPicture: isOnPicture)
  }

  private static func runs(of camera: String, in source: ExportSource) throws -> [StoredRun] {
    try source.database.runs(store: source.summary.id).filter {
      $0.isCurrent && $0.recording.camera == camera && $0.milliseconds.overlaps(source.milliseconds)
    }
  }

  private init(_ camera: String, _ source: ExportSource, _ runs: [StoredRun], isOnPicture: Bool) throws {
    self.camera = camera
    self.runs = runs
    database = source.database
    guard let latest = runs.last else {
      throw CommandError("\(database.path) has no recording of camera \(camera) in the time wanted", .badData)
    }
    if let other = runs.first(where: { $0.recording.size != latest.recording.size }) {
      let (a, b) = (other.recording.size, latest.recording.size)
      throw CommandError(
        "camera \(camera) has pictures of \(a.width)x\(a.height) and \(b.width)x\(b.height) pixels in the time "
          + "wanted; choose a time in which they are of one size", .badData)
    }
    scene = latest.scene
    size = latest.recording.size
    cells =
      isOnPicture
      ? .picture(HeatmapGrid(covering: size, parameters: AnalyticsParameters()))
      : HeatCells(scene: scene, size: size)
    let start = runs.map(\.milliseconds.lowerBound).min() ?? 0
    let end = runs.map(\.milliseconds.upperBound).max() ?? 0
    span = (start..<end).clamped(to: source.milliseconds)
  }

  /// Adds up the time of people in each square, by the names of stretches; those of which nothing was seen are left out.
  /// - Throws: ``AnalysisCancelled``, or an error of the store.
  func tallies(_ stretches: ClockStretches) throws -> [(label: String, tally: HeatTally)] {
    let progress = ProgressReporter(camera, totals: runs.map { $0.recording.frames })
    defer { progress.finish() }
    let tallies = try all(stretches) { progress.update(part: $0, frames: $1) }
    return zip(stretches.labels, tallies).filter { $0.1.observedSeconds > 0 }.map { ($0, $1) }
  }

  /// Adds up the time of people in each square over all of it.
  /// - Throws: as ``tallies(_:)``.
  func tally() throws -> HeatTally { try all(ClockStretches(whole: span))[0] }

  /// Adds up the time of people in each square, a tally for each name of stretches, seen or not.
  /// - Throws: as ``tallies(_:)``.
  func all(
    _ stretches: ClockStretches, progress: (_ part: Int, _ frames: Int) -> Void = { _, _ in }
  ) throws -> [HeatTally] {
    var tallies = stretches.labels.map { _ in HeatTally(count: cells.count) }
    for (part, run) in runs.enumerated() {
      try add(run, to: &tallies, stretches) { progress(part, $0) }
    }
    return tallies
  }

  private func add(
    _ run: StoredRun, to tallies: inout [HeatTally], _ stretches: ClockStretches,
    progress: (_ frames: Int) -> Void
  ) throws {
    var (stretch, frames) = (0, 0)
    do {
      try database.forEachTrackStretch(ofRun: run.id) { log in
        if Interrupt.flag.isCancelled { throw AnalysisCancelled() }
        for (index, stamp) in log.frames.enumerated() {
          let instant = run.recording.startMilliseconds + stamp.time.nanoseconds / 1_000_000
          guard span.contains(instant), let current = stretches.stretch(at: instant, from: stretch) else {
            continue
          }
          stretch = current
          let (label, seconds) = (stretches.label(of: current), stamp.duration.inSeconds)
          tallies[label].observe(seconds)
          for person in log.people(inFrameAt: index) where person.isConfirmed {
            if let cell = cells.index(ofFoot: person.foot) { tallies[label].add(seconds, at: cell) }
          }
        }
        frames += log.frames.count
        progress(frames)
      }
    } catch {
      // Whatever the store made of the interruption.
      if Interrupt.flag.isCancelled { throw AnalysisCancelled() }
      throw error
    }
  }
}
