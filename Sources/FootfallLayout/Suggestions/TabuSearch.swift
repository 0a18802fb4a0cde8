/// Robust tabu search (Taillard, Parallel Computing 17, 1991): always the best exchange of two places that was not made
/// lately, and now and then one that has been due for long.
///
/// Works on square matrices, with things without flow for empty places. Allocates nothing but when it begins and where an
/// assignment is kept.
struct TabuSearch: ~Copyable {
  private let problem: QuadraticAssignment
  private let size: Int
  /// As those of the problem, but square and finite.
  private let placementCosts: [Double]
  let table: ExchangeTable
  private(set) var placeOfThing: [Int]
  private var cost = 0.0
  /// The step until which a thing does not return to a place.
  private var returns: [Int]
  private var step = 0
  /// The least cost since the last start.
  private(set) var leastCost = Double.infinity
  private(set) var best: RankedAssignments

  init(_ problem: QuadraticAssignment, best: RankedAssignments) {
    let (things, size) = (problem.things, problem.places)
    self.problem = problem
    self.best = best
    self.size = size
    var flows = [Double](repeating: 0, count: size * size)
    for row in 0..<things {
      for column in 0..<things { flows[row * size + column] = problem.flows[row * things + column] }
    }
    let penalty = TabuSearch.penalty(problem)
    placementCosts =
      problem.placementCosts.map { min($0, penalty) }
      + [Double](repeating: 0, count: (size - things) * size)
    table = ExchangeTable(
      size: size, flows: flows,
      isSymmetric: TabuSearch.isSymmetric(flows, size) && TabuSearch.isSymmetric(problem.distances, size))
    placeOfThing = Array(0..<size)
    returns = [Int](repeating: 0, count: size * size)
  }

  /// What a forbidden place costs: more than any exchange gains, so that the search may pass, and does not stay.
  private static func penalty(_ problem: QuadraticAssignment) -> Double {
    let things = problem.things
    let flow = (0..<things).reduce(0.0) { most, thing in
      max(most, (0..<things).reduce(0) { $0 + problem.flows[thing * things + $1].magnitude })
    }
    let distance = problem.distances.reduce(0) { max($0, $1.magnitude) }
    let cost = problem.placementCosts.lazy.filter { $0 < .infinity }.reduce(0) { max($0, $1.magnitude) }
    return 4 * flow * distance + 4 * cost + 1
  }

  private static func isSymmetric(_ matrix: [Double], _ size: Int) -> Bool {
    matrix.indices.allSatisfy { matrix[$0] == matrix[$0 % size * size + $0 / size] }
  }

  /// Begins anew from a random assignment.
  mutating func start(using generator: inout some RandomNumberGenerator) {
    placeOfThing.shuffle(using: &generator)
    cost = table.fill(placeOfThing, distances: problem.distances, placementCosts: placementCosts)
    step = 0
    // Each has a past of its own, so that they do not all become due at once.
    for index in returns.indices { returns[index] = -index }
    leastCost = .infinity
    record()
  }

  /// Makes exchanges.
  mutating func run(steps: Int, using generator: inout some RandomNumberGenerator) {
    guard size > 1 else { return }
    for _ in 0..<steps {
      step += 1
      let (first, second) = chosen()
      cost += table.changes[first * size + second]
      returns[first * size + placeOfThing[first]] = step + tenure(using: &generator)
      returns[second * size + placeOfThing[second]] = step + tenure(using: &generator)
      placeOfThing.swapAt(first, second)
      table.exchange(first, second)
      record()
    }
  }

  /// How long a thing does not return: the cube makes it short as a rule and long at times.
  private func tenure(using generator: inout some RandomNumberGenerator) -> Int {
    let uniform = Double(generator.next() >> 11) * 0x1p-53
    return Int(uniform * uniform * uniform * Double(8 * size))
  }

  /// Keeps the assignment where it is among the best.
  private mutating func record() {
    let tolerance = 1e-9 * max(1, cost.magnitude)
    leastCost = min(leastCost, cost)
    guard cost < best.threshold - tolerance else { return }
    let exact = problem.cost(of: placeOfThing)
    if exact < .infinity { best.insert(placeOfThing[..<problem.things], cost: exact) }
  }

  /// The exchange to make: the best of those that are due or lead below all costs before, else of those that are not tabu.
  private func chosen() -> (Int, Int) {
    let due = step - 5 * size * size
    let gain = leastCost - cost - 1e-9 * max(1, leastCost.magnitude)
    return returns.withUnsafeBufferPointer { returns in
      placeOfThing.withUnsafeBufferPointer { places in
        var (chosen, least, isAspired) = ((0, 1), Double.infinity, false)
        for first in 0..<size - 1 {
          let (base, firstPlace) = (first * size, places[first])
          for second in first + 1..<size {
            let change = table.changes[base + second]
            let back = returns[base + places[second]]
            let otherBack = returns[second * size + firstPlace]
            if change < gain || (back < due && otherBack < due) {
              if isAspired, change >= least { continue }
              (chosen, least, isAspired) = ((first, second), change, true)
            } else if change < least, !isAspired, back < step || otherBack < step {
              (chosen, least) = ((first, second), change)
            }
          }
        }
        return chosen
      }
    }
  }
}
