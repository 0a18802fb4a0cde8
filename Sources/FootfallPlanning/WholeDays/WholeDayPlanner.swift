internal import FootfallCore

/// Makes rosters: one person after the other first, then again and again for a few of them, then part by part, with the
/// whole problem solved beside that.
///
///     let planner = WholeDayPlanner(instance, solver: try SolverProcess())
///     let plan = try planner.plan(seed: 1, limits: SearchLimits(), timeLeft: { deadline - .now }) { _ in }
public struct WholeDayPlanner: Sendable {
  private let instance: WholeDayInstance
  private let solver: any IntegerProgramSolver
  private let rival: (any IntegerProgramSolver)?

  /// A planner.
  /// - Parameter rival: Solves small instances beside `solver`.
  public init(
    _ instance: WholeDayInstance, solver: any IntegerProgramSolver, rival: (any IntegerProgramSolver)? = nil
  ) {
    self.instance = instance
    self.solver = solver
    self.rival = rival
  }

  /// The integer program of which every roster of an instance is an answer.
  public static func program(of instance: WholeDayInstance) -> IntegerProgram { StintModel(instance).program }

  /// Looks for a good roster until it is proved to be the best, or a limit is met.
  /// - Parameters:
  ///   - seed: For the choice of what is solved anew.
  ///   - limits: How the work is divided.
  ///   - timeLeft: How long the search may still go on.
  ///   - report: Told of every better objective or bound.
  /// - Throws: Where somebody's rules can't be kept, no roster is found in time, or the solver fails.
  public func plan(
    seed: UInt64, limits: SearchLimits, timeLeft: () -> Duration, report: (SolverProgress) -> Void
  ) throws(WholeDayError) -> WholeDayPlan {
    var first = FirstRoster(instance, solver: solver)
    let start = annealed(try first.make(timeLeft: timeLeft), seed: seed, timeLeft)
    let model = StintModel(instance)
    let search = NeighbourhoodSearch(
      model.program, solver: solver, rival: rival,
      neighbourhoods: [StaffNeighbourhood(model), DaysNeighbourhood(model)],
      limits: limits)
    let answer: SolverAnswer
    do throws(SolverError) {
      answer = try search.run(from: model.values(of: start), seed: seed, timeLeft: timeLeft, report: report)
    } catch {
      throw .solver(error)
    }
    return try checked(answer, model)
  }

  /// Changes of a few people's rows, for each of the staff.
  private static let roundsPerPerson = 200

  /// A better roster, where that can be had in a tenth of the time.
  private func annealed(_ first: WholeDayRoster, seed: UInt64, _ timeLeft: () -> Duration) -> WholeDayRoster {
    guard var annealing = WholeDayAnnealing(instance, from: first) else { return first }
    let all = timeLeft()
    var generator = SplitMix64(seed: seed)
    annealing.run(rounds: Self.roundsPerPerson * instance.staff.count, using: &generator) {
      all <= .zero ? 1 : (all - timeLeft()) / (all / 10)
    }
    return annealing.roster
  }

  /// The roster of an answer, which must keep every rule and cost what the answer says.
  private func checked(_ answer: SolverAnswer, _ model: StintModel) throws(WholeDayError) -> WholeDayPlan {
    var roster = WholeDayRoster(shifts: instance.staff.map { _ in [] })
    model.write(answer.values ?? [], into: &roster)
    if let violation = roster.violations(of: instance).first {
      throw .solver(.failed("the roster found breaks a rule: \(violation)"))
    }
    let objective = roster.objective(for: instance)
    let claimed = answer.objective ?? .infinity
    if (claimed - Double(objective)).magnitude > 1e-6 * max(1, claimed) {
      throw .solver(.failed("the roster found costs \(objective), and not \(claimed)"))
    }
    return WholeDayPlan(roster: roster, objective: objective, bound: answer.bound)
  }
}
