public import FootfallAnalytics

/// One camera's recording with what was counted in it.
public struct CameraRecording: Sendable {
  /// What was recorded.
  public var info: RecordingInfo
  /// What was counted.
  public var result: CameraResult
  /// The series that the page's charts show, for example of the length that ``ChartInterval`` advises; nil stands
  /// for the series of the result.
  public var chartIntervals: [IntervalResult]?
  /// The series by the minute, of which the store's occupancy is made; empty where that is not asked.
  public var minutes: [IntervalResult]

  /// Joins a recording and its result.
  public init(
    info: RecordingInfo, result: CameraResult, chartIntervals: [IntervalResult]? = nil,
    minutes: [IntervalResult] = []
  ) {
    self.info = info
    self.result = result
    self.chartIntervals = chartIntervals
    self.minutes = minutes
  }
}
