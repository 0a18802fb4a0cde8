internal import FootfallCore
public import FootfallPlanning

/// A shift plan for people: demand against cover, who works when, where people are missing and why.
///
/// One file without scripts that asks the network for nothing; every text from outside is escaped.
public struct PlanPage: Sendable {
  /// What the file is called.
  public static let name = "plan.html"

  private let report: PlanReport
  private let setting: PlanSetting

  /// Prepares the page.
  public init(_ report: PlanReport, _ setting: PlanSetting) {
    self.report = report
    self.setting = setting
  }

  /// The page as HTML in UTF-8.
  public func encoded() -> [UInt8] { [UInt8](markup.html.utf8) }

  private var markup: Markup {
    let days = report.problem.horizon.days.compactMap { PlanDayView(report, day: $0) }
      .map(PlanDaySection.init)
    let links = days.map { "<a href=\"#\($0.anchor)\">\($0.view.shortTitle)</a>" as Markup }
    let frame = PageFrame(
      generatorVersion: setting.generatorVersion, kind: "footfall shift plan", title: setting.store,
      facts: facts, navigation: links.isEmpty ? "" : "<nav aria-label=\"Days\">\(links)</nav>",
      style: Stylesheet.plan)
    let headline = PlanHeadline(report: report, currency: setting.currency).markup
    let main: Markup = """
      \(headline)\(days.map(\.markup))<section class="day"><h2>The whole period</h2>
      \(ShortageSection(report: report).markup)\(PeopleSection(report: report).markup)</section>
      """
    return frame.markup(
      main: "<div class=\"plan\">\(main)</div>",
      footer: PlanMethod(report: report, generatorVersion: setting.generatorVersion).markup)
  }

  private var facts: [String] {
    let horizon = report.problem.horizon
    let dates = [horizon.days.first, horizon.days.last].compactMap { $0?.number }.map { number in
      CivilTime(milliseconds: Int64(number) * CivilTime.millisecondsPerDay).dateText
    }
    let period = Set(dates).count == 1 ? dates[0] : dates.joined(separator: " – ")
    return [period, horizon.timeZone, Wording.count(report.problem.employees.count, "person", "people")]
  }
}
