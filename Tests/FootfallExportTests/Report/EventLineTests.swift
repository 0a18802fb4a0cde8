import FootfallAnalytics
import FootfallCore
import FootfallExport
import FootfallTestSupport
import Foundation
import Testing

@Suite struct EventLineTests {
  private func lines(of recording: CameraRecording) -> [UInt8] {
    let formatter = EventLineFormatter(
      store: "high-street", camera: recording.info.camera, clock: recording.info.clock)
    var text = TextBuffer()
    for event in recording.result.events { formatter.append(event, to: &text) }
    return text.bytes
  }

  @Test("The events of a quiet morning are those on file")
  func golden() throws {
    let report = try StoreMorning.report(pause: 10)
    #expect(try GoldenFile.difference(report.cameras.flatMap(lines), "report/events.jsonl") == nil)
  }

  @Test("Every kind of event is valid against the schema", .enabled(if: SchemaValidator.isAvailable))
  func schema() throws {
    let report = try StoreMorning.report(pause: 10)
    var seen: Set<String> = []
    let text = String(decoding: report.cameras.flatMap(lines), as: UTF8.self)
    for line in text.split(separator: "\n") {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let kind = "\(object?["type"] ?? "") \(object?["end"] ?? "")"
      guard seen.insert(kind).inserted else { continue }
      #expect(try SchemaValidator.faults(of: String(line), schema: "footfall.event-1") == [], "\(line)")
    }
    #expect(seen.isSuperset(of: ["crossing ", "zoneEnter ", "zoneExit exited", "zoneExit lost"]))
  }

  @Test("Every event has an id of its own")
  func ids() throws {
    let report = try StoreMorning.report()
    let text = String(decoding: report.cameras.flatMap(lines), as: UTF8.self).split(separator: "\n")
    #expect(Set(text.map { $0.prefix(40) }).count == text.count)
    #expect(text.count == report.cameras.reduce(0) { $0 + $1.result.events.count })
  }

  @Test("An id with quotes and line feeds stays on its line")
  func escaping() throws {
    let clock = try #require(WallClock(startMilliseconds: 0, timeZone: "UTC"))
    let formatter = EventLineFormatter(store: "s", camera: "a\"\n", clock: clock)
    let crossing = Crossing(
      track: TrackID(1), line: "l\\\u{2028}", direction: .out, frame: 3, time: MediaTime(seconds: 0.08))
    var text = TextBuffer()
    formatter.append(.crossing(crossing), to: &text)
    #expect(text.string.filter(\.isNewline) == "\n")
    let object = try JSONSerialization.jsonObject(with: Data(text.bytes)) as? [String: Any]
    #expect(object?["camera"] as? String == "a\"\n")
    #expect(object?["line"] as? String == "l\\\u{2028}")
    #expect(object?["mediaSeconds"] as? Double == 0.08)
  }
}
