public import FootfallAnalytics
public import FootfallCore
internal import Foundation
internal import GRDB

extension EventStore {
  /// Every analysis of the store's recordings, superseded ones too, ordered by camera, start and first writing.
  /// - Throws: ``StoreError``.
  public func runs(store: String) throws -> [StoredRun] {
    try read("read") { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT store.id AS store, store.timeZone, camera.id AS camera, recording.*, run.*,
            run.id AS runID, run.number IS recording.currentRun AS isCurrent, log.id AS logID,
            EXISTS (SELECT 1 FROM trackChunk WHERE trackChunk.run = log.number) AS hasTrackLog
          FROM run JOIN recording ON recording.number = run.recording
          JOIN run AS log ON log.number = ifnull(run.tracksFrom, run.number)
          JOIN camera ON camera.number = recording.camera JOIN store ON store.id = camera.store
          WHERE store.id = ? ORDER BY camera.id, recording.startMilliseconds, run.number
          """, arguments: [store]
      ).map { row in try StoredRun(row: row) }
    }
  }

  /// Reads the track log of a current run stretch by stretch, in order of frames.
  /// - Parameters:
  ///   - run: the run's id, from ``runs(store:)``.
  ///   - body: is given each stretch, which lies where the one before lay.
  /// - Throws: ``StoreError``, also when a chunk is damaged, and whatever `body` throws, translated.
  public func forEachTrackStretch(ofRun run: String, _ body: (TrackLogStretch) throws -> Void) throws {
    try read("read the track log of") { database in
      let cursor = try Row.fetchCursor(
        database,
        sql: """
          SELECT firstFrame, lastFrame, bytes
          FROM trackChunk JOIN run ON ifnull(run.tracksFrom, run.number) = trackChunk.run
          WHERE run.id = ? ORDER BY firstFrame
          """, arguments: [run])
      var stretch = TrackLogStretch()
      while let row = try cursor.next() {
        let bytes: Data = try row.value("bytes")
        let chunk = TrackLogChunk(
          firstFrame: try row.value("firstFrame"), lastFrame: try row.value("lastFrame"),
          bytes: [UInt8](bytes))
        try stretch.decode(chunk)
        try body(stretch)
      }
    }
  }

  /// The people of a current run who wear the uniform of the staff; empty where none was known.
  /// - Throws: ``StoreError``.
  public func uniformedTracks(ofRun run: String) throws -> Set<TrackID> {
    try read("read") { database in
      let numbers = try Int.fetchAll(
        database,
        sql: "SELECT track FROM uniformed JOIN run ON run.number = uniformed.run WHERE run.id = ?",
        arguments: [run])
      return Set(numbers.map { TrackID($0) })
    }
  }

  /// Has an analyzer take in the track log of a current run, frame by frame, as it once took in the tracks themselves.
  ///
  /// Seams need no mark of their own: there is one wherever the next frame comes so late that nobody can be followed. Where
  /// numbers are missing in the log of a film, frames were left out that show nothing; those of a stream leap from look to
  /// look.
  /// - Parameters:
  ///   - run: the run's id, from ``runs(store:)``.
  ///   - checkpoint: called after each stretch with the number of frames in it; an error that it throws ends the work.
  /// - Throws: as ``forEachTrackStretch(ofRun:_:)``.
  public func replay(
    run: String, into analyzer: inout CameraAnalyzer, checkpoint: (_ frames: Int) throws -> Void
  ) throws {
    let isLive = try isLive(run: run)
    var snapshots: [TrackSnapshot] = []
    var last = FrameStamp(number: 0, time: .zero, duration: .zero)
    try forEachTrackStretch(ofRun: run) { stretch in
      for (index, stamp) in stretch.frames.enumerated() {
        guard stamp.time >= last.time else { throw VarintReader.Damage() }
        if isLive || stamp.number == last.number + 1, stamp.time - last.time > Self.longestFrame {
          analyzer.seam()
        }
        last = stamp
        guard stamp.duration > .zero else {
          analyzer.pass(stamp)
          continue
        }
        snapshots.removeAll(keepingCapacity: true)
        for sample in stretch.people(inFrameAt: index) { snapshots.append(TrackSnapshot(sample)) }
        analyzer.observe(snapshots, in: stamp)
      }
      try checkpoint(stretch.frames.count)
    }
  }

  /// As in an analysis, but that the log's times of both frames may be off.
  private static let longestFrame = PresenceParameters().bridgedGap + TrackLogChunk.toleranceOfTime * 2

  private func isLive(run: String) throws -> Bool {
    try read("read") { database in
      let media = try String.fetchOne(
        database,
        sql: "SELECT media FROM recording JOIN run ON run.recording = recording.number WHERE run.id = ?",
        arguments: [run])
      return media == MediaFingerprint.live.text
    }
  }
}

extension TrackSnapshot {
  /// A box that stands where the person stood; the log does not keep its width or its score, and nothing is counted by
  /// them.
  fileprivate init(_ sample: TrackLogSample) {
    self.init(
      track: sample.track,
      box: BoundingBox(
        x: sample.foot.x, y: sample.foot.y - sample.heightPixels, width: 0, height: sample.heightPixels),
      score: 1, state: sample.isConfirmed ? .confirmed : .tentative, evidence: .observed)
  }
}

extension StoredRun {
  init(row: Row) throws {
    recording = Recording(
      store: try row.value("store"), timeZone: try row.value("timeZone"),
      camera: try row.value("camera"), source: try row.value("source"),
      media: MediaFingerprint(text: try row.value("media")),
      startMilliseconds: try row.value("startMilliseconds"),
      duration: .nanoseconds(try row.value("durationNanoseconds", Int64.self)),
      frames: try row.value("frames"), framesPerSecond: try row.value("framesPerSecond"),
      size: PixelSize(width: try row.value("width"), height: try row.value("height")))
    analysis = Analysis(
      model: try row.value("model"), engine: try row.value("engine"),
      precision: try row.value("precision"), tracking: try row.value("tracking"),
      generatorVersion: try row.value("generatorVersion"),
      metricVersion: try row.value("metricVersion"))
    id = try row.value("runID")
    isCurrent = try row.value("isCurrent")
    people = try row.value("people")
    writtenMilliseconds = try row.value("writtenMilliseconds")
    tracksFrom = try row.value("logID")
    hasTrackLog = try row.value("hasTrackLog")
    let snapshot: String = try row.value("scene")
    scene = try SceneSnapshot.scene(fromJSON: snapshot)
    geometryHash = GeometryVersion.hash(ofSnapshot: snapshot)
  }
}

extension Visit {
  init(row: Row) throws {
    self.init(
      track: TrackID(try row.value("track")), zone: try row.value("zone"),
      enterFrame: try row.value("enterFrame"), exitFrame: try row.value("exitFrame"),
      enter: MediaTime(nanoseconds: try row.value("enterNanoseconds")),
      exit: MediaTime(nanoseconds: try row.value("exitNanoseconds")),
      inside: .nanoseconds(try row.value("insideNanoseconds", Int64.self)),
      end: try row.word("ending"), wasUnderWay: try row.value("wasUnderWay"))
  }
}

extension StoredEvent {
  init(row: Row) throws {
    guard let hash = UInt128(try row.value("id", String.self), radix: 16) else {
      throw VarintReader.Damage()
    }
    id = EventID(hash)
    camera = try row.value("cameraID")
    milliseconds = try row.value("timeMilliseconds")
    time = MediaTime(nanoseconds: try row.value("mediaNanoseconds"))
    frame = try row.value("frame")
    track = TrackID(try row.value("track"))
    let place: String = try row.value("place")
    switch try row.value("type", String.self) {
    case "crossing": detail = .crossing(line: place, direction: try row.word("direction"))
    case "zoneEnter": detail = .zoneEnter(zone: place)
    case "zoneExit":
      detail = .zoneExit(
        zone: place, enter: MediaTime(nanoseconds: try row.value("enterNanoseconds")),
        inside: .nanoseconds(try row.value("insideNanoseconds", Int64.self)),
        end: try row.word("ending"))
    default: throw VarintReader.Damage()
    }
  }
}
