internal import FootfallCore

/// How much longer than needed a way was (Hui, Fader and Bradlow, Marketing Science 28, 2009).
struct WayDeviation: Hashable, Sendable {
  /// The way over the shortest one through the same zones in the same order, 1 or more: bends and detours.
  let travel: Double
  /// That over the shortest one in the best order; nil for more than ``ShortestTour/mostPlaces`` zones.
  let order: Double?

  /// Compares a way with straight lines from its start through the first step in each zone to its end.
  ///
  /// nil for a visitor who went nowhere. Fixtures are not known: no way can be as short as the straight one where they
  /// stand between.
  init?(_ walk: TripWalk) {
    let places = walk.firstSteps.map(\.place)
    let inOrder = ShortestTour.length(from: walk.start, through: places, to: walk.end)
    guard inOrder > 0 else { return nil }
    travel = max(1, walk.pathMetres / inOrder)
    order = ShortestTour.shortest(from: walk.start, through: places, to: walk.end).map {
      max(1, inOrder / $0)
    }
  }
}
