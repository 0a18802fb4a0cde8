internal import FootfallCore

/// What completing a partial assignment costs at least (Gilmore, SIAM Journal 10, 1962; Lawler, Management Science 9,
/// 1963).
///
/// The pair (thing, place) costs at least its share with what is assigned, and the smallest scalar product of its flows
/// to things that are not with the distances to places that are free; the cheapest pairing of all of them is the bound.
struct GilmoreLawlerBound {
  private let problem: QuadraticAssignment
  private var solver = AssignmentSolver()
  private var costs: [Double] = []
  private var partners: [Int] = []

  init(_ problem: QuadraticAssignment) { self.problem = problem }

  /// What stands for an infinite cost; pairings that need it are worse than any other.
  private static let forbidden = 1e150

  /// The bound of the cost of all completions; infinite where none is allowed.
  /// - Parameters:
  ///   - placeOfThing: of the things assigned, which are the first ones in `order`.
  ///   - order: all things.
  ///   - free: the other places.
  ///   - cost: of the things assigned among themselves.
  /// - Complexity: O(n³) for n places.
  mutating func value(
    _ placeOfThing: [Int], order: [Int], assigned: Int, free: [Int], cost: Double
  ) -> Double {
    let open = order[assigned...]
    if open.isEmpty { return cost }
    let distances = free.map { place in
      free.filter { $0 != place }.map { problem.distances[place * problem.places + $0] }.sorted(by: >)
    }
    costs.removeAll(keepingCapacity: true)
    for thing in open {
      // Empty places are things without flow.
      let flows =
        (open.filter { $0 != thing }.map { problem.flows[thing * problem.things + $0] }
        + [Double](repeating: 0, count: free.count - open.count)).sorted()
      for (index, place) in free.enumerated() {
        let pair = zip(flows, distances[index]).reduce(0) { $0 + $1.0 * $1.1 }
        let cost = pair + self.cost(of: thing, at: place, beside: order[..<assigned], placeOfThing)
        costs.append(min(cost, Self.forbidden))
      }
    }
    solver.solve(costs: costs, rows: open.count, columns: free.count, into: &partners)
    let sum = partners.enumerated().reduce(0) { $0 + costs[$1.offset * free.count + $1.element] }
    return sum < Self.forbidden ? cost + sum : .infinity
  }

  /// What one more thing costs at a place beside those that are assigned.
  func cost(of thing: Int, at place: Int, beside assigned: ArraySlice<Int>, _ placeOfThing: [Int]) -> Double {
    let (things, places) = (problem.things, problem.places)
    var cost =
      problem.placementCosts[thing * places + place]
      + problem.flows[thing * things + thing] * problem.distances[place * places + place]
    for other in assigned {
      let otherPlace = placeOfThing[other]
      cost += problem.flows[thing * things + other] * problem.distances[place * places + otherPlace]
      cost += problem.flows[other * things + thing] * problem.distances[otherPlace * places + place]
    }
    return cost
  }

  /// The bound of the cost of all assignments.
  mutating func value() -> Double {
    value(
      [Int](repeating: -1, count: problem.things), order: Array(0..<problem.things), assigned: 0,
      free: Array(0..<problem.places), cost: 0)
  }
}
