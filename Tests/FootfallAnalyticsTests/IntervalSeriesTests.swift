import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Testing

@Suite struct IntervalSeriesTests {
  private let walks = (0..<6).map { index in
    Walk(
      track: index + 1,
      corners: [(Double(index) * 5, Point(540, 250)), (Double(index) * 5 + 4, Point(100, 250))])
  }

  @Test func intervalsAddUpToTheWhole() {
    let result = analyze(walks, seconds: 40, interval: .seconds(10))
    #expect(result.intervals.count == 4)
    #expect(result.intervals.compactMap { $0.lines?[0].entries }.reduce(0, +) == result.lines[0].count(.in))
    #expect(result.intervals.allSatisfy { abs($0.coverage - 1) < 1e-9 })
  }

  @Test func aGapIsNilAndNotZero() {
    let result = analyze(walks, seconds: 40, interval: .seconds(10), skipping: 10..<20)
    let gap = result.intervals[1]
    #expect(gap.coverage == 0)
    #expect(gap.lines == nil)
    #expect(gap.trafficIn == nil)
    #expect(gap.zones == [Occupancy(mean: nil, max: nil)])
    #expect(gap.occupancy == Occupancy(mean: nil, max: nil))
    #expect(result.intervals[2].lines != nil)
  }

  @Test func theFirstIntervalMayBeginBeforeTheFirstFrame() {
    var analyzer = CameraAnalyzer(
      scene: TestCamera.scene, size: TestCamera.size,
      series: [(interval: .seconds(60), firstBoundary: MediaTime(seconds: -45))])
    for index in 0..<300 {
      let time = MediaTime(seconds: Double(index) / 10)
      analyzer.observe([], in: FrameStamp(number: index + 1, time: time, duration: .milliseconds(100)))
    }
    let intervals = analyzer.finish().result.intervals
    #expect(intervals.map(\.start.seconds) == [-45, 15])
    #expect(abs(intervals[0].observed.inSeconds - 15) < 1e-6)
  }

  @Test func eventsComeInStreamOrder() {
    let events = analyze(walks, seconds: 40).events
    #expect(events.count == 6 + 12)
    #expect(zip(events, events.dropFirst()).allSatisfy { $0.frame <= $1.frame })
  }
}
