import FootfallCore
import Testing

@testable import FootfallVision

@Suite struct StampSequenceTests {
  @Test(
    arguments: [
      (label: "regular", stamps: [0, 40, 80], times: [0, 40, 80]),
      (label: "an odd beginning", stamps: [-15, 25, 65], times: [0, 40, 80]),
      (label: "a repeated stamp", stamps: [0, 40, 40, 120], times: [0, 40, 80, 120]),
      (label: "a stamp slightly back", stamps: [0, 40, 30, 120], times: [0, 40, 80, 120]),
      (label: "no stamps", stamps: [nil, nil, nil], times: [0, 40, 80]),
      (label: "one stamp missing", stamps: [0, nil, 80], times: [0, 40, 80]),
      (label: "a loop", stamps: [0, 40, 9000, 0, 40, 80], times: [0, 40, 9000, 9040, 9080, 9120]),
      (label: "a leap of a year", stamps: [0, 40, 31_536_000_000, 31_536_000_040], times: [0, 40, 80, 120]),
    ] as [(label: String, stamps: [Int64?], times: [Int64])])
  func timesBeginAtZeroAndIncrease(label: String, stamps: [Int64?], times: [Int64]) {
    var sequence = StampSequence(framesPerSecond: 25)
    let result = stamps.map { sequence.next($0.map { $0 * 1_000_000 }).nanoseconds / 1_000_000 }
    #expect(result == times, "\(label)")
  }

  @Test func anyStampsAtAllGiveIncreasingTimes() {
    var sequence = StampSequence(framesPerSecond: 1e-300)
    var last: MediaTime?
    for stamp in [Int64.max, .min, 0, .max, 1, -1, .min, 1_000_000_000_000_000_000, 2] as [Int64] {
      let time = sequence.next(stamp)
      if let last { #expect(time > last) }
      last = time
    }
  }
}
