import FootfallCore
import FootfallTestSupport
import Testing

@testable import FootfallPlanning

@Suite("Rows and rosters without a solver")
struct WholeDayAnnealingTests {
  private static let shifts = 2

  /// Every row of a week.
  private static let rows: [[Int?]] = (0..<7).reduce([[]]) { rows, _ in
    rows.flatMap { row in ([nil] + (0..<shifts).map { Optional($0) }).map { row + [$0] } }
  }

  @Test(
    "no row that keeps the rules is cheaper than the one found",
    arguments: [
      ("E=7|L=7,2400,960,3,2,2,1", ""), ("E=7|L=7,9999,0,7,1,1,1", ""), ("E=7|L=7,9999,1440,4,2,1,0", ",3"),
      ("E=7|L=0,9999,0,2,1,3,1", ",0,6"), ("E=7|L=7,2000,1500,4,3,2,0", ""),
      ("E=7|L=7,1090,1070,5,1,2,1", ""),
      ("E=0|L=7,4000,0,6,4,4,1", ",5"), ("E=7|L=7,480,480,1,1,1,1", ""),
    ])
  func rows(rules: String, off: String) throws {
    let instance = try InstanceText.instance(
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
      SECTION_SHIFT_OFF_REQUESTS
      SECTION_COVER
      0,E,1,100,1
      """)
    let kept = Self.rows.filter { WholeDayRoster(shifts: [$0]).violations(of: instance).isEmpty }
    var search = try #require(RowSearch(instance, instance.staff[0]))
    var generator = SplitMix64(seed: 3)
    for _ in 0..<20 {
      let prices = (0..<7).map { _ in
        (0..<Self.shifts).map { _ in Double(Int.random(in: -9...9, using: &generator)) }
      }
      func cost(_ row: [Int?]) -> Double {
        zip(prices, row).reduce(0.0) { sum, day in sum + (day.1.map { day.0[$0] } ?? 0) }
      }
      let row = search.row(at: prices)
      #expect(row.map { WholeDayRoster(shifts: [$0]).violations(of: instance) } ?? [] == [])
      #expect(row.map(cost) == kept.map(cost).min())
    }
  }

  @Test("a roster gets better, keeps every rule, and is the same each time", arguments: [1, 2] as [UInt64])
  func annealing(seed: UInt64) throws {
    let instance = try InstanceText.instance(
      RosterInstanceMaker(staff: 10, weeks: 2, shifts: 3).text(seed: seed))
    func annealed(rounds: Int) throws -> WholeDayRoster {
      // The rows that are cheapest by themselves.
      let rows = try instance.staff.map { employee in
        var search = try #require(RowSearch(instance, employee))
        let row = search.row(at: [[Double]](repeating: [3, 2, 2], count: instance.days))
        return try #require(row)
      }
      var annealing = try #require(WholeDayAnnealing(instance, from: WholeDayRoster(shifts: rows)))
      var generator = SplitMix64(seed: seed)
      annealing.run(rounds: rounds, using: &generator) { 0 }
      return annealing.roster
    }
    let (first, last) = (try annealed(rounds: 0), try annealed(rounds: 300))
    #expect(last.violations(of: instance) == [])
    #expect(last.objective(for: instance) < first.objective(for: instance))
    #expect(try annealed(rounds: 300) == last)
  }

  @Test("what has too many states is left to the solver")
  func tooLarge() throws {
    var instance = try InstanceText.instance()
    instance.days = 1_000
    instance.shifts[0].minutes = 479
    var employee = instance.staff[0]
    employee.minutes = 0...1_000_000
    #expect(RowSearch(instance, employee) == nil)
  }
}
