/// The page `report.html`: the numbers of a run for people.
///
/// One file without scripts that asks the network for nothing; every text from outside is escaped. Two runs over the
/// same recordings write the same page.
public struct ReportPage: Sendable {
  private let report: AnalysisReport
  private let document: ReportDocument
  private let cameras: [CameraSection]
  private let storeFloorImage: [UInt8]?

  /// Prepares the page.
  /// - Parameters:
  ///   - report: what the run has found out.
  ///   - document: the same for programs, with the ranges that an audit gives; nil makes it without.
  ///   - heatmapImages: PNG pictures by camera id, to be made part of the page.
  ///   - floorImages: floor plans by camera id.
  ///   - storeFloorImage: the floor plan of all cameras together.
  public init(
    _ report: AnalysisReport, document: ReportDocument? = nil, heatmapImages: [String: [UInt8]],
    floorImages: [String: [UInt8]] = [:],
    storeFloorImage: [UInt8]? = nil
  ) {
    self.report = report
    self.storeFloorImage = storeFloorImage
    let document = document ?? ReportDocument(report)
    self.document = document
    cameras = zip(report.cameras, document.cameras).map { recording, camera in
      CameraSection(
        recording, series: camera.series, heatmapImage: heatmapImages[recording.info.camera],
        floorImage: floorImages[recording.info.camera],
        isOnlyCamera: report.cameras.count == 1)
    }
  }

  /// The page as HTML in UTF-8.
  public func encoded() -> [UInt8] { [UInt8](markup.html.utf8) }

  private var markup: Markup {
    let periods = Set(cameras.map(\.period))
    let period = periods.count == 1 ? periods.first : nil
    let cameraCount = Wording.count(report.cameras.count, "camera", "cameras")
    let frame = PageFrame(
      generatorVersion: report.generatorVersion, kind: "footfall report", title: report.store,
      facts: [period, report.timeZone, cameraCount].compactMap { $0 }, navigation: navigation)
    return frame.markup(
      main: PresenceSection(presence: document.storeOccupancy, timeZone: report.timeZone).markup
        .joined(cameras.map(\.markup).joined())
        .joined(StoreFloorSection(report: report, image: storeFloorImage).markup),
      footer: MethodSection(report: report).markup)
  }

  private var navigation: Markup {
    guard cameras.count > 1 else { return "" }
    let links = cameras.map { camera -> Markup in
      "<a href=\"#\(camera.anchor)\">\(camera.recording.info.camera)</a>"
    }
    return "<nav aria-label=\"Cameras\">\(links)</nav>"
  }
}
