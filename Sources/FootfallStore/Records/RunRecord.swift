public import FootfallAnalytics

/// One analysis of one recording with everything it found, ready to be written.
public struct RunRecord: Sendable {
  /// What was analysed.
  public var recording: Recording
  /// How.
  public var analysis: Analysis
  /// What was counted and timed; its scene is kept with the run.
  public var result: CameraResult
  /// The series at a resolution of one minute, each interval a whole minute of the store's clock.
  ///
  /// Unlike ``result``'s own intervals, these serve every later question: any longer interval is a sum of them.
  public var minutes: [IntervalResult]
  /// Where people stood, from a ``TrackLogWriter``.
  public var tracks: [TrackLogChunk]

  /// Creates a record.
  public init(
    recording: Recording, analysis: Analysis, result: CameraResult, minutes: [IntervalResult],
    tracks: [TrackLogChunk]
  ) {
    self.recording = recording
    self.analysis = analysis
    self.result = result
    self.minutes = minutes
    self.tracks = tracks
  }

  /// The name of a run, from the recording, the analysis and the scene: 32 hexadecimal digits.
  static func id(recording: String, analysis: Analysis, sceneJSON: String) -> String {
    var hash = ContentHash()
    hash.add("footfall.run/1")
    hash.add(recording)
    hash.add(analysis.model)
    hash.add(analysis.engine)
    hash.add(analysis.precision)
    hash.add(analysis.tracking)
    hash.add(analysis.generatorVersion)
    hash.add(analysis.metricVersion)
    hash.add(sceneJSON)
    return hash.description
  }
}
