import FootfallCore
import FootfallExport
import FootfallPipeline
import FootfallStore

/// Writes what an analysis finds frame by frame into files that appear when the whole run is done.
struct ResultSink: AnalysisSink {
  private let tracks: OutputStreamFile
  private let detections: OutputStreamFile?
  /// The track log for the database; nil when there is none.
  private let log: TrackLog?

  /// The track log as it grows; shared by the copies of a sink.
  private final class TrackLog {
    private var writer = TrackLogWriter()
    private var chunks: [TrackLogChunk] = []

    func append(_ tracks: [TrackSnapshot], in stamp: FrameStamp) {
      if stamp.duration > .zero { writer.append(tracks, in: stamp) } else { writer.pass(stamp) }
      chunks += writer.drain()
    }

    func finish() -> [TrackLogChunk] { chunks + writer.finish() }
  }

  init(camera: String, folder: OutputFolder, writesDetections: Bool, storesTracks: Bool) throws {
    tracks = try folder.stream(named: ResultFileName.tracks(camera: camera))
    detections =
      writesDetections ? try folder.stream(named: ResultFileName.detections(camera: camera)) : nil
    log = storesTracks ? TrackLog() : nil
  }

  /// The track log, once everything was written; empty where none is kept.
  func finishedTracks() -> [TrackLogChunk] { log?.finish() ?? [] }

  mutating func write(tracks snapshots: [TrackSnapshot], in stamp: FrameStamp) throws {
    for snapshot in snapshots where snapshot.state == .confirmed {
      try tracks.append { MOTRowFormatter.append(snapshot, frame: stamp.number, to: &$0) }
    }
    log?.append(snapshots, in: stamp)
  }

  mutating func write(detections people: [Detection], frame: Int) throws {
    guard let detections else { return }
    for person in people {
      try detections.append { MOTRowFormatter.append(person, frame: frame, to: &$0) }
    }
  }
}
