import FootfallAnalytics
import FootfallCore
import FootfallExport
import FootfallTestSupport
import Foundation
import Testing

@Suite struct ReportDocumentTests {
  private func encoded(pause: Double = 10) throws -> [UInt8] {
    try ReportDocument(StoreMorning.report(pause: pause)).encoded()
  }

  @Test("The report of a quiet morning is the one on file")
  func golden() throws {
    #expect(try GoldenFile.difference(encoded(), "report/report.json") == nil)
  }

  @Test("Two runs over the same recordings write the same report but for their performance")
  func determinism() throws {
    #expect(try encoded(pause: 1) == encoded(pause: 1))
    var report = try StoreMorning.report()
    report.performance.wallSeconds = 99
    var (slow, fast) = (ReportDocument(report), ReportDocument(try StoreMorning.report()))
    #expect(try slow.encoded() != fast.encoded())
    slow.performance = fast.performance
    fast.performance = slow.performance
    #expect(try slow.encoded() == fast.encoded())
  }

  @Test("The report is valid against its schema", .enabled(if: SchemaValidator.isAvailable))
  func schema() throws {
    for pause in [1.0, 1e6] {
      let text = String(decoding: try encoded(pause: pause), as: UTF8.self)
      #expect(try SchemaValidator.faults(of: text, schema: "footfall.report-1") == [])
    }
  }

  @Test("The schema refuses a key that it does not know", .enabled(if: SchemaValidator.isAvailable))
  func schemaIsStrict() throws {
    let text = String(decoding: try encoded(), as: UTF8.self).replacing("\"people\"", with: "\"persons\"")
    #expect(try SchemaValidator.faults(of: text, schema: "footfall.report-1").isEmpty == false)
  }

  @Test("What is written is what is read")
  func roundTrip() throws {
    let document = ReportDocument(try StoreMorning.report())
    let read = try JSONDecoder().decode(ReportDocument.self, from: Data(try document.encoded()))
    #expect(read == document)
  }

  @Test("A gap is null, with its shape kept, and nothing else is")
  func gaps() throws {
    let door = ReportDocument(try StoreMorning.report()).cameras[0]
    for (index, interval) in door.series.enumerated() {
      let isGap = interval.coverage == 0
      #expect(isGap == (6...7).contains(index))
      #expect(Set(interval.lines.keys) == Set(door.lines.map(\.id)))
      #expect(Set(interval.occupancy.keys) == Set(door.zones.map(\.id)))
      #expect(interval.lines.values.allSatisfy { ($0.in == nil) == isGap && ($0.out == nil) == isGap })
      #expect(interval.occupancy.values.allSatisfy { ($0.mean == nil) == isGap && ($0.max == nil) == isGap })
    }
  }

  @Test("Counts of the series add up to those of the lines")
  func sums() throws {
    for camera in ReportDocument(try StoreMorning.report()).cameras {
      for line in camera.lines {
        #expect(camera.series.compactMap { $0.lines[line.id]?.in }.reduce(0, +) == line.in)
        #expect(try line.crossings.count == #require(line.in) + #require(line.out))
        guard let traffic = line.traffic else { continue }
        let sum = traffic.in + traffic.out + traffic.excludedUturn + traffic.excludedStaff
        #expect(sum == line.crossings.count)
      }
    }
  }

  @Test("Engagement is of displays and sections alone, and a camera without a queue zone has no queues")
  func zoneKinds() throws {
    let cameras = ReportDocument(try StoreMorning.report()).cameras
    #expect(cameras[0].zones.map(\.engagedSeconds) == [5, 5, 30, nil, nil])
    #expect(cameras.map { $0.queues.map(\.id) } == [["till-queue"], []])
    for zone in cameras.flatMap(\.zones) {
      #expect((zone.engaged == nil) == (zone.engagementRate == nil))
      #expect((zone.engaged == nil) == (zone.bounceRate == nil))
      #expect(zone.dwell.kaplanMeier.censored == zone.visits.count { $0.censored })
      #expect(zone.dwell.kaplanMeier.visits == zone.visits.count)
    }
  }

  @Test(
    "No credentials of a source are shown",
    arguments: [
      ("clips/door.mp4", "clips/door.mp4"),
      ("rtsp://admin:secret@192.0.2.7/live", "rtsp://192.0.2.7/live"),
      ("http://camera/mjpeg?user=a&password=secret", "http://camera/mjpeg"),
    ])
  func redaction(_ source: String, _ shown: String) throws {
    var report = try StoreMorning.report(pause: 1e6)
    report.cameras[0].info.source = source
    #expect(ReportDocument(report).cameras[0].source == shown)
    let page = String(decoding: ReportPage(report, heatmapImages: [:]).encoded(), as: UTF8.self)
    #expect(!page.contains("secret") && !page.contains("hunter2"))
  }

  @Test(
    "Charts have a dozen steps or more, and no finer than people read off a clock",
    arguments: [
      (62.0, 900, 5), (7, 900, 1), (10_800, 900, 900), (10_799, 900, 600), (86_400, 3600, 3600),
      (0, 900, 900),
      (5, 0.5, 0.5), (60, 0.5, 0.5),
    ])
  func chartInterval(media: Double, reported: Double, expected: Double) {
    #expect(
      ChartInterval.length(for: .seconds(media), reported: .seconds(reported)) == .seconds(expected))
  }

  @Test("A heatmap's table has a line for each row of cells")
  func heatmap() throws {
    var grid = HeatmapGrid(covering: PixelSize(width: 30, height: 20), cellPixels: 10)
    grid.add(1.5, at: Point(5, 5))
    grid.add(0.0004, at: Point(25, 5))
    grid.add(12.3456, at: Point(15, 19))
    let text = String(decoding: HeatmapCSV.encoded(grid), as: UTF8.self)
    #expect(text == "1.500,0.000,0.000\n0.000,12.346,0.000\n")
  }
}
