public import FootfallAnalytics
internal import FootfallCore

/// Writes heatmaps of one camera as tables: a row for each square, with its middle in metres of the floor plan or pixels of
/// the picture.
public enum HeatCSV {
  /// Maps of several stretches of time, one after the other.
  ///
  /// Columns: the name of what divides the time, the middle of the square, `observedSeconds`, `personSeconds`, and these for
  /// each hour seen and each square metre or cell. The last two are empty for squares that are not seen whole.
  /// - Parameter column: what divides the time, `hour` or `day`.
  public static func encoded(
    _ maps: [(label: String, tally: HeatTally)], by column: String, cells: HeatCells
  ) -> [UInt8] {
    var csv = CSVWriter(
      header: [column] + cells.axes + ["observedSeconds", "personSeconds", cells.rateName])
    for map in maps {
      for index in 0..<cells.count {
        let isSeen = cells.isSeen(index)
        csv.add(text: map.label)
        csv.add(middleOf: index, in: cells)
        csv.add(map.tally.observedSeconds, decimals: 3)
        csv.add(isSeen ? map.tally.personSeconds[index] : nil, decimals: 3)
        csv.add(isSeen ? map.tally.perHour(index).map { $0 / cells.area } : nil, decimals: 3)
        csv.endRow()
      }
    }
    return csv.bytes
  }

  /// The difference of two periods.
  ///
  /// Columns: the middle of the square, `before`, `after` and `difference` in person-seconds for each hour seen and each
  /// square metre or cell, `p`, `q` and `significant` (`true` or `false`). They are empty for squares that are not seen
  /// whole, the last three also where nothing was tested.
  public static func encoded(_ comparison: HeatComparison, cells: HeatCells) -> [UInt8] {
    var csv = CSVWriter(
      header: cells.axes + ["before", "after", "difference", "p", "q", "significant"])
    for (index, cell) in comparison.cells.enumerated() {
      let seen = cells.isSeen(index) ? cell : nil
      csv.add(middleOf: index, in: cells)
      for value in [seen?.before, seen?.after, seen?.difference] {
        csv.add(value.map { $0 / cells.area }, decimals: 3)
      }
      for value in [seen?.p, seen?.q] { csv.add(value, decimals: 6) }
      csv.add(text: seen?.q == nil ? nil : seen?.isSignificant == true ? "true" : "false")
      csv.endRow()
    }
    return csv.bytes
  }
}

extension HeatCells {
  fileprivate var axes: [String] {
    switch self {
    case .floor: ["xMetres", "yMetres"]
    case .picture: ["xPixels", "yPixels"]
    }
  }

  fileprivate var rateName: String {
    switch self {
    case .floor: "personSecondsPerSquareMetreHour"
    case .picture: "personSecondsPerCellHour"
    }
  }
}

extension CSVWriter {
  fileprivate mutating func add(middleOf index: Int, in cells: HeatCells) {
    let middle = cells.middle(of: index)
    add(middle.x, decimals: 2)
    add(middle.y, decimals: 2)
  }
}
