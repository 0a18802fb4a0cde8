internal import FootfallCore

extension QuadraticAssignment {
  /// Any assignment that the masks allow, or nil where there is none.
  func anyAllowedAssignment() -> [Int]? {
    let costs = (0..<things * places).map { placementCosts[$0] < .infinity ? 0.0 : 1 }
    var solver = AssignmentSolver()
    var placeOfThing: [Int] = []
    solver.solve(costs: costs, rows: things, columns: places, into: &placeOfThing)
    let isAllowed = placeOfThing.enumerated().allSatisfy { allows($0.offset, at: $0.element) }
    return isAllowed ? placeOfThing : nil
  }

  /// Things that together have fewer allowed places than they are (Hall, Journal of the London Mathematical Society 10,
  /// 1935), with these places; nil where an assignment is possible.
  public var shortage: (things: [Int], places: [Int])? {
    // Kuhn's augmenting paths: the things reached from one that finds no place are the ones that have too few.
    var thingOfPlace = [Int?](repeating: nil, count: places)
    for thing in 0..<things {
      var reached = Set<Int>()
      if augment(thing, &thingOfPlace, &reached) { continue }
      let crowd = Set(reached.compactMap { thingOfPlace[$0] }).union([thing])
      return (crowd.sorted(), reached.sorted())
    }
    return nil
  }

  private func augment(_ thing: Int, _ thingOfPlace: inout [Int?], _ reached: inout Set<Int>) -> Bool {
    for place in 0..<places where allows(thing, at: place) && reached.insert(place).inserted {
      if let holder = thingOfPlace[place], !augment(holder, &thingOfPlace, &reached) { continue }
      thingOfPlace[place] = thing
      return true
    }
    return false
  }
}
