import FootfallPlanning
import FootfallTestSupport

/// Made-up counts whose future is known.
enum Counts {
  /// A Monday, 2024-01-01, in days since 1970-01-01.
  static let monday = 19_723

  /// What a shop that is open from 9 to 21 expects in an hour: more at noon, and most on Saturdays.
  static func expected(weekday: Int, hour: Int) -> Double {
    guard (9..<21).contains(hour) else { return 0 }
    let noon = 1 - abs(Double(hour) - 14) / 8
    return (weekday == 5 ? 90 : weekday == 6 ? 30 : 60) * noon
  }

  /// Weeks from Monday 2024-01-01 on, every one alike.
  static func weeks(_ count: Int, minutes: Int = 60, id: String = "door") -> CountHistory {
    let perDay = 1440 / minutes
    let values = (0..<count * 7 * perDay).map { slot -> Double? in
      expected(weekday: slot / perDay % 7, hour: slot % perDay * minutes / 60) * Double(minutes) / 60
    }
    return CountHistory(id: id, firstSlot: monday * perDay, values: values)
  }

  /// The same with whole numbers drawn around the expectation: sums of four times as many trials, a little less spread
  /// than Poisson counts.
  static func noisyWeeks(_ count: Int, minutes: Int = 60, seed: UInt64) -> CountHistory {
    var generator = SeededGenerator(seed: seed)
    var history = weeks(count, minutes: minutes)
    history.values = history.values.map { value in
      let mean = value ?? 0
      let trials = Int(mean * 4) + 1
      return Double(
        (0..<trials).count { _ in Double.random(in: 0..<1, using: &generator) < mean / Double(trials) })
    }
    return history
  }

  /// The first slot after a history.
  static func end(of history: CountHistory) -> Int { history.firstSlot + history.values.count }
}
