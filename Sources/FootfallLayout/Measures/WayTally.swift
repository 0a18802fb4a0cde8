/// The lengths of the ways of whole trips, and where they led.
struct WayTally: Sendable {
  var path = DayValues()
  var travel = DayValues()
  var order = DayValues()
  var depth = DayValues()
  var squares = DayValues()
  var zones = DayValues()
  /// Trips, by day.
  var trips: [Int] = []
  /// Those that went half a turn or more around the middle of the floor as it is drawn, by direction.
  var clockwise: [Int] = []
  var counterclockwise: [Int] = []

  /// Adds a walk of a day, which is numbered from 0.
  /// - Parameter isDownward: whether y points downwards as the floor is drawn.
  mutating func add(_ walk: TripWalk, day: Int, isDownward: Bool) {
    while trips.count <= day {
      trips.append(0)
      clockwise.append(0)
      counterclockwise.append(0)
    }
    trips[day] += 1
    path.add(walk.pathMetres, day: day)
    depth.add(walk.depthMetres, day: day)
    squares.add(Double(walk.squares), day: day)
    zones.add(Double(walk.firstSteps.count), day: day)
    // From the x axis to the y axis is clockwise where y points downwards.
    let turns = isDownward ? walk.turns : -walk.turns
    if turns >= 0.5 { clockwise[day] += 1 }
    if turns <= -0.5 { counterclockwise[day] += 1 }
    guard !walk.firstSteps.isEmpty, let deviation = WayDeviation(walk) else { return }
    travel.add(deviation.travel, day: day)
    if let excess = deviation.order { order.add(excess, day: day) }
  }
}
