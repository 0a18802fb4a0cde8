import FootfallTestSupport
import Testing

@testable import FootfallPlanning

@Suite("The roster that a search begins from")
struct FirstRosterTests {
  /// A solver that finds nothing in its time.
  private struct SlowSolver: IntegerProgramSolver {
    let name = "slow"

    func solve(
      _ program: IntegerProgram, from start: [Double]?, within limits: SolverLimits
    ) -> SolverAnswer { SolverAnswer(status: .unknown, values: nil, objective: nil, bound: -.infinity) }
  }

  private func instance() throws -> WholeDayInstance {
    try InstanceText.instance(RosterInstanceMaker(staff: 10, weeks: 4, shifts: 3).text(seed: 5))
  }

  @Test(
    "keeps every rule where the solver finds nothing, or may not be asked",
    arguments: [Duration.seconds(60), .milliseconds(10), .zero])
  func withoutSolver(time: Duration) throws {
    let instance = try instance()
    var first = FirstRoster(instance, solver: SlowSolver())
    let roster = try first.make { time }
    #expect(roster.violations(of: instance) == [])
  }

  @Test("takes the row of somebody before once the time is used up")
  func borrowed() throws {
    var instance = try instance()
    instance.staff = [WholeDayInstance.Employee](repeating: instance.staff[0], count: 3)
    instance.requests = []
    var first = FirstRoster(instance, solver: SlowSolver())
    var looks = 0
    let roster = try first.make {
      looks += 1
      return looks <= 3 ? .milliseconds(100) : .seconds(-60)
    }
    #expect(roster.violations(of: instance) == [])
    #expect(roster.shifts == [[Int?]](repeating: roster.shifts[0], count: 3))
  }

  @Test("names whom nothing is found for in time")
  func undecided() throws {
    var instance = try instance()
    // More states than are searched.
    instance.days = 364
    instance.shifts[0].minutes = 479
    instance.staff[0].minutes = 0...1_000_000
    instance.requests = []
    instance.cover = []
    var first = FirstRoster(instance, solver: SlowSolver())
    #expect(throws: WholeDayError.undecided(employee: "P0")) { try first.make { .seconds(1) } }
  }
}
