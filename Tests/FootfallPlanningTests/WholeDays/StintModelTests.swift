import FootfallCore
import Testing

@testable import FootfallPlanning

@Suite("The program of whole-day rosters")
struct StintModelTests {
  /// Every row of days for one person.
  private static func rows(days: Int, shifts: Int) -> [[Int?]] {
    (0..<days).reduce([[]]) { rows, _ in
      rows.flatMap { row in ([nil] + (0..<shifts).map { Optional($0) }).map { row + [$0] } }
    }
  }

  private static func instance(_ rules: String, _ off: String) -> String {
    """
    SECTION_HORIZON
    7
    SECTION_SHIFTS
    E,480,
    L,600,E
    SECTION_STAFF
    A,\(rules)
    SECTION_DAYS_OFF
    A\(off)
    SECTION_SHIFT_ON_REQUESTS
    A,1,L,2
    A,2,E,1
    SECTION_SHIFT_OFF_REQUESTS
    A,3,E,3
    SECTION_COVER
    0,E,1,100,1
    1,L,0,100,7
    4,E,2,10,1
    """
  }

  @Test(
    "has exactly the rosters that keep every rule as answers, at their cost",
    arguments: [
      ("E=7|L=7,2400,960,3,2,2,1", ""), ("E=7|L=7,9999,0,7,1,1,1", ""), ("E=2|L=1,9999,0,4,2,1,1", ",3"),
      ("E=7|L=0,9999,0,2,1,3,1", ",0,6"), ("E=7|L=7,2000,1500,4,3,2,0", ""),
      ("E=7|L=7,1090,1070,5,1,2,1", ""),
      ("E=7|L=3,4000,0,6,4,4,1", ",5"),
    ])
  func everyRoster(rules: String, off: String) throws {
    let instance = try InstanceText.instance(Self.instance(rules, off))
    let model = StintModel(instance)
    var kept = 0
    for row in Self.rows(days: 7, shifts: 2) {
      let roster = WholeDayRoster(shifts: [row])
      let values = model.values(of: roster)
      var read = WholeDayRoster(shifts: [[]])
      model.write(values, into: &read)
      // A day off by rule has no variable, so that its work would not be seen.
      let isAnswer = read == roster && model.program.violation(of: values) == nil
      #expect(isAnswer == roster.violations(of: instance).isEmpty, "\(row)")
      guard isAnswer else { continue }
      kept += 1
      #expect(model.program.objective(of: values) == Double(roster.objective(for: instance)))
    }
    #expect(kept > 0)
  }

  @Test("counts what others work for the cover")
  func others() throws {
    let instance = try InstanceText.instance()
    let others = WholeDayRoster(shifts: [
      [nil, nil, nil, nil, nil, nil, nil], [0, nil, 0, nil, nil, nil, nil],
    ])
    let model = StintModel(instance, staff: [0], beside: others)
    #expect(model.shortfalls.map { model.program.variables[$0.under].range.upperBound } == [0, 1, 1])
  }

  @Test("its neighbourhoods let go the people and days they name")
  func neighbourhoods() throws {
    let model = StintModel(try InstanceText.instance())
    var generator = SplitMix64(seed: 5)
    let all = model.duties.map(\.column)
    let staff = StaffNeighbourhood(model).columns(share: 1, around: [], using: &generator)
    #expect(staff.sorted() == all.sorted())
    let days = Set(DaysNeighbourhood(model).columns(share: 0.4, around: [], using: &generator))
    let freed = Set(model.duties.filter { days.contains($0.column) }.map(\.day))
    #expect(freed.count == 3 && freed.max().map { $0 - 2 } == freed.min())
    #expect(days.count == model.duties.count { freed.contains($0.day) })
  }
}
