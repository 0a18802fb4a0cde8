public import FootfallAnalytics

/// Everything one run has found out: what ``ReportDocument`` and ``ReportPage`` are made of.
///
/// ```swift
/// let report = AnalysisReport(
///   store: "high-street", timeZone: "Europe/London", generatorVersion: "1.0.0", cameras: cameras,
///   performance: performance)
/// try folder.write(ReportPage(report, heatmapImages: pictures).encoded(), named: ResultFileName.page)
/// try folder.write(ReportDocument(report).encoded(), named: ResultFileName.report)
/// ```
public struct AnalysisReport: Sendable {
  /// The id of the store.
  public var store: String
  /// The IANA name of the store's time zone.
  public var timeZone: String
  /// The version of this program.
  public var generatorVersion: String
  /// The cameras, in the order of the scene.
  public var cameras: [CameraRecording]
  /// How the run went.
  public var performance: ReportDocument.Performance

  /// Creates a report.
  public init(
    store: String, timeZone: String, generatorVersion: String, cameras: [CameraRecording],
    performance: ReportDocument.Performance
  ) {
    self.store = store
    self.timeZone = timeZone
    self.generatorVersion = generatorVersion
    self.cameras = cameras
    self.performance = performance
  }

  /// The floor plan of all cameras together; nil for fewer than two cameras with a map of the floor.
  public var storePlan: StorePlan? {
    StorePlan(
      cameras.compactMap { recording in
        recording.result.floor.map { (camera: recording.info.camera, heatmap: $0.heatmap) }
      })
  }
}
