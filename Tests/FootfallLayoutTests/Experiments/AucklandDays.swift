import FootfallCore
import FootfallLayout
import FootfallTestSupport
import Foundation

/// Daily counts of pedestrians in Auckland (Heart of the City Auckland, CC BY 4.0).
enum AucklandDays {
  /// By sensor, the days of which every hour is there.
  static func sensors() throws -> [[DayValue]] {
    let url = SharedData.root.appendingPathComponent("data/auckland/hourly.csv")
    let rows = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
    var sums: [[Int: (hours: Int, count: Double)]] = []
    for row in rows {
      let fields = row.split(separator: ",", omittingEmptySubsequences: false)
      let date = fields[0].prefix(10).split(separator: "-").compactMap { Int($0) }
      guard date.count == 3, let clock = CivilTime(year: date[0], month: date[1], day: date[2]) else {
        continue
      }
      if sums.isEmpty { sums = .init(repeating: [:], count: fields.count - 1) }
      for (sensor, field) in fields.dropFirst().enumerated() {
        guard let count = Double(field) else { continue }
        let sum = sums[sensor][Int(clock.days)] ?? (0, 0)
        sums[sensor][Int(clock.days)] = (sum.hours + 1, sum.count + count)
      }
    }
    return sums.map { days in
      days.filter { $0.value.hours == 24 }.sorted { $0.key < $1.key }
        .map { DayValue(day: $0.key, value: $0.value.count) }
    }
  }
}
