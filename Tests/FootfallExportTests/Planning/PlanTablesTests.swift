import FootfallExport
import FootfallPlanning
import Testing

@Suite("Shift plans as tables")
struct PlanTablesTests {
  private func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false).map(
      String.init)
  }

  @Test("A row tells each shift with its breaks; an open one has no employee")
  func shifts() throws {
    let lines = lines(PlanTables(try StaffedWeekend.document()).shifts())
    #expect(
      lines[0] == "id,employee,role,start,end,paidMinutes,unpaidBreakMinutes,breaks,status,cost,currency")
    #expect(
      lines[1]
        == "s1,ann,bar,2026-10-23T18:00:00+01:00,2026-10-24T02:00:00+01:00,450,30,"
        + "2026-10-23T22:00:00+01:00/2026-10-23T22:30:00+01:00,pinned,93.75,GBP")
    #expect(lines[3] == "s3,,door,2026-10-25T18:00:00+00:00,2026-10-25T22:00:00+00:00,240,0,,open,,")
    #expect(lines.count == 6 && lines.last == "")
  }

  @Test("A row tells each interval and role in which somebody is needed or at work")
  func demand() throws {
    let report = try StaffedWeekend.report()
    let lines = lines(PlanTables(try StaffedWeekend.document()).demand())
    #expect(lines[0] == "start,end,role,required,scheduled,under,over")
    #expect(lines[1] == "2026-10-23T18:00:00+01:00,2026-10-23T18:30:00+01:00,bar,1,1,0,0")
    let under = lines.dropFirst().dropLast().compactMap { Int($0.split(separator: ",")[5]) }.reduce(0, +)
    #expect(under * 30 == report.cover.totals().under)
  }

  @Test("Names cannot become formulas", arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
  func injection(name: String) throws {
    let report = try StaffedWeekend.report(bar: name, people: [name, "bob"])
    let tables = PlanTables(try #require(PlanDocument(report, StaffedWeekend.setting)))
    for bytes in [tables.shifts(), tables.demand()] {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains("'" + name))
      #expect(!text.contains("," + name) && !text.contains("\"" + name))
    }
  }
}
