public import FootfallAnalytics

/// One camera's recording with what was counted in it.
public struct CameraRecording: Sendable {
  /// What was recorded.
  public var info: RecordingInfo
  /// What was counted.
  public var result: CameraResult

  /// Joins a recording and its result.
  public init(info: RecordingInfo, result: CameraResult) {
    self.info = info
    self.result = result
  }
}
