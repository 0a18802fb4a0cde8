import FootfallWeb
import Testing

@testable import footfall

@Suite("What readers were told a short while ago")
struct ToldEventsTests {
  private let start = ContinuousClock.now

  private func ids(_ updates: [LiveUpdate]?) -> [String]? {
    updates?.map { if case .event(let id, _) = $0 { id } else { "" } }
  }

  @Test("whoever comes back is told all that came after, in its order, for ten minutes")
  func order() {
    var told = ToldEvents()
    for (second, id) in ["exit", "enter", "crossing"].enumerated() {
      told.add(id, json: "{}", at: start + .seconds(second))
    }
    #expect(ids(told.after("exit", at: start + .seconds(600))) == ["enter", "crossing"])
    #expect(ids(told.after("crossing", at: start + .seconds(9))) == [])
    #expect(told.after("exit", at: start + .seconds(601)) == nil)
    #expect(told.after("other", at: start) == nil)
  }

  @Test("so many events are kept and no more")
  func bound() throws {
    var told = ToldEvents()
    for number in 0..<3 * ToldEvents.most { told.add("\(number)", json: "{}", at: start) }
    let last = 3 * ToldEvents.most - 1
    let first = last - ToldEvents.most * 3 / 4 + 1
    #expect(ids(told.after("\(first)", at: start)) == (first + 1...last).map(String.init))
    #expect(told.after("\(last - ToldEvents.most)", at: start) == nil)
  }
}
