internal import FootfallAnalytics
internal import FootfallLayout

/// Where people went from where, the most common ways, and how long ways were.
struct LayoutWaysSection {
  let measures: LayoutMeasures
  let text: LayoutText

  var markup: Markup { "\(flow)<div class=\"pair\">\(sequences)\(lengths)</div>" }

  private var language: LayoutLanguage { text.language }

  private var flow: Markup {
    let words = FlowDiagram.Words(
      arrived: language("Arrived", "进店"), left: language("Left", "离店"),
      summary: language("Ways between zones. The most frequent: ", "区域间动线。最常见："),
      to: language(" to ", " 至 "))
    let transitions = measures.moves.transitions(zones: measures.plan.zones.map(\.id))
    guard let diagram = FlowDiagram(transitions, words) else { return "" }
    return """
      <article class="card"><h3>\(language("Ways between zones", "区域间动线"))</h3>
      <p class="sub">\(language(
        "From where people came (left) and where they went next (right), of trips seen whole. The wider, the more often; "
          + "ways of fewer than ten people are left out.",
        "左侧为来处，右侧为下一去处，仅统计全程可见的行程。越宽越频繁；少于十人的动线不显示。"))</p>
      \(diagram.markup)</article>

      """
  }

  private var sequences: Markup {
    guard !measures.sequences.isEmpty else { return "" }
    let rows = measures.sequences.prefix(10).map { sequence -> Markup in
      let names = sequence.zones.map { measures.plan.zones[$0].id } + (sequence.isLonger ? ["…"] : [])
      return text.row("\(names.joined(separator: " → "))", ["\(Wording.count(sequence.count))"])
    }
    let heads = [(language("Way", "路线"), false), (language("Trips", "行程"), true)]
    return """
      <article class="card"><h3>\(language("Most common ways", "最常见路线"))</h3>
      \(text.table(language("Most common ways", "最常见路线"), heads: heads, rows: Array(rows)))</article>

      """
  }

  private var lengths: Markup {
    guard let ways = measures.ways else { return "" }
    func row(_ name: String, _ distribution: MeasuredDistribution, _ unit: String, _ decimals: Int) -> Markup
    {
      func number(_ value: Double) -> String { Wording.fixed(value, decimals: decimals) + unit }
      return text.row(
        "\(name)", [.p25, .median, .p75].map { text.quantile(distribution[$0], number) })
    }
    let heads = [
      (language("Of one visitor", "每位顾客"), false), (language("Quarter under", "四分之一低于"), true),
      (language("Half under", "一半低于"), true), (language("Three quarters under", "四分之三低于"), true),
    ]
    let rows = [
      row(language("Way", "步行距离"), ways.pathMetres, " m", 1),
      row(language("Detour: way / shortest, same order", "绕行系数（同顺序）"), ways.travelDeviation, "", 2),
      row(language("Order: that / shortest, best order", "顺序系数（最优顺序）"), ways.orderDeviation, "", 2),
      row(language("Depth: farthest from the start", "最深到达"), ways.depthMetres, " m", 1),
      row(language("Floor crossed", "走过面积"), ways.squares, " m²", 0),
      row(language("Zones entered", "进入区域数"), ways.zones, "", 0),
    ]
    return """
      <article class="card"><h3>\(language("How people walk", "步行方式"))</h3>
      \(text.table(language("How people walk", "步行方式"), heads: heads, rows: rows))
      <p class="sub">\(language("Half a turn or more, clockwise", "顺时针半圈以上")): \(text.share(ways.clockwise))\
      \(language("Counterclockwise", "逆时针")): \(text.share(ways.counterclockwise))</p></article>

      """
  }
}
