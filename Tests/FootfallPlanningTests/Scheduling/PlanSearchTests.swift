import FootfallSolver
import Testing

@testable import FootfallPlanning

@Suite("Searching for plans")
struct PlanSearchTests {
  private func search(
    _ problem: StaffingProblem, parts: Int? = nil, seconds: Double = 60, seed: UInt64 = 1
  ) throws -> PlanSearchResult {
    let solver = try SolverProcess()
    var limits = PlanSearchLimits()
    limits.parts = parts
    limits.annealingRounds = 50
    let deadline = ContinuousClock.now + .seconds(seconds)
    let result = PlanSearch(problem).run(
      solver: solver, limits: limits, seed: seed, timeLeft: { deadline - .now }, report: { _ in })
    #expect(result.solverError == nil)
    return result
  }

  private func expectHonest(_ result: PlanSearchResult, _ problem: StaffingProblem, _ name: String) {
    let check = RosterCheck(problem)
    #expect(check.violations(of: result.plan) == [], "\(name)")
    #expect(abs(check.terms(of: result.plan).total - result.objective) < 1e-6, "\(name)")
    #expect(result.bound <= result.objective + 1e-6, "\(name)")
  }

  @Test("no plan is better than the one proved, in each term and rule", arguments: TinyStore.all)
  func exhaustive(name: String, problem: StaffingProblem) throws {
    let result = try search(problem)
    expectHonest(result, problem, name)
    #expect(result.isProved, "\(name): \(result.objective), bound \(result.bound)")
    let least = try #require(EveryPlan(of: problem).leastObjective)
    #expect(abs(result.objective - least) < 1e-6, "\(name): \(result.objective), all plans: \(least)")
  }

  @Test("open shifts cover where there is no staff")
  func openShifts() throws {
    var store = TinyStore()
    store.required = [[1, 3, 3, 2]]
    store.employees = []
    let result = try search(store.problem)
    expectHonest(result, store.problem, "open")
    #expect(result.isProved)
    #expect(result.plan.shifts.allSatisfy { $0.employee == nil })
    #expect(PlanCover(result.plan, of: store.problem).totals().under == 0)
    // People without limits, more than can be of use, do as well.
    store.employees = (0..<6).map { store.employee("e\($0)") }
    let named = try search(store.problem)
    #expect(abs(named.objective - result.objective) < 1e-6)
  }

  @Test("nobody needed is an empty plan, proved without a solver")
  func empty() {
    var store = TinyStore()
    store.required = [[0, 0, 0, 0]]
    store.employees = [store.employee("a")]
    let result = PlanSearch(store.problem).run(
      solver: nil, limits: PlanSearchLimits(), seed: 1, timeLeft: { .seconds(1) }, report: { _ in })
    #expect(result.plan.shifts.isEmpty)
    #expect(result.objective == 0 && result.bound == 0 && result.isProved)
  }

  @Test("a solver that fails leaves the plan that was made without it, and a bound that holds")
  func failing() {
    struct Failing: IntegerProgramSolver {
      let name = "failing"
      func solve(
        _ program: IntegerProgram, from start: [Double]?, within limits: SolverLimits
      ) throws(SolverError) -> SolverAnswer {
        throw .failed("it fell over")
      }
    }
    let problem = RetailWeek(staff: 5, seed: 1, availability: 1.6).problem
    var limits = PlanSearchLimits()
    limits.annealingRounds = 20
    let result = PlanSearch(problem).run(
      solver: Failing(), limits: limits, seed: 1, timeLeft: { .seconds(60) }, report: { _ in })
    #expect(result.solverError == .failed("it fell over"))
    expectHonest(result, problem, "failing")
    #expect(!result.plan.shifts.isEmpty && !result.isProved)
  }

  @Test("the same seed and number of parts give the same plan and bound, another seed another search")
  func deterministic() throws {
    let problem = RetailWeek(staff: 4, seed: 3, availability: 1.5).problem
    let first = try search(problem, parts: 4, seconds: 300)
    let second = try search(problem, parts: 4, seconds: 300)
    #expect(first.plan == second.plan)
    #expect(first.objective == second.objective && first.bound == second.bound)
    expectHonest(first, problem, "parts")
  }

  @Test("a published plan is kept where changes cost much")
  func published() throws {
    var store = TinyStore()
    store.employees = [store.employee("a"), store.employee("b")]
    let plan = try search(store.problem).plan
    store.published = StaffPlan(
      shifts: plan.shifts.map { shift in
        var other = shift
        other.employee = shift.employee == "a" ? "b" : "a"
        return other
      })
    store.weights.change = 1_000
    let again = try search(store.problem)
    #expect(RosterCheck(store.problem).terms(of: again.plan).changes == 0)
  }
}
