import FootfallAnalytics
import FootfallCore
import FootfallExport
import FootfallTestSupport
import Foundation
import Testing

@Suite struct ReportPageTests {
  private func page(_ report: AnalysisReport) -> String {
    String(decoding: ReportPage(report, heatmapImages: ["door": [1, 2, 3]]).encoded(), as: UTF8.self)
  }

  @Test("The page of a quiet morning is the one on file")
  func golden() throws {
    let page = page(try StoreMorning.report(pause: 10))
    #expect(try GoldenFile.difference(page.utf8, "report/report.html") == nil)
  }

  @Test("Two runs over the same recordings write the same page")
  func determinism() throws {
    var slow = try StoreMorning.report()
    slow.performance.wallSeconds = 1e4
    #expect(page(slow) == page(try StoreMorning.report()))
  }

  @Test("No name from a file becomes markup", arguments: HostileName.all)
  func escaping(_ name: String) throws {
    var report = try StoreMorning.report(pause: 10)
    report.store = name
    report.timeZone = name
    report.performance.model = name
    report.cameras[0].info.camera = name
    report.cameras[0].info.source = name
    report.cameras[0].result = HostileName.renamed(report.cameras[0].result, to: name)
    let page = page(report)
    #expect(MarkupCheck.fault(of: page) == nil)
    #expect(!page.contains("<script") && !page.contains("<img src=x"))
    #expect(!page.contains("\" onload=") && !page.contains("' onload="))
  }

  @Test("The page asks for nothing from anywhere and runs nothing")
  func selfContained() throws {
    let page = page(try StoreMorning.report())
    for forbidden in ["http://", "https://", "<script", "<link", "@import", "javascript:", "<iframe"] {
      #expect(!page.contains(forbidden), "\(forbidden)")
    }
    for match in page.matches(of: /src="([^"]*)"|url\(([^)]*)\)/) {
      let address = match.output.1 ?? match.output.2 ?? ""
      #expect(address.hasPrefix("data:image/png;base64,") || address.hasPrefix("#"), "\(address)")
    }
  }

  @Test("Every element is closed where it was opened", arguments: [1, 3, 10, 1e6])
  func wellFormed(pause: Double) throws {
    #expect(MarkupCheck.fault(of: page(try StoreMorning.report(pause: pause))) == nil)
  }

  @Test("A camera without lines, zones, people or intervals still has a page")
  func emptyResult() throws {
    var report = try StoreMorning.report()
    let scene = CameraScene(id: "door")
    let size = PixelSize(width: 8, height: 8)
    report.cameras = [report.cameras[0]]
    report.cameras[0].result = CameraResult(
      scene: scene, people: 0, lines: [], zones: [], passersby: 0, captureRate: nil,
      heatmap: HeatmapGrid(covering: size, cellPixels: 4), intervals: [],
      transitions: TransitionCounts(zones: []), events: [])
    let page = page(report)
    #expect(MarkupCheck.fault(of: page) == nil)
    #expect(page.contains("<b>0</b> people were seen"))
    #expect(!page.contains("NaN") && !page.contains("inf\""))
  }

  @Test("A gap is shown as one, and visits whose end was not seen are marked")
  func gapsAndCensoring() throws {
    let page = page(try StoreMorning.report())
    #expect(page.contains("10:30–10:45: no footage"))
    #expect(page.contains("cut short</span>"))
    #expect(page.contains("≥ "))
    #expect(page.contains("could be used"))
  }

  @Test("Stays and engagement are told with their intervals, queues only where there is one")
  func staysAndQueues() throws {
    var report = try StoreMorning.report()
    let both = page(report)
    #expect(both.contains(">Length of stay</h3>") && both.contains(">Queues</h3>"))
    #expect(both.contains("5.0 s or more</span>") && both.contains("Time with 1 to 3"))
    report.cameras.removeFirst()
    let back = page(report)
    #expect(back.contains(">Length of stay</h3>") && !back.contains(">Queues</h3>"))
  }

  @Test("Counts of audited lines are told with their range, and others are not")
  func certainty() throws {
    let report = try StoreMorning.report()
    var document = ReportDocument(report)
    func page() -> String {
      String(decoding: ReportPage(report, document: document, heatmapImages: [:]).encoded(), as: UTF8.self)
    }
    #expect(!page().contains("How sure the counts are"))
    let line = report.cameras[0].result.lines[0].line.id
    let range = ReportDocument.Interval.CountInterval(1203...1417, level: 0.9)
    document.cameras[0].series[0].lines[line]?.interval = .init(in: range, out: nil)
    let shown = page()
    #expect(MarkupCheck.fault(of: shown) == nil)
    #expect(shown.matches(of: /How sure the counts are/).count == 1)
    #expect(
      shown.contains("<span class=\"cut\">1,203 to 1,417</span>") && shown.contains("probability of 90 %"))
  }

  @Test("Groups and staff in uniform are told beside the people")
  func groups() throws {
    var report = try StoreMorning.report()
    report.cameras[0].result.entries = EntrySummary(persons: 10, uniqueVisitors: 10, units: 4)
    report.cameras[0].result.staff = [TrackID(1), TrackID(2), TrackID(3)]
    report.cameras[0].result.uniformed = [TrackID(2)]
    let shown = page(report)
    #expect(
      shown.contains("<h3>Groups</h3><p class=\"big\">4</p>") && shown.contains("2.5 people on average"))
    #expect(shown.contains("3 of them staff, 1 by their uniform"))
    #expect(!page(try StoreMorning.report()).contains("<h3>Groups</h3>"))
  }

  @Test("Weeks of quarter hours are joined into few enough bars, and no person is lost")
  func joined() throws {
    var report = try StoreMorning.report()
    let day = report.cameras[0].result.intervals.filter { $0.lines != nil }
    report.cameras = [report.cameras[0]]
    report.cameras[0].result.intervals = (0..<1344).map { index in
      var interval = day[index % 5]
      interval.start = MediaTime(seconds: Double(index) * 900 - 240)
      interval.end = MediaTime(seconds: Double(index + 1) * 900 - 240)
      interval.trafficIn = 1
      return interval
    }
    let page = page(report)
    #expect(page.contains("Each step is 2 hours"))
    #expect(page.matches(of: /<rect class="hot"/).count <= 4 * 240)
    #expect(page.contains("bar chart of 1,344 in"))
    #expect(MarkupCheck.fault(of: page) == nil)
  }
}
