import FootfallExport
import FootfallPlanning
import Testing

@Suite("Requirement document")
struct RequirementDocumentTests {
  /// A Monday of which 01:30 belongs to the Sunday before, with one role of each method.
  private func table() throws -> RequirementTable {
    let intervals = try #require(
      PlanningIntervals.whole(
        in: 1_795_998_600_000..<1_796_000_400_000, minutes: 30, timeZone: "Europe/Berlin",
        businessDayStart: 240))
    let interval = try #require(intervals.first)
    let target = ServiceTarget(serviceSeconds: 150, share: 0.8, waitSeconds: 120)
    let rules: [(String, RequirementBasis.Rule)] = [
      ("night", .fixed), ("floor", .trafficPerLabourHour(arrivalsPerHour: 180, target: 30)),
      ("advice", .occupancyPerAssociate(arrivalsPerHour: 90, dwellSeconds: 1200, present: 30, target: 6)),
      (
        "till",
        .erlangC(
          ErlangCBasis(
            arrivalsPerHour: 36, target: target, expectedShare: 0.928735, expectedWaitSeconds: 23.7))
      ),
      (
        "desk",
        .erlangC(
          ErlangCBasis(arrivalsPerHour: 36, target: target, expectedShare: 0, expectedWaitSeconds: nil))
      ),
    ]
    return RequirementTable(
      timeZone: "Europe/Berlin", intervalMinutes: 30, businessDayStart: 240, level: .high,
      roles: rules.map(\.0),
      requirements: rules.map { role, rule in
        StaffRequirement(
          role: role, interval: interval, required: 4, minimum: 1,
          basis: RequirementBasis(rule: rule, heads: 3, serving: 3, tasks: 1, shrinkage: 0))
      })
  }

  @Test("The half hour after midnight belongs to the business day before")
  func businessDay() throws {
    let interval = try #require(try table().requirements.first?.interval)
    #expect(ClockText.date(days: interval.businessDay) == "2026-11-29" && interval.minute == 1530)
    let document = try #require(RequirementDocument(try table()))
    let text = String(decoding: try document.encoded(), as: UTF8.self)
    #expect(text.contains("\"start\":\"2026-11-30T01:30:00+01:00\""))
    #expect(text.contains("\"businessDay\":\"2026-11-29\""))
    #expect(!text.contains("scheduled") && !text.contains("powerHours"))
  }

  @Test("What was written is read")
  func roundTrip() throws {
    let table = try table()
    let power = PowerHours(share: 0.4, traffic: (0..<168).map(Double.init))
    let document = try #require(RequirementDocument(table, scheduled: [1, 2, 3.5, 4, 5], powerHours: power))
    let bytes = try document.encoded()
    #expect(try RequirementDocument(bytes).table() == table)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("\"gap\":-0.5") && text.contains("\"scheduled\":3.5"))
  }

  @Test("CSV has a row each")
  func csv() throws {
    let document = try #require(RequirementDocument(try table()))
    let rows = String(decoding: document.csv(), as: UTF8.self).split(separator: "\r\n")
    #expect(rows.count == 6)
    #expect(
      rows[4]
        == "2026-11-30T01:30:00+01:00,2026-11-30T02:00:00+01:00,2026-11-29,1530,till,4,1,erlangC,3,3,1,0.0000,36.0000,,0.9287,23.7000,,"
    )
  }

  @Test("An hour that the clock shows twice has its intervals twice; one that it leaps over has none")
  func clockChanges() throws {
    for (day, count, repeated) in [(20_751, 25, 2), (20_541, 23, 0)] {
      let start = Int64(day) * 86_400_000 - (day == 20_751 ? 3_600_000 : 0)
      let intervals = try #require(
        PlanningIntervals.whole(
          in: start..<start + Int64(count) * 3_600_000, minutes: 60, timeZone: "Europe/London",
          businessDayStart: 0))
      #expect(intervals.count == count)
      #expect(intervals.count { $0.minute == 60 } == repeated)
      #expect(intervals.allSatisfy { $0.businessDay == day && $0.hours == 1 })
    }
  }

  @Test(
    "What cannot be is refused with its pointer",
    arguments: [
      ("\"required\":4", "\"required\":-1", "/requirements/0/required is -1; allowed: 0 to 100000"),
      ("\"minimum\":1", "\"minimum\":5", "/requirements/0/minimum is 5; allowed: 0 to required, 4"),
      (
        "\"role\":\"night\"", "\"role\":\"knight\"",
        "/requirements/0/role is 'knight'; allowed: night, floor, advice, till"
      ),
      (
        "\"method\":\"fixed\"", "\"method\":\"magic\"",
        "/requirements/0/basis/method is 'magic'; allowed: fixed, "
      ),
      ("\"target\":30", "\"aim\":30", "/requirements/1/basis/target is missing"),
      (
        "\"end\":\"2026-11-30T02", "\"end\":\"2026-11-30T01",
        "/requirements/0/end is '2026-11-30T01:00:00+01:00'; allowed: a time"
      ),
      (
        "\"arrivalsPerHour\":180", "\"arrivalsPerHour\":1e300",
        "/requirements/1/basis/arrivalsPerHour is 1e+300; allowed: 0.0 to 1"
      ),
      (
        "\"target\":30", "\"target\":0", "/requirements/1/basis/target is 0.0; allowed: more than 0 and up to"
      ),
      ("\"present\":30", "\"present\":-1", "/requirements/2/basis/present is -1.0; allowed: 0.0 to 1"),
      ("\"expectedShare\":0.9", "\"expectedShare\":1.9", "/requirements/3/basis/expectedShare is 1.9"),
      (
        "\"expectedWaitSeconds\":", "\"expectedWaitSeconds\":-",
        "/requirements/3/basis/expectedWaitSeconds is -23.7"
      ),
      ("\"tasks\":1", "\"tasks\":-1", "/requirements/0/basis/tasks is -1; allowed: 0 to 100000"),
      (
        "\"shrinkage\":0", "\"shrinkage\":1",
        "/requirements/0/basis/shrinkage is 1.0; allowed: 0 to less than 1"
      ),
      ("\"minute\":1530", "\"minute\":2880", "/requirements/0/minute is 2880; allowed: 0 to 2879"),
      ("\"P80\"", "\"P90\"", "/level is 'P90'; allowed: P50, P80"),
      ("\"04:00\"", "\"24:00\"", "/businessDayStart is '24:00'; allowed: 00:00 to 23:59"),
      ("Europe/Berlin", "Europe/Bärlin", "/timeZone is 'Europe/Bärlin'; allowed: a name"),
      (" : 30,", " : 20,", "/intervalMinutes is 20; allowed: 15, 30, 60"),
      ("requirements/1", "forecast/1", "/schema is 'footfall.forecast/1'; allowed: footfall.requirements/1"),
      ("\"tasks\":1", "\"tasks\":\"x\"", "/requirements/0/basis/tasks is 'x'; allowed: a whole number"),
    ])
  func refusals(part: String, other: String, message: String) throws {
    let text = String(decoding: try #require(RequirementDocument(try table())).encoded(), as: UTF8.self)
    let broken = text.replacing(part, with: other, maxReplacements: 1)
    #expect(broken != text)
    let error = #expect(throws: DocumentError.self) {
      _ = try RequirementDocument(Array(broken.utf8)).table()
    }
    #expect(error?.description.hasPrefix(message) == true, "\(String(describing: error))")
  }
}
