internal import FootfallCore

/// Times the visits to one zone.
///
/// People are remembered for longer than a gap in a visit is bridged: whoever comes back after more than that begins
/// another visit.
struct ZoneMonitor: Sendable {
  private struct Stay: Sendable {
    var enterFrame: Int
    var exitFrame: Int
    var enter: MediaTime
    var exit: MediaTime
    var inside: Duration
    var wasUnderWay: Bool
    /// Since when the feet have been seen outside; nil while inside.
    var outsideSince: MediaTime?
    /// Whether they have been farther from the edge since than jitter carries them.
    var isClear = false
  }

  /// What is known of the person in a slot.
  private struct Watch: Sendable {
    var stay: Stay?
    /// Whether the first sight would be one of a stay that began before anybody looked.
    var mayBeUnderWay = false
    var hasVisited = false
    /// The time inside over all visits that are over.
    var inside: Duration = .zero
    /// Whether they were first seen inside and then came out.
    var cameOut = false
  }

  let zone: Zone
  /// The visits that are over, of confirmed people, in the order in which they ended.
  private(set) var visits: [Visit] = []
  private let parameters: AnalyticsParameters
  /// Who is inside for longer works here; nil where nothing follows.
  private let staffTime: Duration?
  private var watches: [Watch] = []

  init(zone: Zone, staffTime: Duration?, parameters: AnalyticsParameters) {
    self.zone = zone
    self.staffTime = staffTime
    self.parameters = parameters
  }

  /// Begins to watch a person.
  /// - Parameter mayBeUnderWay: whether whoever is inside at first sight was so before the recording began.
  mutating func enter(slot: Int, mayBeUnderWay: Bool) {
    while watches.count <= slot { watches.append(Watch()) }
    watches[slot] = Watch(mayBeUnderWay: mayBeUnderWay)
  }

  /// Whether the person in `slot` has made a visit that is over.
  func hasVisited(slot: Int) -> Bool { watches[slot].hasVisited }

  /// Whether the person in `slot`, whose visits are over, did what only those do who work here: was inside for longer
  /// than others are, or came out of where only staff are.
  func hasSeenStaff(slot: Int) -> Bool {
    guard let staffTime else { return false }
    return watches[slot].inside > staffTime || (zone.kind == .staff && watches[slot].cameOut)
  }

  /// Takes in where a person's feet are in this frame.
  /// - Returns: whether they are inside.
  mutating func see(
    slot: Int, person: PeopleRegister.Person, snapshot: TrackSnapshot, at stamp: FrameStamp
  ) -> Bool {
    let foot = snapshot.footPoint
    let isInside = zone.polygon.contains(foot)
    let unseen = watches[slot].stay == nil ? .zero : unseen(before: stamp, person)
    if unseen > parameters.presence.bridgedGap + parameters.stampPrecision {
      leave(slot: slot, person: person, reason: .lost)
    }
    guard var stay = watches[slot].stay else {
      if isInside { begin(slot: slot, at: stamp) }
      watches[slot].mayBeUnderWay = false
      return isInside
    }
    if isInside {
      if stay.outsideSince == nil { stay.inside += unseen }
      stay.outsideSince = nil
      stay.isClear = false
      stay.inside += stamp.duration
      stay.exit = stamp.time + stamp.duration
      stay.exitFrame = stamp.number
      watches[slot].stay = stay
      return true
    }
    let since = stay.outsideSince ?? stamp.time
    let settled = parameters.settleHeights * snapshot.box.height
    stay.outsideSince = since
    stay.isClear = stay.isClear || zone.polygon.distanceToOutline(from: foot) >= settled
    watches[slot].stay = stay
    let outside = stamp.time + stamp.duration - since
    if outside >= (stay.isClear ? parameters.exitTime : parameters.presence.bridgedGap) {
      end(slot: slot, person: person, with: .exited)
    }
    return false
  }

  /// Ends the watch over a person who is gone.
  ///
  /// Who was last seen outside has left if that was for long enough, or half as far from the edge as it takes to be
  /// clear of it.
  /// - Parameter reason: why, if they were last seen inside.
  mutating func leave(slot: Int, person: PeopleRegister.Person, reason: Visit.End) {
    guard let stay = watches[slot].stay else { return }
    end(slot: slot, person: person, with: hasLeft(stay, person) ? .exited : reason)
  }

  /// The stretch since the last sighting, beyond that frame's own time, in which the person was not seen.
  private func unseen(before stamp: FrameStamp, _ person: PeopleRegister.Person) -> Duration {
    max(.zero, stamp.time - (person.lastSeen.time + person.lastSeen.duration))
  }

  private func hasLeft(_ stay: Stay, _ person: PeopleRegister.Person) -> Bool {
    guard let since = stay.outsideSince else { return false }
    let outside = person.lastSeen.time + person.lastSeen.duration - since
    let settled = parameters.settleHeights * person.boxHeight
    return stay.isClear || outside >= parameters.exitTime
      || zone.polygon.distanceToOutline(from: person.foot) >= settled / 2
  }

  private mutating func begin(slot: Int, at stamp: FrameStamp) {
    watches[slot].stay = Stay(
      enterFrame: stamp.number, exitFrame: stamp.number, enter: stamp.time,
      exit: stamp.time + stamp.duration, inside: stamp.duration, wasUnderWay: watches[slot].mayBeUnderWay)
  }

  private mutating func end(slot: Int, person: PeopleRegister.Person, with reason: Visit.End) {
    guard let stay = watches[slot].stay else { return }
    watches[slot].stay = nil
    guard person.isConfirmed else { return }
    watches[slot].hasVisited = true
    watches[slot].inside += stay.inside
    if reason == .exited, stay.enter == person.firstSeen { watches[slot].cameOut = true }
    visits.append(
      Visit(
        track: person.track, zone: zone.id, enterFrame: stay.enterFrame, exitFrame: stay.exitFrame,
        enter: stay.enter, exit: stay.exit, inside: stay.inside, end: reason, wasUnderWay: stay.wasUnderWay))
  }
}
