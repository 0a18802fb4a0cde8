import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Testing

@Suite("Events as they become certain")
struct LiveEventTests {
  @Test("every event of a recording is given out once, as it is at the end", arguments: 1...20)
  func onceEach(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let walks = (0..<8).map { number in
      let start = Double.random(in: 0...10, using: &generator)
      let y = Double.random(in: 120...380, using: &generator)
      let back = Double.random(in: 100...600, using: &generator)
      return Walk(
        track: number + 1,
        corners: [(start, Point(100, y)), (start + 3, Point(500, y)), (start + 6, Point(back, y))])
    }
    var analyzer = CameraAnalyzer(
      scene: TestCamera.scene, size: TestCamera.size, series: [(.seconds(60), .zero)])
    var events: [Event] = []
    for index in 0..<200 {
      let time = Double(index) / 10
      analyzer.observe(
        walks.compactMap { $0.snapshot(at: time) },
        in: FrameStamp(number: index + 1, time: MediaTime(seconds: time), duration: .milliseconds(100)))
      if index % 7 == 0 {
        events += analyzer.takeEvents()
        // Looking at the sum so far changes nothing.
        _ = analyzer.interim()
      }
    }
    let result = analyzer.finish().result
    events += analyzer.takeEvents()
    #expect(!events.isEmpty && Set(events).count == events.count)
    #expect(Set(events) == Set(result.events))
  }
}
