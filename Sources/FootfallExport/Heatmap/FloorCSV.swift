public import FootfallAnalytics
internal import FootfallCore

/// Writes where time was spent on the floor plan: a row for each square, with its middle in metres.
///
/// Columns `xMetres`, `yMetres`, `personSeconds`, `personSecondsPerSquareMetre`; the last two are empty for squares that
/// are not seen whole.
public enum FloorCSV {
  /// The table as bytes of text.
  public static func encoded(_ heatmap: FloorHeatmap) -> [UInt8] {
    var csv = CSVWriter(header: ["xMetres", "yMetres", "personSeconds", "personSecondsPerSquareMetre"])
    for index in heatmap.personSeconds.indices {
      csv.add(square: index, of: heatmap)
      csv.endRow()
    }
    return csv.bytes
  }

  /// The table of a plan of several cameras, with a column `camera` that says which of them a square belongs to.
  public static func encoded(_ plan: StorePlan) -> [UInt8] {
    var csv = CSVWriter(
      header: ["xMetres", "yMetres", "personSeconds", "personSecondsPerSquareMetre", "camera"])
    for index in plan.heatmap.personSeconds.indices {
      csv.add(square: index, of: plan.heatmap)
      csv.add(text: plan.owners[index].map { plan.cameras[$0].id })
      csv.endRow()
    }
    return csv.bytes
  }
}

extension CSVWriter {
  fileprivate mutating func add(square index: Int, of heatmap: FloorHeatmap) {
    let middle = heatmap.cells.middle(of: index)
    add(middle.x, decimals: 2)
    add(middle.y, decimals: 2)
    add(heatmap.cells.isSeen(index) ? heatmap.personSeconds[index] : nil, decimals: 3)
    add(heatmap.density(of: index), decimals: 3)
  }
}
