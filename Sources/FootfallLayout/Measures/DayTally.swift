/// What is counted of one day.
struct DayTally: Sendable {
  /// What is counted of a zone in a day.
  struct Zone: Sendable {
    /// Trips that entered it.
    var visitors = 0
    var visits = 0
    /// Visits of ``LayoutParameters/stopSeconds`` or more.
    var stops = 0
    var engaged = 0
    /// Visits cut short before it was known whether they were stops, or engaged.
    var undecidedStops = 0
    var undecidedEngaged = 0
    var seconds = 0.0
    /// The time of engaged visits.
    var engagedSeconds = 0.0
  }

  /// By view.
  var trips: [Int]
  var wholeTrips = 0
  var zones: [Zone]
  /// Moves of whole trips: by row, row 0 being the entry and row i + 1 zone i, then by column, the last being the exit.
  var moves: [Int32]
  var scenes: [SceneTally]

  init(_ plan: LayoutPlan) {
    trips = [Int](repeating: 0, count: plan.views.count)
    zones = [Zone](repeating: Zone(), count: plan.zones.count)
    let side = plan.zones.count + 1
    moves = [Int32](repeating: 0, count: side * side)
    scenes = plan.scenes.map { SceneTally(parts: $0.zones.count) }
  }
}
