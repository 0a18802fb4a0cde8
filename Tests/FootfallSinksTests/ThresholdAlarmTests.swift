import FootfallTestSupport
import Testing

@testable import FootfallSinks

@Suite("Threshold alarms")
struct ThresholdAlarmTests {
  private typealias Sample = (time: Double, value: Int?)

  private func changes(_ alarm: ThresholdAlarm, _ samples: [Sample]) -> [Double: ThresholdAlarm.Change] {
    var alarm = alarm
    var changes: [Double: ThresholdAlarm.Change] = [:]
    for sample in samples {
      if let change = alarm.observe(sample.value, at: .seconds(sample.time)) { changes[sample.time] = change }
    }
    return changes
  }

  @Test(
    "it changes where the number was beyond the limit for the whole of the time, and only there",
    arguments: 1...200)
  func property(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let above = Int.random(in: 1...6, using: &generator)
    let clear = Int.random(in: 0...above, using: &generator)
    let hold = Double(Int.random(in: 1...8, using: &generator))
    var value = 0
    let samples: [Sample] = (0..<300).map { step in
      value = max(0, value + Int.random(in: -1...1, using: &generator))
      return (Double(step), Int.random(in: 0..<40, using: &generator) == 0 ? nil : value)
    }
    let found = changes(ThresholdAlarm(above: above, clear: clear, hold: .seconds(hold)), samples)
    // By the definition: at each moment, look back over all of the time.
    var (isRaised, lastChange) = (false, -Double.infinity)
    for sample in samples {
      let window = samples.filter {
        $0.time <= sample.time && $0.time >= sample.time - hold && $0.time > lastChange
      }
      let isBeyond = window.allSatisfy { sample in
        sample.value.map { isRaised ? $0 <= clear : $0 > above } ?? false
      }
      let isLongEnough = window.first.map { sample.time - $0.time >= hold } ?? false
      let expected: ThresholdAlarm.Change? = isBeyond && isLongEnough ? (isRaised ? .cleared : .raised) : nil
      #expect(found[sample.time] == expected, "seed \(seed), \(sample)")
      if expected != nil { (isRaised, lastChange) = (!isRaised, sample.time) }
    }
  }

  @Test("between the two limits nothing changes, so that a number that hovers raises one alarm")
  func hysteresis() {
    let samples: [Sample] = (0..<100).map { (Double($0), $0.isMultiple(of: 2) ? 6 : 4) }
    let raised: [Sample] = [(-2, 6), (-1, 6)]
    let alarm = ThresholdAlarm(above: 5, clear: 3, hold: .seconds(1))
    #expect(changes(alarm, raised + samples) == [-1: .raised])
    #expect(changes(alarm, samples).isEmpty)
  }

  @Test("what is not known begins the wait anew, and one that was on before the program stopped clears")
  func unknown() {
    let alarm = ThresholdAlarm(above: 5, clear: 5, hold: .seconds(3), isRaised: true)
    let samples: [Sample] = [(0, 2), (2, nil), (3, 2), (5, 2), (6, 2)]
    #expect(changes(alarm, samples) == [6: .cleared])
  }
}
