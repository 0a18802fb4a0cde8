public import FootfallAnalytics
public import FootfallCore
public import FootfallVision

/// What an analysis of a recording found, and how the work went.
public struct FootageSummary: Sendable {
  /// The counts and times.
  public var result: CameraResult
  /// A series for each that was asked for.
  public var series: [[IntervalResult]]
  /// Frames decoded.
  public var frames: Int
  /// The rate of the source: as declared, else as measured.
  public var framesPerSecond: Double
  /// The end of the last frame.
  public var end: MediaTime
  /// The sum of the durations of frames that show anything.
  public var observed: Duration
  /// The sum of the durations of the others, of one shade all over.
  public var blank: Duration
  /// From the first to the end of the last frame, holes included; at least what the sources declare.
  public var mediaDuration: Duration
  /// Frames whose errors were concealed, and pieces of the footage that could not be decoded at all.
  public var damages = 0
  /// The empty scene.
  public var background: BackgroundModel
  /// How often the detector ran.
  public var detectorRuns: Int
  /// What each stage took per frame.
  public var stages: Stages

  /// Durations by stage.
  public struct Stages: Sendable {
    /// Decoding and scaling, on a thread of its own.
    public var decode = DurationHistogram()
    /// Waiting for the detector and reading its output, in the frames that it looked at.
    public var detect = DurationHistogram()
    /// Association.
    public var track = DurationHistogram()
    /// Counting, timing and writing.
    public var analyze = DurationHistogram()

    /// Creates empty histograms.
    public init() {}

    /// Adds what another camera's stages took.
    public mutating func merge(_ other: Stages) {
      decode.merge(other.decode)
      detect.merge(other.detect)
      track.merge(other.track)
      analyze.merge(other.analyze)
    }
  }

  /// The share of the media that was decoded and shows anything, 0 to 1.
  public var coverage: Double {
    mediaDuration > .zero ? min(1, observed.inSeconds / mediaDuration.inSeconds) : 1
  }
}
