internal import FootfallCore

/// The time-weighted mean and the maximum of a number of people.
struct OccupancyMeter: Sendable {
  private var personSeconds = 0.0
  private var seconds = 0.0
  private var maximum = 0

  /// Takes in that `people` were present for a stretch of time.
  mutating func add(_ people: Int, seconds duration: Double) {
    personSeconds += Double(people) * duration
    seconds += duration
    maximum = max(maximum, people)
  }

  /// The occupancy so far; without values when no time was observed.
  var occupancy: Occupancy {
    seconds > 0 ? Occupancy(mean: personSeconds / seconds, max: maximum) : Occupancy(mean: nil, max: nil)
  }
}
