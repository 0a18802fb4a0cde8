internal import FootfallLayout

/// What stands where now and in the placement of the first rank, on the plan, and what moves in each placement.
struct LayoutSuggestionSection {
  let plan: LayoutPlan
  let suggestion: SuggestionDocument?
  let text: LayoutText

  private var language: LayoutLanguage { text.language }

  var markup: Markup {
    guard let suggestion, let best = suggestion.alternatives.first else { return "" }
    let proof =
      suggestion.proved
      ? language("It is proved that this model has no better placements.", "已证明该模型没有更优的摆放。")
      : language(
        "Found by search; it is not proved that there are no better placements.", "由搜索得到，未证明没有更优的摆放。")
    return """
      <article class="card"><h3>\(language("Suggested placement, to be tested", "建议摆放（有待测试）"))</h3>
      \(drawings(best))\(table(suggestion))
      <p class="sub">\(language(
        "Colours: goods of one scene have one colour. Outlined: what would move. The model’s value tells how much of what "
          + "belongs together is met together; it takes for granted that people keep their ways, and promises no sales. Test "
          + "the first one with a zone as control (layout plan-test, layout compare). ",
        "同一场景的商品颜色相同，描边者为需移动者。模型值表示相关商品被同时遇到的程度；它假定顾客动线不变，不承诺销售。"
          + "请先对第一方案做带对照区的测试（layout plan-test、layout compare）。"))\(proof)</p></article>

      """
  }

  private typealias Place = (goods: String, isMoved: Bool)

  private func drawings(_ best: SuggestionDocument.Alternative) -> Markup {
    let before = placed(best.placement.compactMap { place in place.from.map { ($0, (place.scene, false)) } })
    let after = placed(best.placement.map { ($0.zone, ($0.scene, $0.from != $0.zone)) })
    let goods = best.placement.map(\.scene)
    let plans = plan.views.indices.map { view -> Markup in
      let name: Markup = plan.views.count > 1 ? "<h4>\(plan.views[view].id)</h4>" : ""
      let both = [(language("Now", "现状"), before), (language("First suggestion", "第一方案"), after)].map {
        title, zones in
        LayoutDrawing(plan: plan, view: view, title: title, looks: looks(zones, goods: goods)).markup
      }
      return "\(name)<div class=\"plans\">\(both)</div>"
    }
    return plans.joined()
  }

  private func placed(_ pairs: [(String, Place)]) -> [String: Place] {
    Dictionary(pairs) { first, _ in first }
  }

  private func looks(_ zones: [String: Place], goods: [String]) -> [LayoutDrawing.Look] {
    plan.zones.map { zone in
      guard let place = zones[zone.id] else {
        return LayoutDrawing.Look(style: "class=\"shape unknown\"", text: LayoutText.none)
      }
      let moved = place.isMoved ? " moved" : ""
      return LayoutDrawing.Look(
        style: "class=\"goods c\(colour(of: place.goods, among: goods))\(moved)\"", text: place.goods)
    }
  }

  /// That of the scene whose zone the goods are named after, or one of their own.
  private func colour(of goods: String, among all: [String]) -> Int {
    let zone = plan.zones.firstIndex { $0.id == goods }
    let scene = zone.flatMap { zone in plan.scenes.firstIndex { $0.zones.contains(zone) } }
    return (scene ?? plan.scenes.count + (all.firstIndex(of: goods) ?? 0)) % 8
  }

  private func table(_ suggestion: SuggestionDocument) -> Markup {
    let alternatives = suggestion.alternatives
    let heads =
      [(language("Goods", "商品"), false), (language("Now", "现状"), false)]
      + alternatives.map { (language("Rank \($0.rank)", "第 \($0.rank) 方案"), false) }
    func cells(_ cells: [Markup]) -> [Markup] { cells.map { "<td>\($0)</td>" } }
    func value(_ number: Double?) -> Markup { number.map { "\(Wording.fixed($0, decimals: 3))" } ?? "–" }
    let values =
      [value(suggestion.valueNow)] + alternatives.map { value($0.value) }
    let rows = alternatives[0].placement.indices.compactMap { index -> Markup? in
      let places = alternatives.map { $0.placement[index] }
      guard places.contains(where: { $0.from != $0.zone }) else { return nil }
      let zones = places.map { place -> Markup in
        place.from == place.zone ? "\(place.zone)" : "<b class=\"tag\">\(place.zone)</b>"
      }
      let now: Markup = places[0].from.map { "\($0)" } ?? "–"
      return "<tr><th scope=\"row\">\(places[0].scene)</th>\(cells([now] + zones))</tr>"
    }
    let model: Markup = "<tr><th scope=\"row\">\(language("Model value", "模型值"))</th>\(cells(values))</tr>"
    return text.table(language("What moves", "需移动者"), heads: heads, rows: rows + [model])
  }
}
