internal import FootfallCore

/// Searches for the best assignments: with proof where there are few places, by tabu search otherwise.
///
///     let answer = try AssignmentSearch(problem).run(seed: 1, isOver: { false })
///     answer?.best.first?.placeOfThing
public struct AssignmentSearch: Sendable {
  /// An assignment and its cost.
  public struct Ranked: Hashable, Sendable {
    /// The cost by ``QuadraticAssignment/cost(of:)``.
    public let cost: Double
    /// The place of each thing.
    public let placeOfThing: [Int]
  }

  /// What was found.
  public struct Answer: Hashable, Sendable {
    /// The best assignments, by rising cost, no two alike; one or more.
    public let best: [Ranked]
    /// No assignment costs less.
    public let bound: Double
    /// Whether it is proved that there are no better ones than `best`, in this order.
    public let isProved: Bool
    /// Starts of tabu search.
    public let starts: Int
  }

  /// Up to so many places the answer is proved.
  public static let provedPlaces = 10
  /// So many starts that end at the same cost, and none below, end the search.
  private static let agreement = 5

  private let problem: QuadraticAssignment
  private let alternatives: Int
  private let starts: Int

  /// A search.
  /// - Parameters:
  ///   - alternatives: how many of the best assignments are asked for.
  ///   - starts: how often tabu search begins anew at most, each time for longer; with it the same seed gives the same
  ///     answer on every machine, where time does not end first.
  public init(_ problem: QuadraticAssignment, alternatives: Int = 1, starts: Int = 20) {
    precondition(alternatives > 0 && starts > 0, "an answer is looked for")
    self.problem = problem
    self.alternatives = alternatives
    self.starts = starts
  }

  /// Searches until it is proved that there is nothing better, starts agree, or starts or time are used up.
  /// - Parameters:
  ///   - seed: for the starts and how long exchanges are tabu.
  ///   - isOver: asked now and then whether time is over.
  /// - Returns: nil where the masks allow no assignment (see ``QuadraticAssignment/shortage``).
  public func run(seed: UInt64, isOver: @escaping () -> Bool) -> Answer? {
    guard let allowed = problem.anyAllowedAssignment() else { return nil }
    var best = RankedAssignments(limit: alternatives)
    best.insert(allowed[...], cost: problem.cost(of: allowed))
    var bounding = GilmoreLawlerBound(problem)
    let bound = bounding.value()
    let isSmall = problem.places <= Self.provedPlaces
    let count = tabu(&best, starts: isSmall ? 1 : starts, seed: seed, bound: bound, isOver)
    guard isSmall else {
      return answer(best, bound: bound, isProved: isMet(bound, by: best), starts: count)
    }
    var exact = ExactSearch(problem, best: best, isOver: isOver)
    exact.run()
    let proved = exact.isCut ? bound : exact.best.assignments[0].cost
    return answer(exact.best, bound: proved, isProved: !exact.isCut, starts: count)
  }

  private func answer(_ best: RankedAssignments, bound: Double, isProved: Bool, starts: Int) -> Answer {
    Answer(
      best: best.assignments.map { Ranked(cost: $0.cost, placeOfThing: $0.placeOfThing) },
      bound: min(bound, best.assignments[0].cost), isProved: isProved, starts: starts)
  }

  /// Whether there is nothing better than the worst of the alternatives.
  private func isMet(_ bound: Double, by best: RankedAssignments) -> Bool {
    best.threshold <= bound + 1e-9 * max(1, bound.magnitude)
  }

  private func tabu(
    _ best: inout RankedAssignments, starts: Int, seed: UInt64, bound: Double, _ isOver: () -> Bool
  ) -> Int {
    var generator = SplitMix64(seed: seed)
    var search = TabuSearch(problem, best: best)
    defer { best = search.best }
    var (agreed, agreeing) = (Double.infinity, 0)
    for start in 0..<starts {
      search.start(using: &generator)
      // Longer and longer: short runs find easy answers soon, and hard ones need long runs.
      for _ in 0..<(start + 1) * problem.places {
        if isOver() || isMet(bound, by: search.best) { return start + 1 }
        search.run(steps: 1000, using: &generator)
      }
      let tolerance = 1e-9 * max(1, search.leastCost.magnitude)
      if search.leastCost < agreed - tolerance { (agreed, agreeing) = (search.leastCost, 0) }
      if search.leastCost <= agreed + tolerance { agreeing += 1 }
      if agreeing == Self.agreement { return start + 1 }
    }
    return starts
  }
}
