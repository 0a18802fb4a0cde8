internal import FootfallCore

/// Times the visits to one zone.
struct ZoneMonitor: Sendable {
  private struct Stay: Sendable {
    var enterFrame: Int
    var exitFrame: Int
    var enter: MediaTime
    var exit: MediaTime
    var inside: Duration
    /// Since when the feet have been seen outside; nil while inside.
    var outsideSince: MediaTime?
  }

  let zone: Zone
  /// The visits that are over, of confirmed people, in the order in which they ended.
  private(set) var visits: [Visit] = []
  private let parameters: AnalyticsParameters
  private var stays: [Stay?] = []

  init(zone: Zone, parameters: AnalyticsParameters) {
    self.zone = zone
    self.parameters = parameters
  }

  /// Begins to watch a person.
  mutating func enter(slot: Int) {
    while stays.count <= slot { stays.append(nil) }
    stays[slot] = nil
  }

  /// Takes in where a person's feet are in this frame.
  /// - Returns: whether they are inside.
  mutating func see(
    slot: Int, person: PeopleRegister.Person, foot: Point, at stamp: FrameStamp
  ) -> Bool {
    let isInside = zone.polygon.contains(foot)
    guard var stay = stays[slot] else {
      if isInside { stays[slot] = begin(at: stamp) }
      return isInside
    }
    // The stretch since the last sighting, beyond that frame's own time, in which the person was not seen.
    let unseen = max(.zero, stamp.time - (person.lastSeen.time + person.lastSeen.duration))
    if unseen > parameters.bridgedGap {
      end(slot: slot, track: person.track, isConfirmed: person.isConfirmed, with: .lost)
      if isInside { stays[slot] = begin(at: stamp) }
      return isInside
    }
    if isInside {
      if stay.outsideSince == nil { stay.inside += unseen }
      stay.outsideSince = nil
      stay.inside += stamp.duration
      stay.exit = stamp.time + stamp.duration
      stay.exitFrame = stamp.number
      stays[slot] = stay
    } else {
      stay.outsideSince = stay.outsideSince ?? stamp.time
      stays[slot] = stay
      if let since = stay.outsideSince, stamp.time + stamp.duration - since >= parameters.exitTime {
        end(slot: slot, track: person.track, isConfirmed: person.isConfirmed, with: .exited)
      }
    }
    return isInside
  }

  /// Ends the watch over a person who is gone.
  /// - Parameter reason: why, if they were last seen inside.
  mutating func leave(slot: Int, person: PeopleRegister.Person, reason: Visit.End) {
    guard let stay = stays[slot] else { return }
    end(
      slot: slot, track: person.track, isConfirmed: person.isConfirmed,
      with: stay.outsideSince == nil ? reason : .exited)
  }

  private func begin(at stamp: FrameStamp) -> Stay {
    Stay(
      enterFrame: stamp.number, exitFrame: stamp.number, enter: stamp.time,
      exit: stamp.time + stamp.duration, inside: stamp.duration, outsideSince: nil)
  }

  private mutating func end(slot: Int, track: TrackID, isConfirmed: Bool, with reason: Visit.End) {
    guard let stay = stays[slot] else { return }
    stays[slot] = nil
    guard isConfirmed else { return }
    visits.append(
      Visit(
        track: track, zone: zone.id, enterFrame: stay.enterFrame, exitFrame: stay.exitFrame,
        enter: stay.enter, exit: stay.exit, inside: stay.inside, end: reason))
  }
}
