import FootfallSinks
import Testing

@testable import footfall

@Suite("Messages that no database holds")
struct PassingMessagesTests {
  private func content(_ type: SinkMessageType) -> SinkMessage.Content { .init(type: type, json: "{}") }

  private func waiting(_ passing: PassingMessages, for sink: String) -> [String] {
    passing.messages(for: sink, limit: 1000).map(\.id)
  }

  @Test("each sink is told what it wants, in order, until it has taken it")
  func types() {
    let passing = PassingMessages()
    passing.keep(for: ["mqtt": [.crossingProvisional, .crossingWithdrawn], "crm": [.memberLeft]])
    passing.add(id: "a", content(.crossingProvisional), milliseconds: 1)
    passing.add(id: "b", content(.memberLeft), milliseconds: 2)
    passing.add(id: "c", content(.crossingWithdrawn), milliseconds: 3)
    #expect(waiting(passing, for: "mqtt") == ["a", "c"] && waiting(passing, for: "crm") == ["b"])
    let first = passing.messages(for: "mqtt", limit: 1)
    #expect(first.map(\.id) == ["a"] && first[0].number >= PassingMessages.firstNumber)
    passing.take(through: first[0].number, by: "mqtt")
    #expect(waiting(passing, for: "mqtt") == ["c"] && waiting(passing, for: "nobody").isEmpty)
  }

  @Test("what nobody needs any more is not told, and makes room for what somebody does")
  func lifetime() {
    let passing = PassingMessages()
    passing.keep(for: ["mqtt": Set(SinkMessageType.allCases)])
    for number in 0..<PassingMessages.capacity {
      passing.add(id: "\(number)", content(.crossingProvisional), milliseconds: 0, lifetime: .zero)
    }
    passing.add(id: "kept", content(.memberLeft), milliseconds: 0)
    passing.add(id: "soon", content(.crossingProvisional), milliseconds: 0, lifetime: .seconds(3600))
    #expect(waiting(passing, for: "mqtt") == ["kept", "soon"] && passing.dropped == 0)
  }

  @Test("a sink that is too slow loses the oldest, which is counted")
  func full() {
    let passing = PassingMessages()
    passing.keep(for: ["crm": [.memberLeft]])
    for number in 0..<PassingMessages.capacity + 3 {
      passing.add(id: "\(number)", content(.memberLeft), milliseconds: 0)
    }
    #expect(waiting(passing, for: "crm").first == "3" && passing.dropped == 3)
    #expect(waiting(passing, for: "crm").count == PassingMessages.capacity)
  }

  @Test("what waits for a sink stays when others come and go, but not where it wants something else")
  func keeping() {
    let passing = PassingMessages()
    passing.keep(for: ["crm": [.memberLeft], "till": [.memberLeft]])
    passing.add(id: "a", content(.memberLeft), milliseconds: 0)
    passing.keep(for: ["crm": [.memberLeft], "till": [.crossingProvisional], "new": [.memberLeft]])
    #expect(["crm", "till", "new"].map { waiting(passing, for: $0) } == [["a"], [], []])
  }
}
