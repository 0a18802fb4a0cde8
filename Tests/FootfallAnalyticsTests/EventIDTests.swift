import FootfallAnalytics
import FootfallCore
import Testing

@Suite("Event ids")
struct EventIDTests {
  // Go's hash/fnv tests (golden128a), which restate the reference implementation.
  @Test(
    "Hash equals the published FNV-1a-128 vectors",
    arguments: [
      ("", "6c62272e07bb014262b821756295c58d"),
      ("a", "d228cb696f1a8caf78912b704e4a8964"),
      ("ab", "08809544bbab1be95aa0733055b69a62"),
      ("abc", "a68d622cec8b5822836dbc7977af7f3b"),
      ("foobar", "343e1662793c64bf6f0d3597ba446f18"),
    ])
  func vectors(text: String, expected: String) {
    var hash = ContentHash()
    hash.addBytes(text.utf8)
    #expect(hash.description == expected)
  }

  @Test("Fields do not run together")
  func fieldsAreDelimited() {
    var split = ContentHash()
    split.add("ab")
    split.add("c")
    var other = ContentHash()
    other.add("a")
    other.add("bc")
    #expect(split.value != other.value)
  }

  @Test("An id is 32 digits even when the hash begins with zeros")
  func leadingZeros() {
    #expect(EventID(0xab).description == String(repeating: "0", count: 30) + "ab")
  }

  @Test("The same event has the same id, and every fact changes it")
  func everyFactCounts() {
    let crossing = Crossing(
      track: TrackID(7), line: "door", direction: .in, frame: 12, time: MediaTime(nanoseconds: 480_000_000))
    func id(_ change: (inout Crossing) -> Void) -> EventID {
      var changed = crossing
      change(&changed)
      return EventID(of: .crossing(changed), store: "s", camera: "c", startMilliseconds: 5)
    }
    var ids = [
      id { $0.track = TrackID(8) }, id { $0.line = "back" }, id { $0.direction = .out }, id { $0.frame = 13 },
      id { $0.time = .zero }, id { _ in },
      EventID(of: .crossing(crossing), store: "t", camera: "c", startMilliseconds: 5),
      EventID(of: .crossing(crossing), store: "s", camera: "d", startMilliseconds: 5),
      EventID(of: .crossing(crossing), store: "s", camera: "c", startMilliseconds: 6),
    ]
    #expect(Set(ids).count == ids.count)
    ids.append(id { _ in })
    #expect(Set(ids).count == ids.count - 1)
  }

  @Test("The id of an entry does not depend on how the visit goes on")
  func entryIsKnownAtOnce() {
    let visit = Visit(
      track: TrackID(1), zone: "table", enterFrame: 3, exitFrame: 9, enter: .zero,
      exit: MediaTime(seconds: 4), inside: .seconds(4), end: .exited)
    var longer = visit
    longer.exit = MediaTime(seconds: 9)
    longer.exitFrame = 20
    longer.end = .lost
    func id(_ event: Event) -> EventID {
      EventID(of: event, store: "s", camera: "c", startMilliseconds: 0)
    }
    #expect(id(.zoneEnter(visit)) == id(.zoneEnter(longer)))
    #expect(id(.zoneExit(visit)) != id(.zoneExit(longer)))
    #expect(id(.zoneEnter(visit)) != id(.zoneExit(visit)))
  }
}
