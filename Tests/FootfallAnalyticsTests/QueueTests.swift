import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Testing

/// The results for one queue, a service zone `till` and the given visits; everybody is seen until `until`.
private func queue(
  _ visits: [Visit], service: [Visit] = [], until: Double = 1000, isOutOfView: Bool = false
) throws -> QueueResult {
  let zones = [zone(.queue, visits, id: "line"), zone(.service, service, id: "till")]
  let departure = Departure(time: MediaTime(seconds: until), isOutOfView: isOutOfView)
  let departures = Dictionary(uniqueKeysWithValues: Set(visits.map(\.track)).map { ($0, departure) })
  let results = QueueRules().results(zones, departures: departures, observed: .seconds(1000))
  #expect(results.count == 1)
  return try #require(results.first)
}

@Suite struct QueueTests {
  @Test func theWaitLastsUntilTheServiceZoneIsEntered() throws {
    let result = try queue(
      [visit(1, "line", from: 10, to: 40), visit(2, "line", from: 20, to: 80)],
      service: [visit(1, "till", from: 42, to: 72), visit(2, "till", from: 80, to: 200, .endOfMedia)])
    #expect(result.wait == DwellSummary(secondsOfVisits: [32, 60]) && result.wholeWaits == 2)
    #expect(result.waits.count == 2 && result.waits.censored == 0)
    #expect(result.abandonment == Proportion(numerator: 0, denominator: 2))
    #expect(result.service == DwellSummary(secondsOfVisits: [30, 120]))
    #expect(result.services.censored == 1 && result.serviceZones == ["till"])
  }

  @Test(arguments: [(10.0, 0), (10.1, 1)])
  func whoIsNotServedWithinThePatienceHasGivenUp(pause: Double, abandoned: Int) throws {
    let result = try queue(
      [visit(1, "line", from: 10, to: 40)], service: [visit(1, "till", from: 40 + pause, to: 90)])
    #expect(result.abandonment == Proportion(numerator: abandoned, denominator: 1))
    #expect(result.wholeWaits == 1 - abandoned && result.waits.censored == abandoned)
  }

  @Test(
    "Whose outcome was not seen is neither served nor gone",
    arguments: [
      // Seen for nine, for ten seconds after leaving; walked out of the picture; lost in the queue.
      (49, false, .exited, 0, 1), (50, false, .exited, 1, 0), (45, true, .exited, 1, 0),
      (40, false, .lost, 0, 1), (40, true, .lost, 0, 1), (40, false, .endOfMedia, 0, 1),
    ] as [(Double, Bool, Visit.End, Int, Int)])
  func unknown(until: Double, isOutOfView: Bool, end: Visit.End, abandoned: Int, undecided: Int) throws {
    let result = try queue(
      [visit(1, "line", from: 10, to: 40, end)], until: until, isOutOfView: isOutOfView)
    let expected = Proportion(numerator: abandoned, denominator: abandoned, undecided: undecided)
    #expect(result.abandonment == expected)
    #expect(result.waits.count == 1 && result.waits.censored == 1 && result.wait == nil)
  }

  @Test func steppingOutOfTheQueueForAMomentIsTheSameWait() throws {
    let result = try queue(
      [
        visit(1, "line", from: 10, to: 40), visit(1, "line", from: 45, to: 60, .lost),
        visit(1, "line", from: 65, to: 90),
      ], service: [visit(1, "till", from: 91, to: 120)])
    #expect(result.wait?.median == 81 && result.waits.count == 1)
  }

  @Test func comingBackLaterIsAnotherWait() throws {
    let result = try queue(
      [visit(1, "line", from: 10, to: 40), visit(1, "line", from: 60, to: 90)],
      service: [visit(1, "till", from: 91, to: 120)])
    #expect(result.wait?.median == 31 && result.waits.count == 2)
    #expect(result.abandonment == Proportion(numerator: 1, denominator: 2))
  }

  @Test func walkingAwayThroughTheQueueIsNoWait() throws {
    let result = try queue(
      [visit(1, "line", from: 10, to: 40), visit(1, "line", from: 75, to: 80)],
      service: [visit(1, "till", from: 41, to: 74)])
    #expect(result.waits.count == 1 && result.abandonment == Proportion(numerator: 0, denominator: 1))
  }

  @Test func passingTheCounterOnTheWayIntoTheQueueIsNoService() throws {
    let result = try queue(
      [visit(1, "line", from: 10, to: 100)],
      service: [visit(1, "till", from: 5, to: 6), visit(1, "till", from: 101, to: 150)])
    #expect(result.wait?.median == 91 && result.service?.median == 49)
  }

  @Test func whoWaitsWhenTheRecordingBeginsIsCensored() throws {
    let result = try queue(
      [visit(1, "line", from: 0, to: 40, wasUnderWay: true)], service: [visit(1, "till", from: 41, to: 90)])
    #expect(result.wait == nil && result.waits.censored == 1)
    #expect(result.abandonment == Proportion(numerator: 0, denominator: 1))
  }

  @Test func aQueueIsServedByTheServiceZoneFirstEnteredAfterIt() {
    let zones = [
      zone(.queue, [visit(1, "a", from: 10, to: 40), visit(2, "a", from: 10, to: 30)], id: "a"),
      zone(.service, [visit(1, "till 1", from: 50, to: 60)], id: "till 1"),
      zone(.queue, [visit(2, "b", from: 33, to: 70)], id: "b"),
      zone(
        .service, [visit(1, "till 2", from: 42, to: 48), visit(2, "till 2", from: 71, to: 81)], id: "till 2"),
    ]
    let results = QueueRules().results(zones, departures: [:], observed: .seconds(100))
    #expect(results.map(\.id) == ["a", "b"])
    #expect(results.map(\.serviceZones) == [["till 2"], ["till 2"]])
    // Person 2 goes on waiting in the second queue.
    #expect(results[0].wait == DwellSummary(secondsOfVisits: [32, 61]))
    #expect(results[1].wait == DwellSummary(secondsOfVisits: [38]))
    #expect(results[0].service == DwellSummary(secondsOfVisits: [6, 10]))
  }

  @Test func withoutAQueueZoneThereIsNoResult() {
    let zones = [zone(.service, [visit(1, "till", from: 1, to: 2)], id: "till")]
    #expect(QueueRules().results(zones, departures: [:], observed: .seconds(9)).isEmpty)
    #expect(analyze([]).queues.isEmpty)
  }

  @Test(arguments: UInt64(1)...20)
  func everyWaitIsServedGivenUpOrUndecided(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let ends: [Visit.End] = [.exited, .lost, .endOfMedia]
    func visits(_ zone: String, _ count: Int) -> [Visit] {
      (0..<count).map { _ in
        let start = Double.random(in: 0..<300, using: &generator)
        return visit(
          Int.random(in: 1...12, using: &generator), zone, from: start,
          to: start + Double.random(in: 0.1..<60, using: &generator),
          ends.randomElement(using: &generator) ?? .lost)
      }.sorted { ($0.enter, $0.track) < ($1.enter, $1.track) }
    }
    let (line, till) = (visits("line", 30), visits("till", 20))
    let result = try queue(line, service: till, until: 200)
    let waits = result.abandonment.denominator + result.abandonment.undecided
    #expect(waits == result.waits.count && waits <= line.count)
    #expect(result.waits.count - result.waits.censored == result.wholeWaits)
    #expect(result.wholeWaits == result.services.count)
    let shuffled = try queue(line.shuffled(using: &generator), service: till, until: 200)
    #expect(shuffled.waits == result.waits)
  }
}
