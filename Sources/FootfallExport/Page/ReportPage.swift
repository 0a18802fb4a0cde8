/// The page `report.html`: the numbers of a run for people.
///
/// One file without scripts that asks the network for nothing; every text from outside is escaped. Two runs over the
/// same recordings write the same page.
public struct ReportPage: Sendable {
  private let report: AnalysisReport
  private let cameras: [CameraSection]
  private let storeFloorImage: [UInt8]?

  /// Prepares the page.
  /// - Parameters:
  ///   - report: what the run has found out.
  ///   - heatmapImages: PNG pictures by camera id, to be made part of the page.
  ///   - floorImages: floor plans by camera id.
  ///   - storeFloorImage: the floor plan of all cameras together.
  public init(
    _ report: AnalysisReport, heatmapImages: [String: [UInt8]], floorImages: [String: [UInt8]] = [:],
    storeFloorImage: [UInt8]? = nil
  ) {
    self.report = report
    self.storeFloorImage = storeFloorImage
    cameras = report.cameras.map { recording in
      CameraSection(
        recording, heatmapImage: heatmapImages[recording.info.camera],
        floorImage: floorImages[recording.info.camera],
        isOnlyCamera: report.cameras.count == 1)
    }
  }

  /// The page as HTML in UTF-8.
  public func encoded() -> [UInt8] { [UInt8](markup.html.utf8) }

  private var markup: Markup {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="generator" content="footfall \(report.generatorVersion)">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
    <title>\(report.store) · footfall report</title>
    <style>
    \(Stylesheet.markup)</style>
    </head>
    <body>
    \(Stylesheet.patterns)
    <a class="skip" href="#main">Skip to the numbers</a>
    \(header)
    <main id="main">
    \(cameras.map(\.markup))\(StoreFloorSection(report: report, image: storeFloorImage).markup)
    </main>
    \(MethodSection(report: report).markup)
    </body>
    </html>

    """
  }

  private var header: Markup {
    let periods = Set(cameras.map(\.period))
    let period = periods.count == 1 ? periods.first : nil
    let cameraCount = Wording.count(report.cameras.count, "camera", "cameras")
    let facts = [period, report.timeZone, cameraCount].compactMap { $0 }
    return """
      <header><p class="brand"><svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">\
      <rect width="22" height="22" rx="6"/><ellipse cx="8" cy="8" rx="2.4" ry="3.6"/><circle cx="8" cy="14" r="1.7"/>\
      <ellipse cx="14" cy="9.6" rx="2.4" ry="3.6"/><circle cx="14" cy="15.6" r="1.7"/></svg>footfall report</p>
      <h1>\(report.store)</h1>
      <p class="facts">\(facts.map { "<span>\($0)</span>" })</p>
      \(navigation)</header>
      """
  }

  private var navigation: Markup {
    guard cameras.count > 1 else { return "" }
    let links = cameras.map { camera -> Markup in
      "<a href=\"#\(camera.anchor)\">\(camera.recording.info.camera)</a>"
    }
    return "<nav aria-label=\"Cameras\">\(links)</nav>"
  }
}
