internal import FootfallLayout

/// Whether visitors meet the zones of a scene together.
struct LayoutScenesSection {
  let measures: LayoutMeasures
  let text: LayoutText

  private var language: LayoutLanguage { text.language }

  var markup: Markup { "\(scenes)\(pairs)" }

  private var scenes: Markup {
    guard !measures.scenes.isEmpty else { return "" }
    let hasBaskets = measures.scenes.contains { $0.baskets != nil }
    var heads = [
      (language("Scene", "场景"), false), (language("Draw", "到访率"), true),
      (language("Two zones or more", "到访两区以上"), true),
      (language("All zones", "到访全部区域"), true), (language("Stopped", "驻足率"), true),
      (language("Pairs met together", "关联区域对"), true),
    ]
    if hasBaskets { heads.append((language("Basket rate", "连带购买率"), true)) }
    let rows = measures.scenes.indices.map { row($0, hasBaskets: hasBaskets) }
    return """
      <article class="card"><h3>\(language("Scenes", "场景"))</h3>
      \(text.table(language("Scenes", "场景"), heads: heads, rows: rows))
      <p class="sub">\(language(
        "Of those who enter one zone of a scene, how many enter more. Pairs met together: pairs that visitors enter both "
          + "more often than by chance, at a false discovery rate of 5 %. Basket rate: receipts with goods of two zones "
          + "of the scene among those with goods of one.",
        "在进入场景任一区域的顾客中，进入更多区域的比例。关联区域对：顾客同时到访的频率显著高于随机（错误发现率 5%）。"
          + "连带购买率：含场景内两个区域商品的小票占含任一区域商品小票的比例。"))</p></article>

      """
  }

  private func row(_ index: Int, hasBaskets: Bool) -> Markup {
    let (scene, plan) = (measures.scenes[index], measures.plan.scenes[index])
    func complete(_ zones: Int) -> Markup { scene.completeness[zones - 1].map { text.share($0) } ?? "–" }
    let found = scene.pairs.count { $0.isAssociated && ($0.table.lift ?? 0) > 1 }
    var cells: [Markup] = [
      text.share(scene.draw), complete(2), complete(plan.zones.count), text.share(scene.stopRate),
      "\(found) \(language("of", "/")) \(scene.pairs.count)",
    ]
    if hasBaskets { cells.append(scene.baskets.map { text.share($0.basketRate) } ?? "–") }
    let names = plan.zones.map { measures.plan.zones[$0].id }.joined(separator: ", ")
    return text.row("\(plan.id)<span class=\"cut\">\(names)</span>", cells)
  }

  private var pairs: Markup {
    let strongest = measures.pairs.filter(\.isAssociated)
      .sorted { (($1.table.lift ?? 0), $0.first, $0.second) < (($0.table.lift ?? 0), $1.first, $1.second) }
    guard !strongest.isEmpty else { return "" }
    let heads = [
      (language("Pair", "区域对"), false), (language("Lift", "提升度"), true),
      (language("Both, of all", "同时到访"), true),
      (language("Second, of those in the first", "到访前者中到访后者"), true),
      (language("First before second", "先前者后后者"), true),
    ]
    let rows = strongest.prefix(15).map { pair -> Markup in
      let names = [pair.first, pair.second].map { measures.plan.zones[$0].id }.joined(separator: " + ")
      func lift(_ number: Double) -> String { Wording.fixed(number, decimals: 2) }
      let interval = pair.table.liftInterval.map { text.range($0, lift) }
      return text.row(
        "\(names)",
        [
          "\(pair.table.lift.map(lift) ?? LayoutText.none)\(interval)", text.share(pair.support),
          text.share(pair.confidence), text.share(pair.firstBeforeSecond),
        ])
    }
    return """
      <article class="card"><h3>\(language("Zones visited together", "同时到访的区域"))</h3>
      \(text.table(language("Zones visited together", "同时到访的区域"), heads: heads, rows: Array(rows)))
      <p class="sub">\(language(
        "Lift: how many times as often as by chance; below 1, less often. Pairs that chance does not explain, the "
          + "strongest first. It tells what goes together, not why.",
        "提升度：同时到访频率相对随机的倍数；小于 1 表示更少。仅列随机难以解释的区域对，由强到弱。表示同时出现，并不说明原因。"))</p></article>

      """
  }
}
