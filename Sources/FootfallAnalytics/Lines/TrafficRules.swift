internal import FootfallCore

/// What the crossings of entrance and passers-by lines mean for the store.
struct TrafficRules: Sendable {
  /// The crossings of one entrance line, each with whether it is traffic.
  struct Verdict: Sendable {
    var crossing: Crossing
    var isUturn: Bool
  }

  let thresholds: CountingThresholds

  /// Judges the crossings of one entrance line, in time order: a crossing and the next one back by the same person
  /// within `uturnTime` cancel each other.
  func verdicts(_ crossings: [Crossing]) -> [Verdict] {
    var verdicts = crossings.map { Verdict(crossing: $0, isUturn: false) }
    var open: [TrackID: Int] = [:]
    for (index, crossing) in crossings.enumerated() {
      if let before = open[crossing.track], crossings[before].direction != crossing.direction,
        crossing.time - crossings[before].time <= thresholds.uturnTime
      {
        verdicts[before].isUturn = true
        verdicts[index].isUturn = true
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
      switch (verdict.isUturn, verdict.crossing.direction) {
      case (true, _): traffic.excludedUturn += 1
      case (false, .in): traffic.entries += 1
      case (false, .out): traffic.exits += 1
      }
    }
    return traffic
  }

  /// The first crossing of each person who passed by: crossed a passers-by line, and no entrance inwards
  /// within `passerbyTime` before or after.
  ///
  /// In time order.
  func passersby(_ corridor: [Crossing], entrances: [Crossing]) -> [Crossing] {
    var entries: [TrackID: [MediaTime]] = [:]
    for crossing in entrances where crossing.direction == .in {
      entries[crossing.track, default: []].append(crossing.time)
    }
    var known: Set<TrackID> = []
    return corridor.sorted { ($0.time, $0.track) < ($1.time, $1.track) }.filter { crossing in
      guard known.insert(crossing.track).inserted else { return false }
      return !(entries[crossing.track] ?? []).contains { entry in
        abs((entry - crossing.time).inSeconds) <= thresholds.passerbyTime.inSeconds
      }
    }
  }
}
