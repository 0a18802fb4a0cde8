/// Finds the best assignments with proof, by branch and bound with Gilmore and Lawler's bound.
struct ExactSearch {
  private let problem: QuadraticAssignment
  private var bound: GilmoreLawlerBound
  /// Things with the most flow come first: they decide most.
  private let order: [Int]
  private var placeOfThing: [Int]
  private(set) var best: RankedAssignments
  private let isOver: () -> Bool
  /// Whether the search ended before its proof.
  private(set) var isCut = false

  init(_ problem: QuadraticAssignment, best: RankedAssignments, isOver: @escaping () -> Bool) {
    self.problem = problem
    self.best = best
    self.isOver = isOver
    bound = GilmoreLawlerBound(problem)
    placeOfThing = [Int](repeating: -1, count: problem.things)
    let things = problem.things
    let sums = (0..<things).map { thing in
      (0..<things).reduce(0) {
        $0 + (problem.flows[thing * things + $1] + problem.flows[$1 * things + thing]).magnitude
      }
    }
    order = (0..<things).sorted { (-sums[$0], $0) < (-sums[$1], $1) }
  }

  /// Searches; afterwards ``best`` holds the best assignments of all, unless ``isCut``.
  mutating func run() {
    branch(assigned: 0, free: Array(0..<problem.places), cost: 0)
  }

  private mutating func branch(assigned: Int, free: [Int], cost: Double) {
    if isOver() { isCut = true }
    if isCut { return }
    if assigned == order.count {
      // Summed in the order of the matrices, so that equal assignments cost the same to the last bit.
      best.insert(placeOfThing[...], cost: problem.cost(of: placeOfThing))
      return
    }
    for (place, cost, limit) in children(assigned: assigned, free: free, cost: cost) {
      // A bound that equals what is known leaves nothing to be found but rounding.
      guard limit < best.threshold - 1e-9 * max(1, best.threshold.magnitude) else { return }
      placeOfThing[order[assigned]] = place
      branch(assigned: assigned + 1, free: free.filter { $0 != place }, cost: cost)
    }
  }

  /// The places of the next thing, the most promising first.
  private mutating func children(
    assigned: Int, free: [Int], cost: Double
  ) -> [(place: Int, cost: Double, bound: Double)] {
    let thing = order[assigned]
    var children: [(place: Int, cost: Double, bound: Double)] = []
    for place in free where problem.allows(thing, at: place) {
      let cost = cost + bound.cost(of: thing, at: place, beside: order[..<assigned], placeOfThing)
      placeOfThing[thing] = place
      let limit = bound.value(
        placeOfThing, order: order, assigned: assigned + 1, free: free.filter { $0 != place }, cost: cost)
      children.append((place, cost, limit))
    }
    return children.sorted { ($0.bound, $0.place) < ($1.bound, $1.place) }
  }
}
