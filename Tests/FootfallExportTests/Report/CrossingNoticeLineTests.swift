import FootfallAnalytics
import FootfallCore
import FootfallExport
import FootfallTestSupport
import Foundation
import Testing

@Suite("Lines of crossings that have not settled")
struct CrossingNoticeLineTests {
  private let crossing = Crossing(
    track: TrackID(7), line: "A", direction: .in, frame: 12, time: MediaTime(seconds: 2.2))

  private func formatter() throws -> EventLineFormatter {
    EventLineFormatter(
      store: "high-street", camera: "door",
      clock: try #require(WallClock(startMilliseconds: 0, timeZone: "Europe/London")))
  }

  private func line(_ notice: CrossingNotice) throws -> String {
    var text = TextBuffer()
    try formatter().append(notice, to: &text)
    return text.string
  }

  @Test("Each is valid against its schema, which takes no event", .enabled(if: SchemaValidator.isAvailable))
  func schema() throws {
    for notice in [CrossingNotice.provisional(crossing), .withdrawn(crossing)] {
      #expect(try SchemaValidator.faults(of: line(notice), schema: "footfall.crossing-notice-1") == [])
    }
    var event = TextBuffer()
    try formatter().append(.crossing(crossing), to: &event)
    #expect(try SchemaValidator.faults(of: event.string, schema: "footfall.crossing-notice-1") != [])
  }

  @Test("What is withdrawn names what was told; all have ids of their own, the same in each replay")
  func ids() throws {
    let formatter = try formatter()
    let (told, withdrawn) = (CrossingNotice.provisional(crossing), CrossingNotice.withdrawn(crossing))
    let ids = [formatter.id(of: told), formatter.id(of: withdrawn), formatter.id(of: .crossing(crossing))]
    #expect(Set(ids).count == 3)
    #expect(try line(told).contains(#"{"id":"\#(ids[0])","type":"crossingProvisional""#))
    #expect(try line(withdrawn).hasSuffix(#","provisional":"\#(ids[0])"}"# + "\n"))
    #expect(try line(told) == line(.provisional(crossing)))
  }
}
