import FootfallWeb
import Testing

@testable import footfall

@Suite("Who listens to a running store")
struct LiveReaderTests {
  private func layouts(_ numbers: ClosedRange<Int>) -> [LiveUpdate] {
    numbers.map { .layout(version: "\($0)") }
  }

  @Test("A slow reader is told once, when there is room, how many updates are lost, and none is lost by that")
  func slow() async {
    let (stream, continuation) = AsyncStream.makeStream(
      of: LiveUpdate.self, bufferingPolicy: .bufferingNewest(4))
    var reader = LiveReader(continuation)
    var iterator = stream.makeAsyncIterator()
    for update in layouts(1...10) { _ = reader.tell(update) }
    var told: [LiveUpdate] = []
    for _ in 0..<4 { if let update = await iterator.next() { told.append(update) } }
    #expect(told == layouts(7...10))

    // That six were lost is lost itself with the eleventh, and counts on.
    for update in layouts(11...15) { _ = reader.tell(update) }
    told.removeAll()
    for _ in 0..<4 { if let update = await iterator.next() { told.append(update) } }
    #expect(told == layouts(12...15))
    _ = reader.tell(.layout(version: "16"))
    told.removeAll()
    for _ in 0..<2 { if let update = await iterator.next() { told.append(update) } }
    #expect(told == layouts(16...16) + [.missed(7)])
  }

  @Test("Who has gone is known by the next update")
  func gone() {
    let (stream, continuation) = AsyncStream.makeStream(
      of: LiveUpdate.self, bufferingPolicy: .bufferingNewest(4))
    var reader = LiveReader(continuation)
    let first = reader.tell(.layout(version: "1"))
    continuation.finish()
    let second = reader.tell(.layout(version: "2"))
    #expect(first && !second)
    withExtendedLifetime(stream) {}
  }
}
