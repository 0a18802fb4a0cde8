internal import FootfallCore

/// What the crossings of entrance and passers-by lines mean for the store.
struct TrafficRules: Sendable {
  /// The crossings of one entrance line, each with whether it is traffic.
  struct Verdict: Sendable {
    var crossing: Crossing
    /// Why it is no traffic; nil where it is.
    var exclusion: Exclusion?
  }

  /// Why a crossing is no traffic.
  enum Exclusion: Sendable {
    case uturn
    case staff
  }

  let thresholds: CountingThresholds
  /// The people who work here.
  let staff: Set<TrackID>

  /// Judges the crossings of one entrance line, in time order: those of staff are left out; a crossing and the next one
  /// back by the same person within `uturnTime` cancel each other.
  func verdicts(_ crossings: [Crossing]) -> [Verdict] {
    var verdicts = crossings.map { Verdict(crossing: $0, exclusion: staff.contains($0.track) ? .staff : nil) }
    var open: [TrackID: Int] = [:]
    for (index, crossing) in crossings.enumerated() where verdicts[index].exclusion == nil {
      if let before = open[crossing.track], crossings[before].direction != crossing.direction,
        crossing.time - crossings[before].time <= thresholds.uturnTime
      {
        verdicts[before].exclusion = .uturn
        verdicts[index].exclusion = .uturn
        open[crossing.track] = nil
      } else {
        open[crossing.track] = index
      }
    }
    return verdicts
  }

  /// Adds the verdicts up.
  func traffic(_ verdicts: [Verdict]) -> LineResult.Traffic {
    var traffic = LineResult.Traffic()
    for verdict in verdicts {
      switch (verdict.exclusion, verdict.crossing.direction) {
      case (.uturn, _): traffic.excludedUturn += 1
      case (.staff, _): traffic.excludedStaff += 1
      case (nil, .in): traffic.entries += 1
      case (nil, .out): traffic.exits += 1
      }
    }
    return traffic
  }

  /// The first crossing of each person who passed by: crossed a passers-by line, and no entrance inwards
  /// within `passerbyTime` before or after; without staff.
  ///
  /// In time order.
  func passersby(_ corridor: [Crossing], entrances: [Crossing]) -> [Crossing] {
    var entries: [TrackID: [MediaTime]] = [:]
    for crossing in entrances where crossing.direction == .in {
      entries[crossing.track, default: []].append(crossing.time)
    }
    var known = staff
    return corridor.sorted { ($0.time, $0.track) < ($1.time, $1.track) }.filter { crossing in
      guard known.insert(crossing.track).inserted else { return false }
      return !(entries[crossing.track] ?? []).contains { entry in
        abs((entry - crossing.time).inSeconds) <= thresholds.passerbyTime.inSeconds
      }
    }
  }
}
