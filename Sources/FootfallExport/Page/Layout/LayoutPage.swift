internal import FootfallCore
internal import FootfallLayout

/// The measures of a layout for people, in one of several languages.
///
/// One file without scripts that asks the network for nothing; every text from outside is escaped.
public struct LayoutPage: Sendable {
  private let report: LayoutReport
  private let text: LayoutText

  /// Prepares the page.
  public init(_ report: LayoutReport, _ language: LayoutLanguage) {
    self.report = report
    text = LayoutText(language)
  }

  /// The page as HTML in UTF-8.
  public func encoded() -> [UInt8] { [UInt8](markup.html.utf8) }

  private var language: LayoutLanguage { text.language }
  private var measures: LayoutMeasures { report.measures }

  private var markup: Markup {
    let links = LayoutLanguage.allCases.filter { $0 != language }.map { other -> Markup in
      "<a href=\"\(other.pageName)\" lang=\"\(other.rawValue)\">\(other.ownName)</a>"
    }
    let frame = PageFrame(
      generatorVersion: report.generatorVersion, kind: language("footfall layout", "footfall 陈列分析"),
      title: report.store, facts: facts,
      navigation: "<nav aria-label=\"\(language("Languages", "语言"))\">\(links)</nav>",
      language: language.rawValue, skipText: language("Skip to the numbers", "跳到数据"),
      style: Stylesheet.layout)
    return frame.markup(
      main: """
        <div class="layout">\(headline)\
        \(LayoutPlanSection(measures: measures, text: text).markup)\
        \(LayoutZonesSection(measures: measures, text: text).markup)\
        \(LayoutScenesSection(measures: measures, text: text).markup)\
        \(LayoutExperimentsSection(comparisons: report.comparisons, text: text).markup)\
        \(LayoutSuggestionSection(plan: measures.plan, suggestion: report.suggestion, text: text).markup)\
        \(LayoutWaysSection(measures: measures, text: text).markup)\
        \(LayoutCrowdSection(report: report, text: text).markup)</div>
        """, footer: footer)
  }

  private var facts: [String] {
    let ends = [measures.days.first, measures.days.last].compactMap { $0 }.map(ClockText.date)
    let period = Set(ends).count == 1 ? ends[0] : ends.joined(separator: " – ")
    return [
      period, report.timeZone,
      language(Wording.count(measures.days.count, "day", "days"), "\(measures.days.count) 天"),
    ]
  }

  private func tile(_ name: String, _ value: String, _ detail: String) -> Markup {
    "<li><h3>\(name)</h3><p class=\"big\">\(value)</p><p class=\"sub\">\(detail)</p></li>"
  }

  private var headline: Markup {
    let dead = measures.zones.count { $0.isDead == true }
    let together = measures.scenes.reduce(0) { sum, scene in
      sum + scene.pairs.count { $0.isAssociated && ($0.table.lift ?? 0) > 1 }
    }
    let tiles = [
      tile(
        language("Trips", "行程"), measures.trips.map(Wording.count) ?? LayoutText.none,
        language("ways of one visitor through one view", "一位顾客在一个视野内的行程")),
      tile(
        language("Seen whole", "全程可见"), measures.wholeTrips.value.map(Wording.percent) ?? LayoutText.none,
        language("ways and moves are theirs", "动线仅据此统计")),
      tile(
        language("Dead zones", "冷区"), Wording.count(dead),
        measures.deadAreaShare.map {
          language("\(Wording.percent($0)) of the zones’ floor", "占区域面积 \(Wording.percent($0))")
        }
          ?? language("of \(measures.zones.count) zones", "共 \(measures.zones.count) 个区域")),
      tile(
        language("Scene pairs", "场景关联"), Wording.count(together),
        language("met together more than by chance", "同时到访显著高于随机")),
    ]
    let warnings = report.warnings.map { "<li>\($0.text(language))</li>" as Markup }
    let note: Markup = warnings.isEmpty ? "" : "<div class=\"note\"><ul>\(warnings)</ul></div>"
    return "<ul class=\"tiles\">\(tiles)</ul>\(note)\n"
  }

  private var footer: Markup {
    let version = report.generatorVersion
    return """
      <footer><h2>\(language("How this was measured", "测量方法"))</h2>
      <p class="sub">\(language(
        "Staff are left out. Nobody is recognised from one camera to another: who is seen by two makes two trips. Counts of "
          + "one to nine people are withheld, and so is what they could be computed from. Intervals are drawn from days, "
          + "because visitors of one day are not independent. Sales are joined by zone and day, never by person. What goes "
          + "together need not be cause and effect: that takes an experiment.",
        "不含员工。不跨摄像头识别个人：被两台摄像头看到的顾客计为两次行程。一至九人的计数及可由其推算的数值不予公布。"
          + "区间按日重抽样，因为同一天的顾客并不独立。销售仅按区域与日期关联，从不关联到个人。相关不等于因果，因果需要实验。"))</p>
      <p class="sub">footfall \(version). layout.json, layout-zones.csv, layout-moves.csv, layout-pairs.csv</p></footer>
      """
  }
}
