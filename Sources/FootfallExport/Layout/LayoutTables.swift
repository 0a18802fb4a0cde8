internal import FootfallAnalytics
internal import FootfallCore
internal import FootfallLayout

/// The measures of a layout as tables for spreadsheets; what is withheld or not known is an empty cell.
///
/// The last column is the id of the store, `simulated` for a made-up one.
public enum LayoutTables {
  /// A row for each zone.
  public static func zones(_ report: LayoutReport) -> [UInt8] {
    let measures = report.measures
    var table = CSVWriter(header: [
      "zone", "kind", "squareMetres", "visitors", "draw", "drawLow", "drawHigh", "visits", "stopRate",
      "engagement", "engagedSecondsPerVisitor", "dwellP25", "dwellMedian", "dwellP75", "dwellP90", "isDead",
      "linesPerVisitor", "amountPerVisitor", "amountPerEngagedMinute", "store",
    ])
    for (index, zone) in measures.zones.enumerated() {
      let (plan, sold) = (measures.plan.zones[index], measures.sales?.zones[index])
      let interval = zone.draw.dayInterval ?? zone.draw.proportion?.interval
      table.add(text: plan.id)
      table.add(text: plan.kind.rawValue)
      table.add(zone.areaSquareMetres, decimals: 2)
      table.add(zone.visitors)
      for share in [zone.draw.value, interval?.lowerBound, interval?.upperBound] {
        table.add(share, decimals: 6)
      }
      table.add(zone.visits)
      for value in [zone.stopRate.value, zone.engagement.value] { table.add(value, decimals: 6) }
      table.add(zone.engagedSeconds.value, decimals: 3)
      for level in MeasuredDistribution.Level.allCases { table.add(zone.dwell[level].value, decimals: 3) }
      table.add(zone.isDead)
      for value in [sold?.conversion.value, sold?.perVisitor.value, sold?.perEngagedMinute.value] {
        table.add(value, decimals: 6)
      }
      table.add(text: report.store)
      table.endRow()
    }
    return table.bytes
  }

  /// A row for each move from place to place that is told.
  public static func moves(_ report: LayoutReport) -> [UInt8] {
    let measures = report.measures
    var table = CSVWriter(header: ["from", "to", "count", "share", "low", "high", "store"])
    let ids = measures.plan.zones.map(\.id)
    let (rows, columns) = (["(entry)"] + ids, ids + ["(exit)"])
    for (row, from) in rows.enumerated() {
      for (column, to) in columns.enumerated() {
        guard let count = measures.moves.counts[row][column], count > 0 else { continue }
        let share = measures.moves.shares[row][column]
        let interval = share?.dayInterval ?? share?.proportion?.interval
        table.add(text: from)
        table.add(text: to)
        table.add(count)
        for value in [share?.value, interval?.lowerBound, interval?.upperBound] {
          table.add(value, decimals: 6)
        }
        table.add(text: report.store)
        table.endRow()
      }
    }
    return table.bytes
  }

  /// A row for each pair of zones that is told.
  public static func pairs(_ report: LayoutReport) -> [UInt8] {
    let measures = report.measures
    var table = CSVWriter(header: [
      "first", "second", "both", "firstOnly", "secondOnly", "neither", "support", "confidence", "lift",
      "liftLow", "liftHigh", "qValue", "store",
    ])
    for pair in measures.pairs {
      let interval = pair.table.liftInterval
      table.add(text: measures.plan.zones[pair.first].id)
      table.add(text: measures.plan.zones[pair.second].id)
      for count in [pair.table.both, pair.table.firstOnly, pair.table.secondOnly, pair.table.neither] {
        table.add(count)
      }
      for value in [
        pair.support.value, pair.confidence.value, pair.table.lift, interval?.lowerBound,
        interval?.upperBound,
      ] { table.add(value, decimals: 6) }
      table.add(pair.qValue, decimals: 9)
      table.add(text: report.store)
      table.endRow()
    }
    return table.bytes
  }
}
