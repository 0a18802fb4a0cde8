import FootfallCore
import Testing

@testable import FootfallPlanning

@Suite("Rosters")
struct RosterModelTests {
  @Test(
    "a roster of annealing is a plan without violations, and costs what the verifier says",
    arguments: TinyStore.all)
  func annealed(name: String, problem: StaffingProblem) {
    let model = RosterModel(problem)
    #expect(model.homelessPins.isEmpty)
    for seed in 1...3 as ClosedRange<UInt64> {
      var generator = SplitMix64(seed: seed)
      let roster = RosterAnnealing(roundsPerCell: 60).roster(for: model.problem, using: &generator)
      let plan = model.plan(of: roster)
      let check = RosterCheck(problem)
      #expect(check.violations(of: plan) == [], "\(name), seed \(seed)")
      #expect(
        abs(check.terms(of: plan).total - model.problem.objective(of: roster)) < 1e-6, "\(name), seed \(seed)"
      )
    }
  }

  @Test("a board knows its objective after every change", arguments: TinyStore.all)
  func board(name: String, problem: StaffingProblem) {
    let model = RosterModel(problem)
    var board = RosterBoard(model.problem)
    var generator = SplitMix64(seed: 5)
    for _ in 0..<200 {
      let cell = Int.random(in: 0..<model.problem.cells, using: &generator)
      if !model.problem.isRequired[cell] { board.clear(cell) }
      if Bool.random(using: &generator), board.roster.entries[cell] == nil { board.fill(cell) }
      #expect(abs(board.objective - model.problem.objective(of: board.roster)) < 1e-6, "\(name)")
    }
  }

  @Test("the integer program allows a roster, prices it alike and gives it back", arguments: TinyStore.all)
  func program(name: String, problem: StaffingProblem) {
    let model = RosterModel(problem)
    let program = RosterProgram(model.problem)
    var generator = SplitMix64(seed: 9)
    let roster = RosterAnnealing(roundsPerCell: 20).roster(for: model.problem, using: &generator)
    let values = program.values(of: roster)
    #expect(program.program.violation(of: values) == nil, "\(name)")
    let objective = model.problem.objective(of: roster)
    #expect(abs(program.program.objective(of: values) - objective) < 1e-6, "\(name)")
    let back = program.roster(of: values)
    #expect(abs(model.problem.objective(of: back) - objective) < 1e-6, "\(name)")
    #expect(RosterCheck(problem).violations(of: model.plan(of: back)) == [], "\(name)")
  }
}
