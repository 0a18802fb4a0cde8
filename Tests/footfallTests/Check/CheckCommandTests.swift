import FootfallTestSupport
import Foundation
import Testing

@Suite("footfall check")
struct CheckCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.write(BrokenStaff.sound, to: "staff.yaml")
    _ = try folder.write(Self.plan(), to: "plan.json")
  }

  /// Two shifts on Tuesday and Wednesday; one is needed at the till on Tuesday from 8 to 18.
  private static func plan(
    wednesday: String = "08:00:00", _ member: String = "", isDemandKnown: Bool = true
  ) -> String {
    func shift(
      _ employee: String, _ role: String, _ date: String, _ start: String, _ end: String, _ rest: String
    ) -> String {
      """
      {"role": "\(role)", "employee": {"id": "\(employee)"}, "start": "\(date)T\(start)+00:00", "end": "\(date)T\(end)+00:00",
       "breaks": [{"start": "\(date)T\(rest):00:00+00:00", "end": "\(date)T\(rest):30:00+00:00", "paid": false}]}
      """
    }
    let needs = (16..<36).map { half -> String in
      "{\"start\": \"2026-12-01T\(clock(half))+00:00\", \"end\": \"2026-12-01T\(clock(half + 1))+00:00\", "
        + "\"role\": \"till\", \"required\": 1}"
    }
    let requirements = isDemandKnown ? "\"requirements\": [\(needs.joined(separator: ",\n"))]," : ""
    return """
      {"schema": "footfall.staffing-plan/1", "location": {"id": "s", "timeZone": "Europe/London"},
       "period": {"start": "2026-11-30T00:00:00+00:00", "end": "2026-12-07T00:00:00+00:00"}, "intervalMinutes": 30,
       \(requirements)\(member)
       "shifts": [\(shift("e2", "till", "2026-12-01", "08:00:00", "16:00:00", "12")),
        \(shift("e1", "floor", "2026-12-02", wednesday, "16:00:00", "12"))]}
      """
  }

  /// The time so many half hours after midnight.
  private static func clock(_ halves: Int) -> String {
    (halves < 20 ? "0" : "") + "\(halves / 2):\(halves % 2 == 0 ? "00" : "30"):00"
  }

  private func run(_ arguments: String...) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.run(["check"] + arguments, in: folder.url)
  }

  @Test("A plan that keeps to the rules gets a summary, with the reason for what is missing")
  func summary() async throws {
    let outcome = try await run("plan.json", "--staff", "staff.yaml")
    #expect(outcome.status == 0 && outcome.errorOutput.isEmpty)
    // Noon is the till's break; from 16 on e2 is done for the day, and e1 could come until 18.
    #expect(
      outcome.output == """
        plan.json: no rule is broken
          paid       15.00 h in 2 shifts of 2 people
          cover      75.0 % of 10.00 h needed; missing 2.50 h, not needed 7.50 h
          objective  376.00: under 120.00, over 30.00, labour 6.00, wishes 0.00, minimum hours 220.00, fairness 0.00, \
        changes 0.00, start times 0.00
          2026-12-01 12:00–12:30 till: 1 missing; pinned e2; improvable e1
          2026-12-01 16:00–18:00 till: 1 missing; pinned e2; improvable e1
          one more person with skill till: missing 0.00 h instead of 2.50 h, in 1 shift
          e1, week of 2026-11-30: 450 of at least 2100 paid minutes

        """)
  }

  @Test("A plan that breaks rules ends with status 65 and a line for each fault")
  func violations() async throws {
    _ = try folder.write(Self.plan(wednesday: "08:30:00"), to: "late.json")
    let outcome = try await run("late.json", "--staff", "staff.yaml")
    #expect(outcome.status == 65)
    #expect(
      outcome.output == """
        e1, 2026-12-02 08:30–16:00, startGrid: begins at 08:30; allowed: multiples of 60 minutes since midnight
        e1, 2026-12-02 08:30–16:00, length: 450 minutes long; allowed: 240, 300, 360, 420, 480, 540 minutes

        """)
    #expect(
      outcome.errorOutput == "footfall: late.json does not keep to the rules: 2 faults, allowed: none\n")
  }

  @Test("--json tells the same as the schema says", .enabled(if: SchemaValidator.isAvailable))
  func json() async throws {
    _ = try folder.write(Self.plan(wednesday: "08:30:00"), to: "late.json")
    for (plan, status) in [("plan.json", 0), ("late.json", 65)] as [(String, Int32)] {
      let outcome = try await run(plan, "--staff", "staff.yaml", "--json")
      #expect(outcome.status == status)
      #expect(try SchemaValidator.faults(of: outcome.output, schema: "footfall.plan-check-1").isEmpty)
    }
  }

  @Test("Without requirements rules are checked and nothing is said of cover")
  func unknownDemand() async throws {
    _ = try folder.write(Self.plan(isDemandKnown: false), to: "bare.json")
    let outcome = try await run("bare.json", "--staff", "staff.yaml")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasSuffix("  cover      not known: the plan has no requirements\n"))
  }

  @Test("A number of the plan that its shifts do not give is a fault")
  func mismatch() async throws {
    let terms =
      "\"under\": 120, \"over\": 0, \"labour\": 6, \"wishes\": 0, \"minimumHours\": 220, \"fairness\": 0, "
      + "\"changes\": 0, \"startTimes\": 0"
    let solution =
      "\"solution\": {\"status\": \"optimal\", \"objective\": 346, \"bound\": 346, \"gap\": 0, "
      + "\"solver\": \"hand\", \"seed\": 1, \"terms\": {\(terms)}, \"relaxedRules\": []},"
    _ = try folder.write(Self.plan(solution), to: "boast.json")
    let outcome = try await run("boast.json", "--staff", "staff.yaml")
    #expect(outcome.status == 65)
    #expect(
      outcome.output == """
        /solution/terms/over: stated as 0.0000; allowed: 30.0000, what the shifts give
        /solution/objective: stated as 346.0000; allowed: 376.0000, what the shifts give
        /solution/gap: stated as 0.0000; allowed: 0.0798, what the shifts give

        """)
    _ = try folder.write(
      Self.plan(
        solution.replacing("346", with: "376").replacing("\"over\": 0", with: "\"over\": 30")
          .replacing("\"bound\": 376", with: "\"bound\": 9999")), to: "bound.json")
    let bound = try await run("bound.json", "--staff", "staff.yaml")
    #expect(bound.status == 65)
    #expect(
      bound.output == "/solution/bound: stated as 9999.0000; allowed: 376.0000, what the shifts give\n")
  }

  @Test("Paid minutes, costs and cover that the shifts do not give are faults, too")
  func rows() async throws {
    func row(_ time: String, scheduled: Int, over: Int) -> String {
      "{\"start\": \"2026-12-01T\(time):00+00:00\", \"end\": \"2026-12-01T\(time.prefix(2)):30:00+00:00\", "
        + "\"role\": \"till\", \"required\": 1, \"scheduled\": \(scheduled), \"under\": 0, \"over\": \(over), "
        + "\"reasons\": []}"
    }
    func plan(paid: Int, cost: String, scheduled: Int, over: Int, days: Int) -> String {
      let members =
        "\"employees\": [{\"id\": \"e2\", \"paidMinutes\": 450, \"days\": \(days), \"contract\": {\"min\": 0}, "
        + "\"unmetWishes\": []}],\n"
        + "\"coverage\": [\(row("09:00", scheduled: scheduled, over: over))],"
      return Self.plan(members).replacing(
        "\"role\": \"floor\", \"employee\"",
        with: "\"role\": \"floor\", \"paidMinutes\": \(paid), \"cost\": {\"amount\": \"\(cost)\", "
          + "\"currency\": \"EUR\"}, \"employee\"")
    }
    // e1 is paid 13.90 an hour for 7.5 hours.
    _ = try folder.write(
      plan(paid: 450, cost: "104.25", scheduled: 1, over: 0, days: 1), to: "true.json")
    let sound = try await run("true.json", "--staff", "staff.yaml")
    #expect(sound.status == 0, "\(sound.output)\(sound.errorOutput)")
    _ = try folder.write(plan(paid: 480, cost: "90.00", scheduled: 2, over: 1, days: 2), to: "false.json")
    let outcome = try await run("false.json", "--staff", "staff.yaml")
    #expect(outcome.status == 65)
    #expect(
      outcome.output == """
        /shifts/1/paidMinutes: stated as 480.0000; allowed: 450.0000, what the shifts give
        /shifts/1/cost/amount: stated as 90.0000; allowed: 104.2500, what the shifts give
        /employees/0/days: stated as 2.0000; allowed: 1.0000, what the shifts give
        /coverage/0/scheduled: stated as 2.0000; allowed: 1.0000, what the shifts give
        /coverage/0/over: stated as 1.0000; allowed: 0.0000, what the shifts give

        """)
    let json = try await run("false.json", "--staff", "staff.yaml", "--json")
    if SchemaValidator.isAvailable {
      #expect(try SchemaValidator.faults(of: json.output, schema: "footfall.plan-check-1").isEmpty)
    }
    for (part, other, message) in [
      ("\"104.25\"", "\"much\"", "/shifts/1/cost/amount is 'much'; allowed: a number like 104.25"),
      ("\"104.25\"", "\"nan\"", "/shifts/1/cost/amount is 'nan'; allowed: a number like 104.25"),
      ("\"104.25\"", "\"-inf\"", "/shifts/1/cost/amount is '-inf'; allowed: a number like 104.25"),
      (
        "{\"id\": \"e2\", \"paid", "{\"id\": \"e9\", \"paid",
        "/employees/0/id is 'e9'; allowed: an id of the staff file"
      ),
      (
        "\"paidMinutes\": 450, \"cost\"", "\"status\": \"pinned\", \"cost\"",
        "/shifts/1/status is 'pinned'; allowed: suggested, by the staff file"
      ),
      (
        "\"paidMinutes\": 450, \"cost\"", "\"skills\": [\"floor\", \"zzz\"], \"cost\"",
        "/shifts/1/skills/1 is 'zzz'; allowed: floor, lead, of role 'floor'"
      ),
      ("\"EUR\"", "\"USD\"", "/shifts/1/cost/currency is 'USD'; allowed: EUR, of the staff file"),
      (
        "\"role\": \"till\", \"required\": 1, \"scheduled\"",
        "\"role\": \"tills\", \"required\": 1, \"scheduled\"",
        "/coverage/0/role is 'tills'; allowed: floor, till"
      ),
    ] {
      let text = plan(paid: 450, cost: "104.25", scheduled: 1, over: 0, days: 1)
      _ = try folder.write(text.replacing(part, with: other), to: "odd.json")
      let odd = try await run("odd.json", "--staff", "staff.yaml")
      #expect(odd.status == 65 && odd.errorOutput.contains("odd.json: \(message)"), "\(odd.errorOutput)")
    }
  }

  @Test("Input that cannot be used is told in one line, with file and pointer")
  func badInput() async throws {
    _ = try folder.write(
      Self.plan().replacing("\"role\": \"till\", \"required\"", with: "\"role\": \"tills\", \"required\""),
      to: "role.json")
    _ = try folder.write("{}", to: "empty.json")
    _ = try folder.write(BrokenStaff.sound.replacing("version: 1", with: "version: 9"), to: "new.yaml")
    for (plan, staff, status, message) in [
      (
        "role.json", "staff.yaml", 65,
        "cannot read the plan: role.json: /requirements/0/role is 'tills'; the staff file has: floor, till"
      ),
      ("empty.json", "staff.yaml", 65, "cannot read the plan: empty.json: /schema is missing"),
      ("plan.json", "new.yaml", 65, "new.yaml:1:10: version is '9'; allowed: 1"),
      (
        "none.json", "staff.yaml", 66,
        "cannot open none.json: no such file or directory; a readable file is needed"
      ),
      ("plan.json", "none.yaml", 66, "none.yaml: no such file; expected a staff file (YAML)"),
    ] as [(String, String, Int32, String)] {
      let outcome = try await run(plan, "--staff", staff)
      #expect(outcome.status == status && outcome.output.isEmpty)
      #expect(outcome.errorOutput == "footfall: \(message)\n")
    }
  }
}
