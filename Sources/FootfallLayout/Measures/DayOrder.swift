/// The days of a tally in the order of the calendar.
struct DayOrder: Sendable {
  /// Days since 1970-01-01.
  let numbers: [Int]
  let days: [DayTally]
  /// Where each day of the tally is among them.
  let places: [Int]

  init(_ tally: TripTally) {
    let order = tally.dayNumbers.indices.sorted { tally.dayNumbers[$0] < tally.dayNumbers[$1] }
    numbers = order.map { tally.dayNumbers[$0] }
    days = order.map { tally.days[$0] }
    var places = [Int](repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { places[index] = place }
    self.places = places
  }
}
