internal import FootfallLayout

/// Where people hindered each other.
struct LayoutCrowdSection {
  let report: LayoutReport
  let text: LayoutText

  var markup: Markup {
    guard let measures = report.density?.measures else { return "" }
    let told = measures.filter { $0.value.entries >= Disclosure.leastCount }
    guard !told.isEmpty else { return "" }
    let language = text.language
    let crowded = told.filter { $0.value.crowdedSeconds > 0 }
      .sorted {
        ($1.value.crowdedSeconds, $0.key.row, $0.key.column)
          < ($0.value.crowdedSeconds, $1.key.row, $1.key.column)
      }.prefix(8)
    let rows = crowded.map { square, measure -> Markup in
      let (x, y) = (
        Double(square.column) * DensityMeter.squareMetres, Double(square.row) * DensityMeter.squareMetres
      )
      let all = measure.seconds.values.reduce(0, +)
      return text.row(
        "x \(Wording.fixed(x, decimals: 0)), y \(Wording.fixed(y, decimals: 0)) m",
        [
          "\(text.duration(measure.crowdedSeconds))", "\(Wording.percent(measure.crowdedSeconds / all))",
          "\(Wording.fixed(measure.peak, decimals: 2))",
        ])
    }
    let heads = [
      (language("Square of 2 m from", "2 米方格起点"), false), (language("Crowded for", "拥挤时长"), true),
      (language("Of the time with people", "占有人时间"), true),
      (language("Most people by m²", "最高密度（人/平方米）"), true),
    ]
    let table: Markup =
      rows.isEmpty
      ? "<p class=\"sub\">\(language("Nobody was crowded.", "没有拥挤的位置。"))</p>"
      : text.table(language("Bottlenecks", "瓶颈"), heads: heads, rows: Array(rows))
    return """
      <article class="card"><h3>\(language("Bottlenecks", "瓶颈"))</h3>
      \(table)
      <p class="sub">\(language(
        "Crowded: less than 1.4 m² for each person over ten seconds, Fruin’s levels of service D to F.",
        "拥挤：十秒内人均面积小于 1.4 平方米（Fruin 服务水平 D 至 F）。"))</p></article>

      """
  }
}
