internal import FootfallLayout

/// Whether layouts made a difference: of each comparison the answer, and what each method says, in a forest plot.
struct LayoutExperimentsSection {
  let comparisons: [ComparisonDocument]
  let text: LayoutText

  private var language: LayoutLanguage { text.language }

  var markup: Markup {
    guard !comparisons.isEmpty else { return "" }
    return "\(overview)\(comparisons.map(card))"
  }

  /// All of them on one scale, where each is a share of its baseline.
  private var overview: Markup {
    let rows = comparisons.compactMap { comparison -> ForestPlot.Row? in
      comparison.share.map { ForestPlot.Row(name: wording(comparison).name, estimate: $0, isMain: true) }
    }
    guard comparisons.count > 1, rows.count == comparisons.count else { return "" }
    return """
      <article class="card"><h3>\(language("All experiments", "全部实验"))</h3>
      \(ForestPlot(rows, to: language("to", "至"), text: Self.percent).markup)</article>

      """
  }

  private func card(_ comparison: ComparisonDocument) -> Markup {
    let wording = wording(comparison)
    let notes =
      (comparison.declaredChange.map { [language("Declared: ", "已声明：") + $0] } ?? []) + wording.notes
    return """
      <article class="card"><h3>\(language("Experiment: ", "实验："))\(wording.name)</h3>
      <p class="lead"><b>\(wording.sentence)</b></p><p class="sub">\(sides(comparison))</p>
      \(plots(comparison))
      <ul class="sub list">\(notes.map { "<li>\($0)</li>" as Markup })</ul></article>

      """
  }

  private func wording(_ comparison: ComparisonDocument) -> ComparisonWording {
    ComparisonWording(document: comparison, language: language)
  }

  private func sides(_ comparison: ComparisonDocument) -> String {
    let (old, new) = (comparison.baseline, comparison.changed)
    let (before, after) = (Self.number(old.mean), Self.number(new.mean))
    let controls = comparison.controls.joined(separator: ", ")
    let found = comparison.minimumDetectableShare.map { Wording.percent($0.magnitude) }
    return language(
      "\(before) a day on \(old.days) days without the change, \(after) on \(new.days) days with it."
        + (controls.isEmpty ? "" : " Less what these did: \(controls).")
        + (found.map { " A change of \($0) would have been found four times in five." } ?? ""),
      "改动前 \(old.days) 天日均 \(before)，改动后 \(new.days) 天日均 \(after)。"
        + (controls.isEmpty ? "" : "已扣除对照的变化：\(controls)。")
        + (found.map { "若变化达到 \($0)，五次中有四次可以发现。" } ?? ""))
  }

  private func plots(_ comparison: ComparisonDocument) -> Markup {
    let isShare = comparison.share != nil
    func inUnit(_ estimate: EstimateDocument) -> EstimateDocument? {
      guard isShare else { return estimate }
      // Pooled shares differ on no other scale.
      let isLinear = estimate.method == Comparison.Method.newcombe.rawValue
      let scale = isLinear ? .linear : Experiment.Scale(rawValue: comparison.scale) ?? .linear
      return estimate.converted { scale.share($0, of: comparison.baseline.mean) }
    }
    func plot(_ name: String, _ rows: [(name: String, estimate: EstimateDocument, isMain: Bool)]) -> Markup {
      let shown = rows.compactMap { row in
        inUnit(row.estimate).map { ForestPlot.Row(name: row.name, estimate: $0, isMain: row.isMain) }
      }
      guard !shown.isEmpty else { return "" }
      let text = isShare ? Self.percent : Self.signed
      return "<h4>\(name)</h4>\(ForestPlot(shown, to: language("to", "至"), text: text).markup)"
    }
    let methods = [comparison.effect] + comparison.checks
    let wording = wording(comparison)
    let history = comparison.history
    let level = Wording.percent(comparison.level)
    let heading = language(
      "The change, with \(level) intervals", "变化幅度及 \(level) 区间")
    return [
      plot(heading, methods.map { (wording.method($0), $0, $0.method == nil) }),
      plot(
        language("Week by week, against the last one before", "逐周变化（相对改动前最后一周）"),
        (history?.weeks ?? []).compactMap { week in
          week.effect.map { (self.week(week.week), $0, week.week >= 0) }
        }),
      plot(
        language("Dates on which nothing changed: what chance does", "未作改动的日期：偶然波动的大小"),
        (history?.placebos ?? []).map { ($0.date, $0.effect, false) }),
    ].joined()
  }

  private func week(_ number: Int) -> String {
    number < 0
      ? language(Wording.count(-number, "week", "weeks") + " before", "改动前第 \(-number) 周")
      : language("week \(number + 1) after", "改动后第 \(number + 1) 周")
  }

  /// `+12 %`, with a decimal below 10.
  private static func percent(_ share: Double) -> String {
    let decimals = share.magnitude >= 0.0995 || share == 0 ? 0 : 1
    return sign(share) + fixed(share.magnitude * 100, decimals) + " %"
  }

  /// With a sign and three digits.
  private static func signed(_ number: Double) -> String { sign(number) + self.number(number.magnitude) }

  private static func sign(_ number: Double) -> String { number > 0 ? "+" : number < 0 ? "−" : "" }

  private static func number(_ number: Double) -> String {
    let size = number.magnitude
    return fixed(number, size >= 99.5 || size == 0 ? 0 : size >= 9.95 ? 1 : size >= 0.95 ? 2 : 3)
  }

  private static func fixed(_ number: Double, _ decimals: Int) -> String {
    Wording.fixed(min(max(number, -1e12), 1e12), decimals: decimals).replacing("-", with: "−")
  }
}
