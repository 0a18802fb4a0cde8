/// Pictures that are wanted of cameras: however many ask, one of each kind is made in a while.
struct StillRequests {
  /// A picture as it is asked for.
  struct Still: Hashable {
    /// The camera's place at the station.
    var camera: Int
    /// Whether without people; else so coarse that nobody can be made out.
    var isEmpty: Bool
  }

  /// Counting waits while a picture is made.
  static let interval = Duration.seconds(1)

  private var wanted: Set<Still> = []
  /// When each was made last.
  private var made: [Still: ContinuousClock.Instant] = [:]

  mutating func want(_ still: Still) { wanted.insert(still) }

  /// Takes out what is to be made now; of what was made a moment ago the wish stays.
  mutating func due(at now: ContinuousClock.Instant) -> Set<Still> {
    let due = wanted.filter { still in made[still].map { now - $0 >= Self.interval } ?? true }
    wanted.subtract(due)
    for still in due { made[still] = now }
    return due
  }
}
