extension ReportDocument {
  /// How a run went: the only part of a report that differs from run to run.
  public struct Performance: Codable, Hashable, Sendable {
    /// The time one stage takes for a frame, in milliseconds.
    public struct Stage: Codable, Hashable, Sendable {
      /// Half of the frames take no longer.
      public var median: Double
      /// Nineteen of twenty frames take no longer.
      public var p95: Double

      /// Creates a summary.
      public init(median: Double, p95: Double) {
        self.median = Fixed.rounded(median, decimals: 3)
        self.p95 = Fixed.rounded(p95, decimals: 3)
      }
    }

    /// The stages of the pipeline.
    public struct Stages: Codable, Hashable, Sendable {
      /// Reading and decoding.
      public var decode: Stage
      /// Finding people; of detector runs only.
      public var detect: Stage
      /// Following them.
      public var track: Stage
      /// Counting and timing.
      public var analyze: Stage

      /// Creates a table of stages.
      public init(decode: Stage, detect: Stage, track: Stage, analyze: Stage) {
        self.decode = decode
        self.detect = detect
        self.track = track
        self.analyze = analyze
      }
    }

    /// From the start of the process to the first frame requested.
    public var startSeconds: Double
    /// From the first frame requested to the last event written.
    public var wallSeconds: Double
    /// From there to the end of the process: pictures, page, database.
    public var finishSeconds: Double
    /// Source frames / ``wallSeconds``.
    public var framesPerSecond: Double
    /// How often the detector ran.
    public var detectorRuns: Int
    /// Where the time went.
    public var stages: Stages
    /// The largest resident size of the process, in bytes.
    public var peakMemoryBytes: Int
    /// The inference engine; null when detections came from a file.
    @Nullable public var engine: String?
    /// The number format of the engine; null when detections came from a file.
    @Nullable public var precision: String?
    /// The detector's name; null when detections came from a file.
    @Nullable public var model: String?

    /// Creates an account of a run.
    /// - Parameter sourceFrames: the frames of all cameras together, from which the speed is derived.
    public init(
      startSeconds: Double, wallSeconds: Double, finishSeconds: Double, sourceFrames: Int, detectorRuns: Int,
      stages: Stages, peakMemoryBytes: Int, engine: String?, precision: String?, model: String?
    ) {
      self.startSeconds = Fixed.rounded(startSeconds, decimals: 3)
      self.wallSeconds = Fixed.rounded(wallSeconds, decimals: 3)
      self.finishSeconds = Fixed.rounded(finishSeconds, decimals: 3)
      let rate = wallSeconds > 0 ? Double(sourceFrames) / wallSeconds : 0
      framesPerSecond = Fixed.rounded(rate, decimals: 3)
      self.detectorRuns = detectorRuns
      self.stages = stages
      self.peakMemoryBytes = peakMemoryBytes
      self.engine = engine
      self.precision = precision
      self.model = model
    }
  }
}
