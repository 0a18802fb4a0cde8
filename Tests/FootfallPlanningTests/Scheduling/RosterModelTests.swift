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
      let roster = TinyStore.roster(of: model.problem, roundsPerCell: 60, seed: seed)
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
    let roster = TinyStore.roster(of: model.problem, roundsPerCell: 20, seed: 9)
    let values = program.values(of: roster)
    #expect(program.program.violation(of: values) == nil, "\(name)")
    let objective = model.problem.objective(of: roster)
    #expect(abs(program.program.objective(of: values) - objective) < 1e-6, "\(name)")
    let back = program.roster(of: values)
    #expect(abs(model.problem.objective(of: back) - objective) < 1e-6, "\(name)")
    #expect(RosterCheck(problem).violations(of: model.plan(of: back)) == [], "\(name)")
  }

  @Test("annealing never loses its best roster, and goes on from a better one that it is given")
  func cycles() {
    let problem = RosterModel(RetailWeek(staff: 5, seed: 2, availability: 1.6).problem).problem
    let better = TinyStore.roster(of: problem, roundsPerCell: 2_000, seed: 1)
    var annealing = RosterAnnealing(problem, seed: 3)
    var objective = annealing.objective
    for cycle in 0..<4 {
      if cycle == 2 { annealing.take(better) }
      annealing.begin(rounds: 500, threshold: 0.7)
      while annealing.step(rounds: 100) {}
      #expect(annealing.objective <= objective)
      #expect(abs(annealing.objective - problem.objective(of: annealing.best)) < 1e-6)
      objective = annealing.objective
    }
    #expect(objective <= problem.objective(of: better) + 1e-9)
    annealing.begin(rounds: 500)
    let isMore = annealing.step(rounds: 100, timeUsed: 1)
    #expect(!isMore)
  }

  @Test(
    "a cell is filled alike whether breaks and kinds are weighed once for several options or each for itself")
  func filled() {
    let problem = RosterModel(RetailWeek(staff: 6, seed: 4, availability: 1.4).problem).problem
    var board = RosterBoard(problem)
    var generator = SplitMix64(seed: 8)
    for _ in 0..<150 {
      let cell = Int.random(in: 0..<problem.cells, using: &generator)
      board.clear(cell)
      board.fill(cell)
      // Whatever one option is put there instead, it costs as much or more.
      let objective = board.objective
      for option in problem.optionRange(cell).shuffled(using: &generator).prefix(8) {
        var other = board
        other.clear(cell)
        other.fill(cell, among: option..<option + 1)
        #expect(other.objective >= objective - 1e-6)
      }
    }
  }
}
