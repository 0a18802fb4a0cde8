import FootfallExport
import FootfallPlanning
import FootfallTestSupport
import Foundation
import Testing

@testable import footfall

@Suite("Staff files")
struct StaffFileTests {
  private func demand(on horizon: PlanHorizon, every minutes: Int = 15) -> StaffDemand {
    let row = [Int](repeating: 0, count: horizon.minutes.count / minutes)
    return StaffDemand(intervalMinutes: minutes, required: [row, row])
  }

  private func horizon(
    _ first: String = "2026-11-30", days count: Int = 7, start: Int = 0, zone: String = "Europe/London"
  ) throws -> PlanHorizon {
    let day = try #require(ClockText.days(first))
    return try #require(
      PlanHorizon(timeZone: zone, days: day...day + count - 1, businessDayStart: start))
  }

  @Test("Every mistake is told by place, value and what is allowed", arguments: BrokenStaff.all)
  func mistakes(broken: BrokenStaff) {
    #expect(throws: SceneError.self, "\(broken.yaml)") {
      try StaffFile(text: broken.yaml, path: "staff.yaml")
    }
    do throws(SceneError) {
      _ = try StaffFile(text: broken.yaml, path: "staff.yaml")
    } catch {
      #expect(error.description == broken.message)
      #expect(error.status == .badData && !error.description.contains("\n"))
    }
  }

  @Test("Times of the clock become minutes of the period, and history lies before it")
  func resolving() throws {
    let file = try StaffFile(text: BrokenStaff.sound, path: "staff.yaml")
    let horizon = try horizon()
    let problem = try file.problem(on: horizon, demand: demand(on: horizon))
    let (first, second) = (problem.employees[0], problem.employees[1])
    #expect(first.available == [480..<1080, 1920..<2520, 2880..<4320])
    #expect(first.wishes == [Wish(.off, minutes: 2400..<2520, weight: 2)])
    #expect(first.hourlyCents == 1390 && first.contract.leastRestMinutes == 660)
    #expect(second.available == [0..<10_080])
    #expect(second.pinned == [PinnedShift(role: "till", minutes: 1920..<2400)])
    #expect(second.history == [WorkedShift(day: -1, minutes: -600..<(-120), paidMinutes: 450)])
    #expect(problem.roles[1].skills == ["till"] && problem.rules.split == SplitRule(gapMinutes: 120...240))
  }

  @Test("Business days from 04:00 and the nights of clock changes keep the hours of the clock")
  func clockChanges() throws {
    let yaml = BrokenStaff.sound
      .replacing(
        "{days: [mon, tue], hours: 08:00-18:00}, {days: [wed]}", with: "{days: [sat], hours: 18:00-03:00}")
    let file = try StaffFile(text: yaml, path: "staff.yaml")
    for (first, hours) in [("2026-03-27", 8), ("2026-10-23", 10)] {
      let horizon = try horizon(first, days: 3, start: 240)
      let available = try file.problem(on: horizon, demand: demand(on: horizon)).employees[0].available
      // From six on Saturday to three on Sunday the clock leaps over an hour, or shows one twice.
      #expect(available.map(\.count) == [hours * 60])
      #expect(horizon.clockText(at: available[0].lowerBound) == "18:00")
      #expect(horizon.clockText(at: available[0].upperBound) == "03:00")
    }
  }

  @Test("What is unavailable is taken out, to the minute")
  func unavailable() throws {
    let yaml = BrokenStaff.sound.replacing(
      "available: [",
      with: "unavailable: [{date: 2026-12-02, hours: 12:00-15:00}, {date: 2026-12-01}]\n    available: [")
    let horizon = try horizon()
    let problem = try StaffFile(text: yaml, path: "s").problem(on: horizon, demand: demand(on: horizon))
    #expect(problem.employees[0].available == [480..<1080, 2880..<3600, 3780..<4320])
  }

  @Test("Lengths that are no multiples of the interval are refused")
  func grid() throws {
    let file = try StaffFile(
      text: BrokenStaff.sound.replacing("lengthEveryMinutes: 60", with: "lengthEveryMinutes: 50"),
      path: "staff.yaml")
    let horizon = try horizon()
    #expect(
      message { try file.problem(on: horizon, demand: demand(on: horizon)) }
        == "staff.yaml:11:23: lengthEveryMinutes is 50; allowed: multiples of 15, the interval of the requirements"
    )
  }

  @Test("A pinned shift that breaks a rule is refused, with both named")
  func pins() throws {
    let horizon = try horizon()
    func refusal(_ hours: String) throws -> String? {
      let yaml = BrokenStaff.sound.replacing("hours: 08:00-16:00", with: "hours: \(hours)")
      let file = try StaffFile(text: yaml, path: "staff.yaml")
      return message { try file.problem(on: horizon, demand: demand(on: horizon)) }
    }
    #expect(try refusal("10:00-18:00") == nil)
    #expect(
      try refusal("10:30-18:30")
        == "staff.yaml:28:14: pinned shift of 'e2' breaks a rule: e2, 2026-12-01 10:30–18:30, startGrid: begins at 10:30; "
        + "allowed: multiples of 60 minutes since midnight")
    #expect(try refusal("10:00-12:00")?.contains("length: 120 minutes long") == true)
  }

  @Test("Whoever has a skill on a level can do what asks for it or less")
  func levels() throws {
    let yaml = BrokenStaff.sound
      .replacing(
        "  - {id: till}\n",
        with: "  - {id: till}\n  - {id: chief, skills: [{skill: till, level: 3}]}\n")
    func roles(_ skill: String) throws -> [String] {
      let text = yaml.replacing("skills: [till]\n", with: "skills: [\(skill)]\n")
      let file = try StaffFile(text: text, path: "staff.yaml")
      let row = [Int](repeating: 0, count: try horizon().minutes.count / 15)
      let problem = try file.problem(
        on: horizon(), demand: StaffDemand(intervalMinutes: 15, required: [row, row, row]))
      return problem.roles.filter(problem.employees[1].can).map(\.id)
    }
    #expect(try roles("till") == ["till"] && roles("{skill: till, level: 2}") == ["till"])
    #expect(try roles("{skill: till, level: 3}") == ["till", "chief"])
    #expect(try roles("{skill: till, level: 9}, floor") == ["floor", "till", "chief"])
  }

  @Test("A rest of a day or more is warned about")
  func longRest() throws {
    let yaml = BrokenStaff.sound.replacing("minRestMinutes: 660", with: "minRestMinutes: 1440")
    let file = try StaffFile(text: yaml, path: "staff.yaml")
    #expect(
      file.warnings == [
        "staff.yaml:16:5: minRestMinutes of contract 'full' is 1440: nobody under it can work on two days in a row"
      ])
    #expect(try StaffFile(text: BrokenStaff.sound, path: "staff.yaml").warnings.isEmpty)
  }

  @Test("A file without staff has open shifts alone")
  func nobody() throws {
    let yaml = String(
      BrokenStaff.sound.prefix(upTo: try #require(BrokenStaff.sound.range(of: "staff:\n")).lowerBound))
    #expect(try StaffFile(text: yaml, path: "staff.yaml").staff.isEmpty)
  }

  @Test(
    "The sample and the documented file can be read, and are as the schema says",
    .enabled(if: SchemaValidator.isAvailable))
  func schema() throws {
    let page = try text("docs/planning.md")
    let start = try #require(page.range(of: "## The staff file"))
    let yaml = page[start.upperBound...].components(separatedBy: "```yaml\n")[1].components(
      separatedBy: "```")[0]
    for text in [try text("samples/staffing/staff.yaml"), yaml, BrokenStaff.sound] {
      #expect(throws: Never.self) { try StaffFile(text: text, path: "staff.yaml") }
    }
  }

  @Test("The schema and the documentation know the keys that the parser knows")
  func keys() throws {
    let data = try Data(
      contentsOf: SharedData.packageRoot.appendingPathComponent("schemas/footfall.staff-1.schema.json"))
    let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    func keys(_ object: [String: Any]?) -> Set<String> {
      Set((object?["properties"] as? [String: Any] ?? [:]).keys)
    }
    #expect(keys(schema) == Set(StaffParser.Keys.file))
    let expected = [
      "role": StaffParser.Keys.role, "shifts": StaffParser.Keys.shifts, "break": StaffParser.Keys.pause,
      "split": StaffParser.Keys.split, "contract": StaffParser.Keys.contract,
      "window": StaffParser.Keys.window, "weights": StaffParser.Keys.weights,
      "person": StaffParser.Keys.person, "skill": StaffParser.Keys.skill,
      "time": StaffParser.Keys.time, "wish": StaffParser.Keys.wish, "pinned": StaffParser.Keys.pin,
      "worked": StaffParser.Keys.worked,
    ]
    let page = try text("docs/planning.md")
    for (name, list) in expected {
      #expect(keys(definitions[name]) == Set(list), "\(name)")
      for key in list { #expect(page.contains("\(key)`"), "\(name).\(key)") }
    }
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: SharedData.packageRoot.appendingPathComponent(path), encoding: .utf8)
  }

  private func message(_ work: () throws -> StaffingProblem) -> String? {
    do {
      _ = try work()
      return nil
    } catch {
      return (error as? SceneError)?.description ?? "another error: \(error)"
    }
  }
}
