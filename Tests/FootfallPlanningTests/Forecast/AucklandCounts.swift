import FootfallCore
import FootfallPlanning
import FootfallTestSupport
import Foundation
import Testing

/// The counts of `data/auckland/hourly.csv`, hour by hour from 2022-01-01 on.
///
/// One row, 2024-09-29T06:00, bears the date of the day before; it is left out.
struct AucklandCounts {
  /// 2022-01-01, in hours since 1970-01-01.
  static let firstSlot = 18_993 * 24

  let series: [CountHistory]

  init() throws {
    let text = [UInt8](
      try Data(contentsOf: SharedData.root.appendingPathComponent("data/auckland/hourly.csv")))
    let rows = text.split(separator: UInt8(ascii: "\n"))
    let columns = rows[0].count { $0 == UInt8(ascii: ",") }
    let hours = (365 + 365 + 366) * 24
    var values = [[Double?]](repeating: Array(repeating: nil, count: hours), count: columns)
    var last = -1
    for row in rows.dropFirst() {
      let cells = row.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      let hour = try AucklandCounts.hour(cells[0]) - AucklandCounts.firstSlot
      guard hour > last else { continue }
      last = hour
      for column in 0..<columns {
        let digits = cells[column + 1].filter { (48...57).contains($0) }
        values[column][hour] = digits.isEmpty ? nil : Double(digits.reduce(0) { $0 * 10 + Int($1 - 48) })
      }
    }
    try #require(columns == 21 && last == hours - 1)
    series = values.enumerated().map { index, values in
      CountHistory(id: "\(index)", firstSlot: AucklandCounts.firstSlot, values: values)
    }
  }

  /// The hour since 1970-01-01 of `2022-01-01T00:00`.
  private static func hour(_ cell: ArraySlice<UInt8>) throws -> Int {
    let numbers = cell.split { !(48...57).contains($0) }.map { $0.reduce(0) { $0 * 10 + Int($1 - 48) } }
    let date = try #require(CivilTime(year: numbers[0], month: numbers[1], day: numbers[2]))
    return Int(date.days) * 24 + numbers[3]
  }
}
