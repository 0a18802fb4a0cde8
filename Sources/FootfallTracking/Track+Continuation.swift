internal import FootfallCore

extension Track {
  /// How well somebody new continues the path of this person, who is lost.
  ///
  /// Compared are where the new one came from with the last place of this one, and where this one went with the new
  /// place: who turns while hidden comes out where only one of them leads.
  /// - Parameter time: of the frame at hand, in which the new one is in sight.
  /// - Returns: the lesser distance as a share of what is allowed; nil where they are two people.
  func distance(toContinuation new: Track, at time: MediaTime, _ parameters: TrackerParameters) -> Double? {
    let unseen = time - lastSeen
    guard state == .confirmed, lastSeen < new.firstSeen, unseen <= parameters.presence.bridgedGap else {
      return nil
    }
    let limits = parameters.continuation
    let box = new.filter.box
    let (shorter, taller) = (min(detected.height, box.height), max(detected.height, box.height))
    guard shorter >= limits.leastHeightRatio * taller else { return nil }
    if let own = memory.appearance, let other = new.memory.appearance ?? new.appearance,
      own.similarity(to: other) < (new.isFaint ? limits.leastFaintAgreement : limits.leastAgreement)
    {
      return nil
    }
    let origin = box.footPoint - new.filter.footVelocity * unseen.inSeconds
    let distance = min(
      (origin - detected.footPoint).length, (filter.box.footPoint - box.footPoint).length)
    let share = distance / (taller * (limits.nearHeights + limits.growthPerSecond * unseen.inSeconds))
    return share <= 1 ? share : nil
  }

  /// Goes on as somebody new who turned out to be this person.
  mutating func carryOn(as new: Track) {
    (filter, predicted, detected) = (new.filter, new.predicted, new.detected)
    (lastSeen, score) = (new.lastSeen, new.score)
    if !new.isFaint { lastStrong = new.lastStrong }
    observations += new.observations
    strongObservations += new.strongObservations
    hasWalked = hasWalked || new.hasWalked
    appearance = new.appearance
    if let appearance = new.memory.appearance { memory.learn(appearance) }
  }
}
