public import FootfallAnalytics

/// Told by ``LiveStation`` what happens, on its thread; may not block it.
///
/// Cameras are named by their place in the list that the station was given.
public protocol LiveListener: AnyObject {
  /// The lines and zones to count at, now that the size of the pictures is known.
  /// - Throws: one line for a person; the camera is then not counted, and tried again.
  func analyzer(for recording: LiveRecording, of camera: Int) throws -> CameraAnalyzer
  /// A camera's state has changed.
  func camera(_ camera: Int, is condition: CameraCondition)
  /// Its stream goes on; about once a second.
  func camera(_ camera: Int, has pulse: CameraPulse)
  /// Another camera has the place from now on, or none; what was going on there is over.
  func camera(_ place: Int, becomes camera: LiveCamera?)
  /// A recording has begun.
  func recordingBegan(_ recording: LiveRecording, of camera: Int)
  /// Something has become known.
  /// - Parameter latency: since the picture that was looked at arrived.
  func camera(_ camera: Int, saw moment: LiveMoment, after latency: Duration)
  /// What the recording comes to so far; every few seconds.
  func camera(_ camera: Int, counts result: CameraResult, _ series: [[IntervalResult]])
  /// The recording is over.
  func recordingEnded(of camera: Int, _ summary: FootageSummary, _ rest: LiveMoment)
  /// A picture that was asked for by ``LiveStation/requestStill(of:isEmpty:)``, as JPEG.
  func camera(_ camera: Int, shows still: [UInt8], isEmpty: Bool)
  /// The detector is ready, or why it is not.
  func detector(_ condition: DetectorCondition)
}

/// How the detector is.
public enum DetectorCondition: Hashable, Sendable {
  case starting
  case ready(engine: String, precision: String)
  /// It failed, and is started again after a while.
  case failed(reason: String)
}
