/// The lengths of the ways of whole trips, and where they led.
struct WayTally: Sendable {
  var path = DayValues()
  var travel = DayValues()
  var order = DayValues()
  var depth = DayValues()
  var squares = DayValues()
  var zones = DayValues()
  /// Trips that went half a turn or more around the middle of the floor, by direction.
  var positiveTurns: [Int] = []
  var negativeTurns: [Int] = []

  /// Adds a walk of a day, which is numbered from 0.
  mutating func add(_ walk: TripWalk, day: Int) {
    while positiveTurns.count <= day {
      positiveTurns.append(0)
      negativeTurns.append(0)
    }
    path.add(walk.pathMetres, day: day)
    depth.add(walk.depthMetres, day: day)
    squares.add(Double(walk.squares), day: day)
    zones.add(Double(walk.firstSteps.count), day: day)
    if walk.turns >= 0.5 { positiveTurns[day] += 1 }
    if walk.turns <= -0.5 { negativeTurns[day] += 1 }
    guard !walk.firstSteps.isEmpty, let deviation = WayDeviation(walk) else { return }
    travel.add(deviation.travel, day: day)
    if let excess = deviation.order { order.add(excess, day: day) }
  }
}
