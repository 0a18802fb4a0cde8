import FootfallAnalytics
import FootfallCore
import Testing

/// A visit in seconds of its recording.
func visit(
  _ track: Int, _ zone: String = "zone", from enter: Double, to exit: Double, _ end: Visit.End = .exited,
  wasUnderWay: Bool = false
) -> Visit {
  Visit(
    track: TrackID(track), zone: zone, enterFrame: Int(enter * 10) + 1, exitFrame: Int(exit * 10),
    enter: MediaTime(seconds: enter), exit: MediaTime(seconds: exit), inside: .seconds(exit - enter),
    end: end,
    wasUnderWay: wasUnderWay)
}

/// A zone with its visits.
func zone(
  _ kind: Zone.Kind, _ visits: [Visit], id: String = "zone", engagedTime: Duration? = nil
) -> ZoneResult {
  ZoneResult(
    zone: Zone(id: id, polygon: TestCamera.zone.polygon, kind: kind, engagedTime: engagedTime),
    visits: visits,
    occupancy: Occupancy(mean: nil, max: nil))
}

@Suite struct EngagementTests {
  private let visits = [
    visit(1, from: 10, to: 14.9), visit(2, from: 10, to: 15), visit(3, from: 10, to: 39.9, .lost),
    visit(4, from: 10, to: 12, .endOfMedia), visit(5, from: 0, to: 31, wasUnderWay: true),
    visit(6, from: 20, to: 80), visit(7, from: 0, to: 3, wasUnderWay: true),
  ]

  @Test(
    arguments: [
      (.display, nil, Proportion(numerator: 4, denominator: 7, undecided: 2)),
      (.section, nil, Proportion(numerator: 2, denominator: 7, undecided: 3)),
      (.display, .seconds(31), Proportion(numerator: 2, denominator: 7, undecided: 3)),
      (.section, .milliseconds(4950), Proportion(numerator: 4, denominator: 7, undecided: 2)),
    ] as [(Zone.Kind, Duration?, Proportion)])
  func aVisitIsEngagedFromTheTimeOfItsZoneOn(kind: Zone.Kind, time: Duration?, expected: Proportion) {
    #expect(zone(kind, visits, engagedTime: time).engagement == expected)
  }

  @Test func aVisitThatWasCutShortIsNoBounce() {
    #expect(zone(.section, visits).bounces == Proportion(numerator: 2, denominator: 7, undecided: 4))
  }

  @Test(arguments: [Zone.Kind.queue, .service, .staff])
  func nobodyIsEngagedInAQueueOrBehindACounter(kind: Zone.Kind) {
    let result = zone(kind, visits, engagedTime: .seconds(5))
    #expect(result.engagement == nil && result.bounces == nil)
  }

  @Test func withoutVisitsTheRateIsNotKnown() {
    #expect(zone(.display, []).engagement == Proportion(numerator: 0, denominator: 0))
  }

  @Test func censoredVisitsLengthenTheTypicalStay() {
    let result = zone(.display, visits)
    let estimate = result.kaplanMeier
    #expect(result.censoredVisits == 4 && estimate.censored == 4 && estimate.count == 7)
    #expect(estimate.quantile(0.25) == 5 && estimate.quantile(0.5) == 60)
    #expect(result.dwell?.median == 5)
  }
}
