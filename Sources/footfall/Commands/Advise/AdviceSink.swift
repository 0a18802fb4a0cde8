import FootfallAnalytics
import FootfallCore
import FootfallPipeline

/// Gathers the paths of everybody whom an analysis follows, up to a moment.
struct AdviceSink: AnalysisSink {
  /// The moment has come: the analysis need not go on.
  struct EnoughSeen: Error {}

  /// The paths as they grow; shared by the copies of a sink.
  private final class Paths {
    var collector: PathCollector

    init(size: PixelSize) { collector = PathCollector(size: size) }
  }

  private let paths: Paths
  private let end: MediaTime?

  /// - Parameter end: frames from here on are not looked at; nil looks at all.
  init(size: PixelSize, end: MediaTime?) {
    paths = Paths(size: size)
    self.end = end
  }

  /// All paths, once everything was written.
  func finish() -> WalkedPaths { paths.collector.finish() }

  mutating func write(tracks: [TrackSnapshot], in stamp: FrameStamp) throws {
    if let end, stamp.time >= end { throw EnoughSeen() }
    paths.collector.observe(tracks, in: stamp)
  }

  mutating func write(detections: [Detection], frame: Int) {}
}
