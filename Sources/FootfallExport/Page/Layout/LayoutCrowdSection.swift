internal import FootfallLayout

/// Where people hindered each other.
struct LayoutCrowdSection {
  let report: LayoutReport
  let text: LayoutText

  var markup: Markup {
    guard let squares = report.crowding, !squares.isEmpty else { return "" }
    let language = text.language
    let rows = rows(of: squares)
    let heads = [
      (language("Square of 2 m from", "2 米方格起点"), false), (language("Crowded for", "拥挤时长"), true),
      (language("Of the time with people", "占有人时间"), true),
      (language("Most people by m²", "最高密度（人/平方米）"), true),
      (language("Most people a minute by metre", "每米每分钟最多人数"), true),
    ]
    let table: Markup =
      rows.isEmpty
      ? "<p class=\"sub\">\(language("Nobody was crowded.", "没有拥挤的位置。"))</p>"
      : text.table(language("Bottlenecks", "瓶颈"), heads: heads, rows: rows)
    return """
      <article class="card"><h3>\(language("Bottlenecks", "瓶颈"))</h3>
      \(table)
      <p class="sub">\(language(
        "Crowded: less than 1.4 m² for each person over ten seconds, Fruin’s levels of service D to F. Flow: people who came "
          + "into the square within a minute, by metre of its width, and its level.",
        "拥挤：十秒内人均面积小于 1.4 平方米（Fruin 服务水平 D 至 F）。流量：一分钟内进入该方格的人数除以其宽度（米），括号内为服务水平。"))</p></article>

      """
  }

  /// The most crowded ones.
  private func rows(of squares: [LayoutReport.CrowdedSquare]) -> [Markup] {
    // Sorting is stable: of equal ones the first by view, row and column.
    let crowded = squares.filter { $0.measure.crowdedSeconds > 0 }
      .sorted { $0.measure.crowdedSeconds > $1.measure.crowdedSeconds }.prefix(8)
    return crowded.map { crowded in
      let (square, measure) = (crowded.square, crowded.measure)
      let (x, y) = (
        Double(square.column) * DensityMeter.squareMetres, Double(square.row) * DensityMeter.squareMetres
      )
      let place = report.densities.count > 1 ? "\(crowded.view): " : ""
      let all = measure.seconds.values.reduce(0, +)
      let level = ServiceLevel(peopleByMetreAndMinute: measure.peakFlow).rawValue
      return text.row(
        "\(place)x \(Wording.fixed(x, decimals: 0)), y \(Wording.fixed(y, decimals: 0)) m",
        [
          "\(text.duration(measure.crowdedSeconds))", "\(Wording.percent(measure.crowdedSeconds / all))",
          "\(Wording.fixed(measure.peak, decimals: 2))",
          "\(Wording.fixed(measure.peakFlow, decimals: 1)) (\(level))",
        ])
    }
  }
}
