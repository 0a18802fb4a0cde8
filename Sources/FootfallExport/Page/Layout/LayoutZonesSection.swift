internal import FootfallLayout

/// A table of all zones: who came, who stopped, and what was sold.
struct LayoutZonesSection {
  let measures: LayoutMeasures
  let text: LayoutText

  var markup: Markup {
    let language = text.language
    var heads = [
      (language("Zone", "区域"), false), (language("Draw", "到访率"), true), (language("Stopped", "驻足率"), true),
      (language("Engaged", "深度停留率"), true), (language("Typical stay", "停留中位数"), true),
      (language("9 of 10 stay under", "九成停留短于"), true),
      (language("Visitors by m² and hour", "每平方米每小时到访"), true),
    ]
    if measures.sales != nil {
      heads += [
        (language("Lines sold by visitor", "人均购买行数"), true), (language("Sales by visitor", "人均销售额"), true),
        (language("Sales by engaged minute", "每深度停留分钟销售额"), true),
      ]
    }
    let rows = measures.zones.indices.map(row)
    return """
      <article class="card"><h3>\(language("Zones", "区域"))</h3>
      \(text.table(language("Zones", "区域"), heads: heads, rows: rows))
      <p class="sub">\(note)</p></article>

      """
  }

  private func row(_ index: Int) -> Markup {
    let (zone, plan) = (measures.zones[index], measures.plan.zones[index])
    let dead: Markup =
      zone.isDead == true ? "<span class=\"tag\">\(text.language("dead zone", "冷区"))</span>" : ""
    var cells: [Markup] = [
      text.share(zone.draw), text.share(zone.stopRate), text.share(zone.engagement),
      text.quantile(zone.dwell[.median]) { text.duration($0) },
      text.quantile(zone.dwell[.p90]) { text.duration($0) },
      text.ratio(zone.visitorsPerSquareMetreHour) { Wording.fixed($0, decimals: 2) },
    ]
    if let sold = measures.sales?.zones[index] {
      for ratio in [sold.conversion, sold.perVisitor, sold.perEngagedMinute] {
        cells.append(text.ratio(ratio) { Wording.fixed($0, decimals: 2) })
      }
    }
    return text.row("<i class=\"dot c\(index % 8)\"></i>\(plan.id)\(dead)", cells)
  }

  private var note: String {
    let parameters = measures.parameters
    let (stop, dead) = (
      Wording.fixed(parameters.stopSeconds, decimals: 0), Wording.percent(parameters.deadShare)
    )
    return text.language(
      "Draw: visitors of the zone among all. Stopped: visits of \(stop) seconds or more; the others passed by. Engaged: "
        + "visits as long as the zone asks for. Dead zone: fewer than \(dead) of visitors. Small print: 95 % intervals "
        + "over days where there are two or more, and what was counted. A dash: fewer than ten people, or not known.",
      "到访率：进入该区的顾客占全部顾客的比例。驻足率：停留不少于 \(stop) 秒的到访占比，其余为路过。深度停留：达到该区设定时长的到访。"
        + "冷区：到访率低于 \(dead)。小字为 95% 区间（两天及以上按日重抽样）与计数。短横线：少于十人，或未知。")
  }
}
