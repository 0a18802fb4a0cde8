/// The best assignments seen so far, no two alike.
struct RankedAssignments {
  /// By rising cost.
  private(set) var assignments: [(cost: Double, placeOfThing: [Int])] = []
  private let limit: Int

  init(limit: Int) {
    precondition(limit > 0, "one or more")
    self.limit = limit
    assignments.reserveCapacity(limit + 1)
  }

  /// What an assignment must cost less than to be kept.
  var threshold: Double { assignments.count < limit ? .infinity : assignments[limit - 1].cost }

  /// Keeps an assignment where it is among the best.
  mutating func insert(_ placeOfThing: ArraySlice<Int>, cost: Double) {
    guard cost < threshold, !assignments.contains(where: { $0.placeOfThing.elementsEqual(placeOfThing) })
    else { return }
    let place = assignments.firstIndex { $0.cost > cost } ?? assignments.count
    assignments.insert((cost, Array(placeOfThing)), at: place)
    if assignments.count > limit { assignments.removeLast() }
  }
}
