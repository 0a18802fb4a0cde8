import FootfallWeb

/// The events that readers were told a short while ago, in the order in which they were told: they become known in another
/// order than they happened in.
struct ToldEvents {
  static let most = 4096

  private var events: [(id: String, json: String, at: ContinuousClock.Instant)] = []

  mutating func add(_ id: String, json: String, at now: ContinuousClock.Instant = .now) {
    if events.count == Self.most { events.removeFirst(Self.most / 4) }
    events.append((id, json, now))
  }

  /// What was told after an event; nil where that is too long ago or was not told.
  func after(_ id: String, at now: ContinuousClock.Instant = .now) -> [LiveUpdate]? {
    guard let place = events.lastIndex(where: { $0.id == id }), now - events[place].at <= LiveUpdate.patience
    else { return nil }
    return events[(place + 1)...].map { .event(id: $0.id, json: $0.json) }
  }
}
