import FootfallExport
import FootfallPlanning
import FootfallTestSupport
import Foundation
import Testing

@Suite("Shift plans as calendars")
struct PlanCalendarTests {
  private func calendar(_ report: PlanReport) throws -> PlanCalendar {
    try #require(PlanCalendar(report, StaffedWeekend.setting))
  }

  @Test("Lines end with CR LF and have 75 octets at most")
  func lines() throws {
    let long = "Obst und Gemüse, größte Abteilung; \\ mit Käse – und allem, was dazu gehört, jeden Tag"
    let bytes = try calendar(StaffedWeekend.report(bar: long)).store()
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(String(validating: bytes, as: UTF8.self) != nil)
    for line in text.split(separator: "\r\n") { #expect(line.utf8.count <= 75 && !line.contains("\n")) }
    let unfolded = text.replacing("\r\n ", with: "")
    #expect(
      unfolded.contains("CATEGORIES:Obst und Gemüse\\, größte Abteilung\\; \\\\ mit Käse – und allem\\, was"))
  }

  @Test("The night of the clock change is told on the zone's clock, with the rules of the zone")
  func zone() throws {
    let text = String(decoding: try calendar(StaffedWeekend.report()).store(), as: UTF8.self)
    #expect(
      text.contains(
        "DTSTART;TZID=Europe/London:20261024T180000\r\nDTEND;TZID=Europe/London:20261025T020000\r\n"))
    #expect(
      text.contains(
        """
        BEGIN:STANDARD\r
        DTSTART:20261025T020000\r
        TZOFFSETFROM:+0100\r
        TZOFFSETTO:+0000\r
        END:STANDARD\r
        """))
    #expect(text.contains("BEGIN:DAYLIGHT\r\n"))
  }

  @Test("An employee's calendar has their shifts alone")
  func employee() throws {
    let report = try StaffedWeekend.report()
    let text = String(decoding: try calendar(report).employee(report.problem.employees[0]), as: UTF8.self)
    #expect(text.matches(of: /BEGIN:VEVENT/).count == 2)
    #expect(!text.contains("bob") && !text.contains("door"))
    #expect(PlanCalendar.name(employee: "a/../b c") == "shifts-a_.._b_c.ics")
  }

  @Test("Its own calendars are told from those of another store or program, whatever the version")
  func own() throws {
    let report = try StaffedWeekend.report()
    let bytes = try calendar(report).employee(report.problem.employees[0])
    #expect(try calendar(report).isOwn(bytes))
    var setting = StaffedWeekend.setting
    setting.generatorVersion = "9.9.9"
    #expect(try #require(PlanCalendar(report, setting)).isOwn(bytes))
    setting.store = "bar"
    #expect(try !#require(PlanCalendar(report, setting)).isOwn(bytes))
    let other = String(decoding: bytes, as: UTF8.self).replacing("footfall//", with: "others//")
    #expect(try !calendar(report).isOwn(Array(other.utf8)))
    #expect(PlanCalendar.isOfEmployee("shifts-ann.ics") && !PlanCalendar.isOfEmployee("shifts.ics"))
  }

  @Test("Another implementation reads what was planned", .enabled(if: CalendarReader.isAvailable))
  func reading() throws {
    let report = try StaffedWeekend.report(bar: "bar, ä\\;\n")
    let events = try CalendarReader.events(in: calendar(report).store())
    let start = report.problem.horizon.start
    let expected = report.plan.shifts.map { shift in
      [
        "\((start + shift.minutes.lowerBound) * 60)", "\((start + shift.minutes.upperBound) * 60)",
        "\(shift.role): \(shift.employee ?? "open shift")", "TENTATIVE",
      ]
    }
    #expect(events.map { Array($0.dropLast()) } == expected)
    #expect(Set(events.compactMap(\.last)).count == expected.count, "every event has an id of its own")
  }
}
