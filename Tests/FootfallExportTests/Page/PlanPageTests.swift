import FootfallExport
import FootfallPlanning
import Testing

@Suite("The page of a shift plan")
struct PlanPageTests {
  private func page(_ report: PlanReport, store: String = "bar-one") -> String {
    var setting = StaffedWeekend.setting
    setting.store = store
    return String(decoding: PlanPage(report, setting).encoded(), as: UTF8.self)
  }

  @Test("Every element is closed where it was opened, with shortages, without demand and with broken rules")
  func wellFormed() throws {
    let report = try StaffedWeekend.report()
    #expect(MarkupCheck.fault(of: page(report)) == nil)
    let empty = PlanReport(of: StaffPlan(shifts: []), for: report.problem)
    #expect(MarkupCheck.fault(of: page(empty)) == nil)
    let twice = PlanReport(
      of: StaffPlan(shifts: report.plan.shifts + report.plan.shifts), for: report.problem)
    let broken = page(twice)
    #expect(MarkupCheck.fault(of: broken) == nil && broken.contains("this plan may not be worked"))
  }

  @Test("No name from a file becomes markup", arguments: HostileName.all)
  func escaping(name: String) throws {
    let page = page(try StaffedWeekend.report(bar: name, people: [name, "bob"]), store: name)
    #expect(MarkupCheck.fault(of: page) == nil)
    #expect(!page.contains("<script") && !page.contains("<img src=x"))
    #expect(!page.contains("\" onload=") && !page.contains("' onload="))
  }

  @Test("The page asks for nothing from anywhere and runs nothing")
  func selfContained() throws {
    let page = page(try StaffedWeekend.report())
    for forbidden in ["http://", "https://", "<script", "<link", "@import", "javascript:", "<iframe", "src="]
    {
      #expect(!page.contains(forbidden), "\(forbidden)")
    }
  }

  @Test("The page names each day, each person, what is missing and why")
  func content() throws {
    let page = page(try StaffedWeekend.report())
    for text in [
      "Friday 23 October 2026", "Sunday 25 October 2026", ">ann<", ">bob<", ">open<", "no skill for it",
      "One more person with the skill <b>door</b>", "18:00–02:00",
    ] { #expect(page.contains(text), "\(text)") }
  }

  @Test("The same plan is the same page")
  func determinism() throws {
    #expect(page(try StaffedWeekend.report()) == page(try StaffedWeekend.report()))
  }
}
