import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Testing

@Suite struct QueueLengthTests {
  private func length(
    _ visits: [Visit], seconds: Double, thresholds: CountingThresholds = CountingThresholds()
  ) throws -> QueueLength {
    try #require(QueueLength(visits: visits, observed: .seconds(seconds), thresholds: thresholds))
  }

  @Test func everyLengthCountsForAsLongAsItLasts() throws {
    // 0 for 20 s, 1 for 50 s, 2 for 20 s, 4 for 10 s.
    let visits = [
      visit(1, from: 10, to: 60), visit(2, from: 20, to: 30), visit(3, from: 30, to: 40),
      visit(4, from: 70, to: 100), visit(5, from: 80, to: 90), visit(6, from: 80, to: 90),
      visit(7, from: 80, to: 90),
    ]
    let length = try length(visits, seconds: 100)
    #expect(length.max == 4 && length.p50 == 1 && length.p90 == 2)
    #expect(abs(length.mean - 1.3) < 1e-9)
    #expect([length.low, length.middle, length.high] == [0.2, 0.7, 0.1])
    var thresholds = CountingThresholds()
    (thresholds.queueMiddlePeople, thresholds.queueLongPeople) = (2, 3)
    let other = try self.length(visits, seconds: 100, thresholds: thresholds)
    #expect([other.low, other.middle, other.high] == [0.7, 0.2, 0.1])
  }

  @Test func anEmptyQueueHasLengthZeroAndAnUnseenOneHasNone() throws {
    let empty = try length([], seconds: 60)
    #expect(empty.mean == 0 && empty.max == 0 && empty.p90 == 0 && empty.low == 1 && empty.high == 0)
    #expect(QueueLength(visits: [], observed: .zero, thresholds: CountingThresholds()) == nil)
  }

  @Test(arguments: UInt64(1)...20)
  func itIsWhatCountingHeadsTenTimesASecondFinds(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let visits = (1...60).map { track in
      let start = Double(Int.random(in: 0..<2400, using: &generator)) / 10
      return visit(
        track, from: start, to: start + Double(Int.random(in: 1..<600, using: &generator)) / 10)
    }
    let heads = (0..<3000).map { step in
      let now = MediaTime(nanoseconds: Int64(step) * 100_000_000 + 50_000_000)
      return visits.count { $0.enter < now && now < $0.exit }
    }.sorted()
    let length = try length(visits, seconds: 300)
    #expect(length.max == heads.last && length.p50 == heads[1499] && length.p90 == heads[2699])
    #expect(abs(length.mean - Double(heads.reduce(0, +)) / 3000) < 1e-6)
    #expect(abs(length.low - Double(heads.count { $0 == 0 }) / 3000) < 1e-6)
    #expect(abs(length.high - Double(heads.count { $0 >= 4 }) / 3000) < 1e-6)
    #expect(abs(length.low + length.middle + length.high - 1) < 1e-9)
    // Little's law: all dwell is the mean length times the time.
    let dwell = visits.reduce(0) { $0 + $1.dwell.inSeconds }
    #expect(abs(length.mean * 300 - dwell) < 1e-6)
  }
}
