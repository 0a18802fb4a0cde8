import FootfallPlanning
import FootfallTestSupport
import Foundation
import Testing

/// The counts of `data/auckland/hourly.csv`: a row an hour from 2022-01-01 on, no row left out.
struct AucklandCounts {
  /// 2022-01-01, in hours since 1970-01-01.
  static let firstSlot = 18_993 * 24

  let series: [CountHistory]

  init() throws {
    let text = [UInt8](
      try Data(contentsOf: SharedData.root.appendingPathComponent("data/auckland/hourly.csv")))
    let rows = text.split(separator: UInt8(ascii: "\n"))
    let columns = rows[0].count { $0 == UInt8(ascii: ",") }
    var values = [[Double?]](repeating: [], count: columns)
    for row in rows.dropFirst() {
      let cells = row.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      for column in 0..<columns {
        let digits = cells[column + 1].filter { (48...57).contains($0) }
        values[column].append(digits.isEmpty ? nil : Double(digits.reduce(0) { $0 * 10 + Int($1 - 48) }))
      }
    }
    try #require(columns == 21 && values[0].count == (365 + 365 + 366) * 24)
    series = values.enumerated().map { index, values in
      CountHistory(id: "\(index)", firstSlot: AucklandCounts.firstSlot, values: values)
    }
  }
}
