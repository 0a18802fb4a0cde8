public import FootfallCore

/// What visits to queue and service zones mean: who waited how long, who was served where, who gave up.
///
/// Somebody waits from the first entry of a queue zone, and goes on waiting while in any queue zone or out of them all
/// for no longer than `queuePatience`. The first service zone they enter meanwhile ends the wait. Who comes from a
/// service zone and is back in one, or gone, within `queuePatience` has not waited: that is the way out. Whoever works
/// here neither waits nor is served.
public struct QueueRules: Sendable {
  private let thresholds: CountingThresholds

  /// Creates the rules.
  public init(thresholds: CountingThresholds = CountingThresholds()) { self.thresholds = thresholds }

  /// The results of all queue zones of one camera, in the order of the scene.
  /// - Parameters:
  ///   - zones: all zones with their visits.
  ///   - departures: how people with visits to queues were last seen; nothing is known of others.
  ///   - observed: how long the camera saw in all.
  /// - Complexity: O(n log n) in the number of visits.
  public func results(
    _ zones: [ZoneResult], departures: [TrackID: Departure], observed: Duration
  ) -> [QueueResult] {
    let waits = waits(zones, departures: departures)
    return zones.indices.filter { zones[$0].zone.kind == .queue }.map { index in
      result(of: zones[index], waits.filter { $0.zone == index }, zones, observed: observed)
    }
  }

  private func result(
    of queue: ZoneResult, _ waits: [QueueWait], _ zones: [ZoneResult], observed: Duration
  ) -> QueueResult {
    let whole = waits.filter(\.isWhole).map(\.seconds)
    let services = waits.compactMap(\.service)
    let abandoned = waits.count { if case .abandoned = $0.outcome { true } else { false } }
    let unknown = waits.count { if case .unknown = $0.outcome { true } else { false } }
    let serving = Set(services.map(\.zone))
    return QueueResult(
      id: queue.zone.id,
      length: QueueLength(visits: queue.customerVisits, observed: observed, thresholds: thresholds),
      wait: DwellSummary(secondsOfVisits: whole), wholeWaits: whole.count,
      waits: KaplanMeier(waits.map { (seconds: $0.seconds, isCensored: !$0.isWhole) }),
      abandonment: Proportion(
        numerator: abandoned, denominator: waits.count - unknown, undecided: unknown),
      patienceSeconds: thresholds.queuePatience.inSeconds, middlePeople: thresholds.queueMiddlePeople,
      longPeople: thresholds.queueLongPeople,
      serviceZones: zones.map(\.zone.id).filter { serving.contains($0) },
      service: DwellSummary(secondsOfVisits: services.map(\.dwell.inSeconds)),
      services: KaplanMeier(services))
  }

  /// The waits of everybody, ordered by person, then by entry.
  func waits(_ zones: [ZoneResult], departures: [TrackID: Departure]) -> [QueueWait] {
    var queued: [TrackID: [(zone: Int, visit: Visit)]] = [:]
    var served: [TrackID: [Visit]] = [:]
    for (index, zone) in zones.enumerated() {
      switch zone.zone.kind {
      case .queue:
        for visit in zone.customerVisits { queued[visit.track, default: []].append((index, visit)) }
      case .service: for visit in zone.customerVisits { served[visit.track, default: []].append(visit) }
      case .display, .section, .staff: break
      }
    }
    return queued.sorted { $0.key < $1.key }.flatMap { track, visits in
      waits(
        visits.sorted { ($0.visit.enter, $0.zone) < ($1.visit.enter, $1.zone) },
        services: (served[track] ?? []).sorted { $0.enter < $1.enter }, departure: departures[track])
    }
  }

  /// The waits of one person, whose visits are in time order.
  private func waits(
    _ visits: [(zone: Int, visit: Visit)], services: [Visit], departure: Departure?
  ) -> [QueueWait] {
    var waits: [QueueWait] = []
    var index = 0
    while index < visits.count {
      let first = index
      var last = visits[first].visit
      let service = services.first { $0.enter >= last.enter }
      index += 1
      while index < visits.count, isSameWait(last, then: visits[index].visit, before: service) {
        if visits[index].visit.exit > last.exit { last = visits[index].visit }
        index += 1
      }
      let outcome = outcome(last, service: service, departure: departure)
      var end = last.exit
      if case .served(let service) = outcome { end = service.enter }
      if isWayOut(from: services, visits[first].visit, until: end) { continue }
      for place in first..<index {
        let (zone, visit) = visits[place]
        if visits[first..<place].contains(where: { $0.zone == zone }) { continue }
        waits.append(
          QueueWait(
            zone: zone, enter: visit.enter, end: end, outcome: outcome, wasUnderWay: visit.wasUnderWay))
      }
    }
    return waits
  }

  private func isSameWait(_ visit: Visit, then next: Visit, before service: Visit?) -> Bool {
    next.enter - visit.exit <= thresholds.queuePatience && (service.map { next.enter < $0.enter } ?? true)
  }

  /// Whether somebody who has just been served only walks through the queue, or shifts their feet over its edge.
  private func isWayOut(from services: [Visit], _ visit: Visit, until end: MediaTime) -> Bool {
    end - visit.enter <= thresholds.queuePatience
      && services.contains {
        $0.enter < visit.enter && visit.enter - $0.exit <= thresholds.queuePatience
      }
  }

  private func outcome(_ last: Visit, service: Visit?, departure: Departure?) -> QueueWait.Outcome {
    if let service, service.enter - last.exit <= thresholds.queuePatience { return .served(service) }
    guard let departure else { return .unknown }
    let hasWaitedInVain = departure.time - last.exit >= thresholds.queuePatience
    return hasWaitedInVain || (departure.isOutOfView && last.end == .exited) ? .abandoned : .unknown
  }
}
