internal import FootfallCore

/// Finds out who came in beside whom.
///
/// Of everybody a few seconds of path are kept, sampled at ticks of half a second; of those who come in, until it is
/// known who came with them. What stays are links between entries: memory does not grow with the paths.
struct EntryRecorder: Sendable {
  /// Two entries that may be those of one group.
  struct Link: Sendable {
    var first: Crossing
    var second: Crossing
    /// How far apart they walked on average, in metres.
    var metres: Double
  }

  private static let tickNanoseconds: Int64 = 500_000_000
  /// Samples kept of a person: eight seconds, half before and half after the crossing.
  private static let capacity = 16
  private static let follow = Duration.seconds(4)

  private(set) var links: [Link] = []
  private let floor: FloorMap?
  private let parameters: AnalyticsParameters
  /// By slot, `capacity` samples in a ring each.
  private var samples: [EntryPath.Sample] = []
  /// By slot: how many samples were taken, and the tick of the last one.
  private var counts: [Int] = []
  private var lastTicks: [Int] = []
  /// By slot: the entry whose path still goes on.
  private var pending: [Crossing?] = []
  /// Entries of the last seconds.
  private var recent: [EntryPath] = []

  init(floor: FloorMap?, parameters: AnalyticsParameters) {
    self.floor = floor
    self.parameters = parameters
  }

  /// Begins the path of a new person.
  mutating func enter(slot: Int) {
    while counts.count <= slot {
      let nowhere = EntryPath.Sample(tick: 0, time: .zero, foot: Point(0, 0), boxHeight: 0)
      samples.append(contentsOf: repeatElement(nowhere, count: Self.capacity))
      counts.append(0)
      lastTicks.append(.min)
      pending.append(nil)
    }
    counts[slot] = 0
    lastTicks[slot] = .min
    pending[slot] = nil
  }

  /// Takes in where a person is.
  mutating func see(slot: Int, _ snapshot: TrackSnapshot, at stamp: FrameStamp) {
    let tick = Int(stamp.time.nanoseconds / Self.tickNanoseconds)
    guard lastTicks[slot] != tick else { return }
    lastTicks[slot] = tick
    samples[slot * Self.capacity + counts[slot] % Self.capacity] = EntryPath.Sample(
      tick: tick, time: stamp.time, foot: snapshot.footPoint, boxHeight: snapshot.box.height)
    counts[slot] += 1
    if let entry = pending[slot], stamp.time - entry.time >= Self.follow { finish(slot: slot) }
  }

  /// Takes in that a person came in.
  mutating func note(_ crossing: Crossing, slot: Int) {
    finish(slot: slot)
    pending[slot] = crossing
  }

  /// Ends the path of a person who is gone.
  mutating func leave(slot: Int) { finish(slot: slot) }

  /// Looks who came in beside the person in `slot`, where they did come in.
  private mutating func finish(slot: Int) {
    guard let crossing = pending[slot] else { return }
    pending[slot] = nil
    let path = EntryPath(crossing: crossing, samples: path(ofSlot: slot))
    // A path ends no later than a person is remembered, so that older ones have met all who came with them.
    let memory = parameters.groupTime + Self.follow + parameters.presence.lostPatience * 2
    recent.removeAll { abs((crossing.time - $0.crossing.time).inSeconds) > memory.inSeconds }
    for other in recent where isBeside(path, other) {
      guard
        let company = other.company(with: path, floor: floor, parameters: parameters),
        company.metres < parameters.groupReach, company.metresPerSecond <= parameters.groupParting
      else { continue }
      links.append(Link(first: other.crossing, second: crossing, metres: company.metres))
    }
    recent.append(path)
  }

  private func isBeside(_ path: EntryPath, _ other: EntryPath) -> Bool {
    let apart = path.crossing.time - other.crossing.time
    return path.crossing.line == other.crossing.line && path.crossing.track != other.crossing.track
      && abs(apart.inSeconds) <= parameters.groupTime.inSeconds
  }

  private func path(ofSlot slot: Int) -> [EntryPath.Sample] {
    let count = counts[slot]
    return (max(0, count - Self.capacity)..<count).map {
      samples[slot * Self.capacity + $0 % Self.capacity]
    }
  }
}
