import Dispatch
import FootfallTestSupport
import Testing

@testable import FootfallSinks

@Suite("Bringing messages to a sink")
struct CourierTests {
  private func courier(_ sink: ScriptedSink, _ outbox: MemoryOutbox) -> Courier {
    Courier(sink, outbox: outbox, now: { SinkMessage.now }, logger: .silent)
  }

  /// Turns until nothing waits, as the thread does without its pauses.
  private func run(_ courier: Courier) {
    while courier.turn() != .untilNews {}
  }

  @Test(
    "whatever the sink answers, everything that it does not refuse arrives in order, and nothing is taken before",
    arguments: 1...40)
  func anyAnswers(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let answers = (0..<200).map { _ in
      [
        Delivery.accepted, .accepted, .failed(reason: "down"), .failed(reason: "busy", pause: .seconds(3)),
        .refused(reason: "wrong"),
      ].randomElement(using: &generator) ?? .accepted
    }
    let outbox = MemoryOutbox((1...250).map { .number($0) })
    let sink = ScriptedSink(answers, portion: Int.random(in: 1...30, using: &generator))
    let courier = courier(sink, outbox)
    while courier.turn() != .untilNews {
      #expect(sink.accepted.last ?? 0 <= outbox.taken)
    }
    let tally = courier.tally
    #expect(sink.accepted == Array(Set(sink.accepted)).sorted())
    #expect(tally.delivered == sink.accepted.count && tally.delivered + tally.givenUp == 250)
    #expect(outbox.taken == 250)
  }

  @Test("a message that is refused is given up and holds up no other")
  func refused() {
    let outbox = MemoryOutbox((1...3).map { .number($0) })
    let sink = ScriptedSink([.accepted, .refused(reason: "answered 400")])
    let courier = courier(sink, outbox)
    run(courier)
    #expect(sink.accepted == [1, 3])
    #expect(courier.tally.givenUp == 1 && courier.tally.delivered == 2 && courier.tally.problem == nil)
  }

  @Test("a sink is told what it wants, and what is too old or deleted is given up")
  func filtered() {
    let outbox = MemoryOutbox([
      .number(1, type: .zoneEnter), .number(2),
      .number(3, writtenMilliseconds: SinkMessage.now - 8 * 86_400_000),
      SinkMessage(number: 4, id: "gone", writtenMilliseconds: SinkMessage.now, content: nil),
      .number(5, type: .alertRaised),
    ])
    let sink = ScriptedSink([], types: [.crossing, .alertRaised])
    let courier = courier(sink, outbox)
    run(courier)
    #expect(sink.accepted == [2, 5] && courier.tally.givenUp == 2 && outbox.taken == 5)
  }

  @Test(
    "after failures it waits longer and longer, as long as the sink asks for, and a minute at most otherwise")
  func pauses() {
    let answers = Array(repeating: Delivery.failed(reason: "down"), count: 8)
    let outbox = MemoryOutbox([.number(1)])
    let courier = courier(
      ScriptedSink(answers + [.failed(reason: "busy", pause: .seconds(300))]), outbox)
    for full in [1.0, 2, 4, 8, 16, 32, 60, 60] {
      guard case .of(let pause) = courier.turn() else { return #expect(Bool(false), "no pause") }
      #expect(pause >= .seconds(0.75 * full) && pause <= .seconds(full))
    }
    #expect(courier.turn() == .of(.seconds(300)))
    #expect(courier.tally.failures == 9 && courier.tally.problem == "busy")
    #expect(courier.turn() == .of(.zero) && courier.tally.problem == nil)
  }

  @Test("an outbox that fails is tried again, and what it could not note is delivered again")
  func brokenOutbox() {
    let outbox = MemoryOutbox([.number(1)])
    let sink = ScriptedSink([])
    let courier = courier(sink, outbox)
    outbox.setBroken(true)
    guard case .of = courier.turn() else { return #expect(Bool(false), "no pause") }
    #expect(sink.accepted.isEmpty && courier.tally.problem?.contains("outbox") == true)
    outbox.setBroken(false)
    run(courier)
    #expect(sink.accepted == [1])
  }

  @Test("on its thread it delivers when it is rung, and stops at once, during a long pause too")
  func thread() async throws {
    let outbox = MemoryOutbox([])
    let sink = ScriptedSink([.accepted, .failed(reason: "down", pause: .seconds(3600))])
    let courier = courier(sink, outbox)
    courier.start()
    for number in 1...2 as ClosedRange<Int64> {
      outbox.append(.number(number))
      courier.ring()
    }
    while courier.tally.failures == 0 { await Task.yield() }
    #expect(sink.accepted == [1])
    courier.cancel()
    #expect(courier.wait(until: .now() + 5) && sink.isStopped && outbox.taken == 1)
  }
}
