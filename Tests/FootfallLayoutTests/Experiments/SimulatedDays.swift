import FootfallCore
import FootfallLayout

/// Days of a made-up store whose weekdays differ, and whose good and bad days all its zones share.
struct SimulatedDays {
  var generator: SplitMix64
  /// The shock that a day brings to all zones, as a share.
  var shock = 0.15
  /// What is left to each zone of its own, as a share.
  var noise = 0.08

  private static let weekdays = [0.8, 0.85, 0.9, 1.0, 1.2, 1.5, 0.75]

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  private mutating func normal() -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &generator) }
  }

  /// Values of some zones on the same days.
  /// - Parameter isChanged: whether the first zone is `effect` higher.
  mutating func zones(
    _ count: Int, days: Range<Int>, parts: Int = 1, effect: Double = 0, isChanged: (Int, Int) -> Bool
  ) -> [[DayValue]] {
    var zones = [[DayValue]](repeating: [], count: count)
    for day in days {
      let level = 200 * Self.weekdays[day % 7] * (1 + shock * normal())
      for part in 0..<parts {
        for zone in 0..<count {
          let factor = zone == 0 && isChanged(day, part) ? 1 + effect : 1
          let value = level * (part == 0 ? 1 : 1.4) * (1 + noise * normal()) * factor
          zones[zone].append(DayValue(day: day, part: part, value: max(value, 1)))
        }
      }
    }
    return zones
  }
}
