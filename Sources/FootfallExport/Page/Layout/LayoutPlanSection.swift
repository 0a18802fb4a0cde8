internal import FootfallLayout

/// The floor plan three times: who comes, how long they stay, and where the time is spent.
struct LayoutPlanSection {
  let measures: LayoutMeasures
  let text: LayoutText

  var markup: Markup {
    let language = text.language
    let drawings = measures.plan.views.indices.map { view -> Markup in
      let name: Markup =
        measures.plan.views.count > 1 ? "<h4>\(measures.plan.views[view].id)</h4>" : ""
      return "\(name)<div class=\"plans\">\(maps.map { drawing($0, view: view) })</div>"
    }
    return """
      <article class="card"><h3>\(language("On the floor plan", "平面图"))</h3>
      \(drawings)
      <p class="sub">\(language(
        "The stronger the colour, the larger the number; each drawing has a scale of its own. Hatched zones are withheld "
          + "or nobody came.",
        "颜色越深，数值越大；每张图的色阶各自独立。斜线区域：人数过少而不公布，或无人到访。"))</p></article>

      """
  }

  private typealias Map = (title: String, values: [Double?], text: (Double) -> String)

  private var maps: [Map] {
    let language = text.language
    var maps: [Map] = [
      (
        language("Draw: share of visitors who enter", "到访率：进入该区的顾客占比"),
        measures.zones.map(\.draw.value), Wording.percent
      ),
      (
        language("Typical stay", "停留时间中位数"), measures.zones.map { $0.dwell[.median].value },
        { text.duration($0) }
      ),
    ]
    let density = measures.zones.map { $0.density?.value }
    if density.contains(where: { $0 != nil }) {
      maps.append(
        (
          language("Person-seconds by m² and open hour", "每平方米每营业小时的停留人秒"), density,
          { Wording.fixed($0, decimals: 0) }
        ))
    } else {
      maps.append(
        (
          language("Engaged seconds by visitor", "每位到访者的深度停留秒数"),
          measures.zones.map(\.engagedSeconds.value), { Wording.fixed($0, decimals: 0) }
        ))
    }
    return maps
  }

  private func drawing(_ map: Map, view: Int) -> Markup {
    LayoutDrawing(plan: measures.plan, view: view, title: map.title, values: map.values, text: map.text)
      .markup
  }
}
