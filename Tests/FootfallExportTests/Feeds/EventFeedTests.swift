import FootfallAnalytics
import FootfallCore
import FootfallExport
import Foundation
import Testing

@Suite("Event feed")
struct EventFeedTests {
  private let start: Int64 = 1_772_445_630_000

  @Test("its lines say what the lines of events.jsonl say")
  func lines() throws {
    let clock = try #require(WallClock(startMilliseconds: start, timeZone: "Europe/London"))
    let formatter = EventLineFormatter(store: "high-street", camera: "door", clock: clock)
    let visit = Visit(
      track: TrackID(4), zone: "table", enterFrame: 26, exitFrame: 51, enter: MediaTime(seconds: 1),
      exit: MediaTime(seconds: 2.04), inside: .milliseconds(1000), end: .exited, wasUnderWay: false)
    let crossing = Crossing(
      track: TrackID(3), line: "entrance", direction: .in, frame: 126, time: MediaTime(seconds: 5))
    let events: [(Event, EventFeed.Entry.Detail)] = [
      (.crossing(crossing), .crossing(line: "entrance", direction: .in)),
      (.zoneEnter(visit), .zoneEnter(zone: "table")),
      (.zoneExit(visit), .zoneExit(zone: "table", dwell: .milliseconds(1040), end: .exited)),
    ]
    var text = TextBuffer(capacity: 0)
    let entries = events.map { event, detail in
      formatter.append(event, to: &text)
      return EventFeed.Entry(
        id: formatter.id(of: event), camera: "door",
        milliseconds: start + event.time.nanoseconds / 1_000_000, time: event.time, frame: event.frame,
        track: event.track, detail: detail)
    }
    let header = try #require(FeedHeader(store: "high-street", timeZone: "Europe/London"))
    let lines = String(decoding: EventFeed(header: header, entries: entries).lines(), as: UTF8.self)
    let expected = text.string.split(separator: "\n").map(String.init)
    #expect(lines.hasSuffix("}\n") && lines.split(separator: "\n").count == 3)
    for (line, other) in zip(lines.split(separator: "\n"), expected) {
      #expect(try object(String(line)) == object(other))
    }
  }

  private func object(_ line: String) throws -> NSDictionary {
    try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? NSDictionary)
  }
}
