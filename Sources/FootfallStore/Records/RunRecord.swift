public import FootfallAnalytics

/// One analysis of one recording with everything it found, ready to be written.
///
/// The results come from footage, or from the track log that an earlier analysis left.
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
  /// Where people stood, from a ``TrackLogWriter``; empty where the results come from a stored track log.
  public var tracks: [TrackLogChunk]
  /// The id of the run whose stored track log the results come from, ``StoredRun/tracksFrom``; nil for footage.
  public var tracksFrom: String?

  /// Creates a record.
  public init(
    recording: Recording, analysis: Analysis, result: CameraResult, minutes: [IntervalResult],
    tracks: [TrackLogChunk], tracksFrom: String? = nil
  ) {
    self.recording = recording
    self.analysis = analysis
    self.result = result
    self.minutes = minutes
    self.tracks = tracks
    self.tracksFrom = tracksFrom
  }

  /// The name of the run, from the recording, the analysis, the scene and the log it was made from: 32 hexadecimal
  /// digits.
  func id(sceneJSON: String) -> String {
    var hash = ContentHash()
    hash.add("footfall.run/1")
    hash.add(recording.id)
    hash.add(analysis.model)
    hash.add(analysis.engine)
    hash.add(analysis.precision)
    hash.add(analysis.tracking)
    hash.add(analysis.generatorVersion)
    hash.add(analysis.metricVersion)
    hash.add(sceneJSON)
    if let tracksFrom {
      hash.add("tracksFrom")
      hash.add(tracksFrom)
    }
    return hash.description
  }
}
