import FootfallCore
import FootfallPlanning
import FootfallTestSupport
import Synchronization
import Testing

@Suite("Neighbourhood search")
struct NeighbourhoodSearchTests {
  /// Some of the columns by chance.
  private struct AnyColumns: Neighbourhood {
    let count: Int
    func columns(
      share: Double, around incumbent: [Double], using generator: inout SplitMix64
    ) -> [IntegerProgram.Column] {
      Array((0..<count).shuffled(using: &generator).prefix(max(1, Int(share * Double(count)))))
    }
  }

  private struct FailingSolver: IntegerProgramSolver {
    let name = "none"
    func solve(
      _ program: IntegerProgram, from start: [Double]?, within limits: SolverLimits
    ) throws(SolverError) -> SolverAnswer {
      throw .failed("out of order")
    }
  }

  /// What it begins never ends.
  private struct Endless: IntegerProgramSolver {
    struct Run: SolverRun {
      let progress = SolverProgress(objective: nil, bound: -1.5)
      let incumbent: [Double]? = nil
      let onCancel: @Sendable () -> Void

      func answer(within patience: Duration) -> SolverAnswer? { nil }
      func cancel() { onCancel() }
    }

    let name = "endless"
    let onCancel: @Sendable () -> Void

    func solve(
      _ program: IntegerProgram, from start: [Double]?, within limits: SolverLimits
    ) throws(SolverError) -> SolverAnswer { throw .failed("is begun, not solved") }

    func begin(
      _ program: IntegerProgram, from start: [Double]?, within limits: SolverLimits
    ) throws(SolverError) -> any SolverRun { Run(onCancel: onCancel) }
  }

  private static func limits(parts: Int, beforeWhole: Int? = nil) -> SearchLimits {
    var limits = SearchLimits()
    limits.parts = parts
    limits.firstShare = 0.4
    limits.partsBeforeWhole = beforeWhole
    return limits
  }

  private static func run(
    _ program: IntegerProgram, _ limits: SearchLimits, solver: any IntegerProgramSolver = EnumeratingSolver(),
    seed: UInt64, timeLeft: () -> Duration = { .seconds(1) }, report: (SolverProgress) -> Void = { _ in }
  ) throws -> SolverAnswer {
    let start = [Double](repeating: 0, count: program.variables.count)
    let search = NeighbourhoodSearch(
      program, solver: solver, neighbourhoods: [AnyColumns(count: program.variables.count)], limits: limits)
    return try search.run(from: start, seed: seed, timeLeft: timeLeft, report: report)
  }

  @Test("never gets worse, keeps every row, and says what it costs", arguments: 1...20 as ClosedRange<UInt64>)
  func monotone(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let program = EnumeratingSolver.random(count: 7, using: &generator)
    var told: [SolverProgress] = []
    let answer = try Self.run(program, Self.limits(parts: 12), seed: seed, report: { told.append($0) })
    let values = try #require(answer.values)
    #expect(program.violation(of: values) == nil)
    #expect(answer.objective == program.objective(of: values))
    let objectives = told.compactMap(\.objective)
    #expect(objectives == objectives.sorted(by: >) && objectives.last == answer.objective)
  }

  @Test("the same seed gives the same answer")
  func repeatable() throws {
    var generator = SeededGenerator(seed: 3)
    let program = EnumeratingSolver.random(count: 8, using: &generator)
    let answers = try (0..<2).map { _ in try Self.run(program, Self.limits(parts: 5), seed: 9) }
    #expect(answers[0] == answers[1])
  }

  @Test("the whole, solved beside the parts, proves the answer", arguments: 1...10 as ClosedRange<UInt64>)
  func proof(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let program = EnumeratingSolver.random(count: 7, using: &generator)
    let best = try #require(EnumeratingSolver.best(program))
    let answer = try Self.run(program, Self.limits(parts: 3, beforeWhole: 1), seed: seed)
    #expect(answer.status == .optimal && answer.objective == program.objective(of: best))
    #expect(answer.bound == answer.objective)
  }

  @Test("variables with fractions are never held, whole ones are held outside the part")
  func held() throws {
    var program = IntegerProgram()
    for _ in 0..<4 { program.addVariable(0...2, cost: -1, isWhole: true) }
    program.addVariable(0...2, cost: -1)
    let solver = EnumeratingSolver { program in
      let held = program.variables.prefix(4).count { $0.range.lowerBound == $0.range.upperBound }
      #expect(held == 3 && program.variables[4].range == 0...2)
    }
    var limits = Self.limits(parts: 1)
    limits.firstShare = 0.2
    let search = NeighbourhoodSearch(
      program, solver: solver, neighbourhoods: [AnyColumns(count: 4)], limits: limits)
    let answer = try search.run(from: [0, 0, 0, 0, 0], seed: 1, timeLeft: { .seconds(1) }, report: { _ in })
    #expect(answer.values?.last == 2 && answer.values?.reduce(0, +) == 4)
  }

  @Test("the parts' own solver gets the parts, and the other one the whole")
  func partSolver() throws {
    var generator = SeededGenerator(seed: 5)
    let program = EnumeratingSolver.random(count: 6, using: &generator)
    @Sendable func isPart(_ program: IntegerProgram) -> Bool {
      program.variables.contains { $0.range.lowerBound == $0.range.upperBound }
    }
    let search = NeighbourhoodSearch(
      program, solver: EnumeratingSolver { #expect(!isPart($0)) },
      partSolver: EnumeratingSolver { #expect(isPart($0)) }, neighbourhoods: [AnyColumns(count: 6)],
      limits: Self.limits(parts: 3, beforeWhole: 0))
    let start = [Double](repeating: 0, count: 6)
    let answer = try search.run(from: start, seed: 1, timeLeft: { .seconds(1) }, report: { _ in })
    #expect(answer.status == .optimal)
  }

  @Test("two parts that were begun from the same answer are put together")
  func joined() throws {
    var program = IntegerProgram()
    for _ in 0..<2 { program.addVariable(0...2, cost: -1, isWhole: true) }
    /// The first column, then the second.
    struct Halves: Neighbourhood {
      let column: Int
      func columns(
        share: Double, around incumbent: [Double], using generator: inout SplitMix64
      ) -> [IntegerProgram.Column] { [column] }
    }
    let search = NeighbourhoodSearch(
      program, solver: EnumeratingSolver(), neighbourhoods: [Halves(column: 0), Halves(column: 1)],
      limits: Self.limits(parts: 2))
    let answer = try search.run(from: [0, 0], seed: 1, timeLeft: { .seconds(1) }, report: { _ in })
    #expect(answer.values == [2, 2])
  }

  @Test("ends when the time is used up, with the answer it has")
  func time() throws {
    var generator = SeededGenerator(seed: 3)
    let program = EnumeratingSolver.random(count: 6, using: &generator)
    var limits = Self.limits(parts: 1)
    limits.parts = nil
    limits.gap = -1
    var left = 50
    let answer = try Self.run(
      program, limits, seed: 1,
      timeLeft: {
        left -= 1
        return .seconds(left)
      })
    #expect(left <= 0 && answer.values != nil)
  }

  @Test("what a heuristic finds is taken, and it is told what parts find")
  func heuristic() throws {
    var program = IntegerProgram()
    for _ in 0..<2 { program.addVariable(0...2, cost: -1, isWhole: true) }
    /// Raises the second column by one at a time, and keeps what it is told.
    struct Raising: ImprovementHeuristic {
      final class Told { var answers: [[Double]] = [] }
      let told = Told()
      var values = [0.0, 0.0]

      mutating func take(_ values: [Double]) {
        told.answers.append(values)
        self.values = values
      }

      mutating func improve() -> [Double]? {
        guard values[1] < 2 else { return nil }
        values[1] += 1
        return values
      }
    }
    struct First: Neighbourhood {
      func columns(
        share: Double, around incumbent: [Double], using generator: inout SplitMix64
      ) -> [IntegerProgram.Column] { [0] }
    }
    let search = NeighbourhoodSearch(
      program, solver: EnumeratingSolver(), neighbourhoods: [First()], limits: Self.limits(parts: 3))
    let heuristic = Raising()
    let answer = try search.run(
      from: [0, 0], improvedBy: heuristic, seed: 1, timeLeft: { .seconds(1) }, report: { _ in })
    #expect(answer.values == [2, 2])
    #expect(heuristic.told.answers == [[2, 0]])
  }

  @Test("the whole is given up once its bound stands still, for the sake of parts; without that, it goes on")
  func idleWhole() throws {
    var program = IntegerProgram()
    program.addVariable(0...2, cost: -1, isWhole: true)
    for endsIdleWhole in [true, false] {
      var limits = SearchLimits()
      limits.endsIdleWhole = endsIdleWhole
      limits.gap = -1
      var left = 60
      let cancelled = Mutex<Int?>(nil)
      let clock = Mutex(60)
      let search = NeighbourhoodSearch(
        program,
        solver: Endless {
          let now = clock.withLock { $0 }
          cancelled.withLock { $0 = $0 ?? now }
        },
        partSolver: EnumeratingSolver(), neighbourhoods: [AnyColumns(count: 1)], limits: limits)
      _ = try search.run(
        from: [0], seed: 1,
        timeLeft: {
          left -= 1
          clock.withLock { $0 = left }
          return .seconds(left)
        }, report: { _ in })
      let cancelledAt = cancelled.withLock { $0 }
      let end = try #require(cancelledAt)
      #expect(endsIdleWhole ? (20...48).contains(end) : end <= 0)
    }
  }

  @Test(
    "a small whole is solved by two at once, and the first proof counts; a search to be repeated asks one")
  func rival() throws {
    var generator = SeededGenerator(seed: 4)
    let program = EnumeratingSolver.random(count: 6, using: &generator)
    let best = try #require(EnumeratingSolver.best(program))
    for isRepeatable in [false, true] {
      let asked = Mutex(0)
      var limits = SearchLimits()
      if isRepeatable { limits.parts = 2 }
      var left = 200
      let search = NeighbourhoodSearch(
        program, solver: Endless {}, partSolver: EnumeratingSolver(),
        rival: EnumeratingSolver { _ in asked.withLock { $0 += 1 } }, neighbourhoods: [AnyColumns(count: 2)],
        limits: limits)
      let answer = try search.run(
        from: [Double](repeating: 0, count: 6), seed: 1,
        timeLeft: {
          left -= 1
          return .seconds(left)
        }, report: { _ in })
      #expect(asked.withLock { $0 } == (isRepeatable ? 0 : 1))
      if !isRepeatable {
        #expect(answer.status == .optimal && answer.objective == program.objective(of: best))
        #expect(left > 0)
      }
    }
  }

  @Test("gives up where the solver fails on one part after the other")
  func failing() {
    var program = IntegerProgram()
    program.addVariable(0...1, cost: -1, isWhole: true)
    #expect(throws: SolverError.failed("out of order")) {
      try Self.run(program, Self.limits(parts: 20), solver: FailingSolver(), seed: 1)
    }
  }

  @Test("a bound is rounded up to the next objective there can be")
  func steps() {
    var program = IntegerProgram()
    program.offset = 0.5
    #expect(program.roundedBound(3.2) == 3.2)
    program.objectiveStep = 2
    #expect(program.roundedBound(3.2) == 4.5)
    #expect(program.roundedBound(4.5) == 4.5)
    #expect(program.roundedBound(4.5000001) == 4.5)
    #expect(program.roundedBound(-.infinity) == -.infinity)
  }

  @Test("gaps are parts of the objective, and never divide by nothing")
  func gaps() {
    #expect(SolverProgress(objective: 200, bound: 150).gap == 0.25)
    #expect(SolverProgress(objective: -100, bound: -150).gap == 0.5)
    #expect(SolverProgress(objective: 0, bound: 0).gap == 0)
    #expect(SolverProgress(objective: 0, bound: -1).gap == 1)
    #expect(SolverProgress(objective: nil, bound: 3).gap == 1)
    #expect(SolverProgress(objective: 3).gap == 1)
  }
}
