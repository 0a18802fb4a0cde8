import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Testing

@Suite struct VisitTests {
  /// Into the zone (200…400 wide) at second 2, out of it at second 8.
  private let through = Walk(corners: [
    (0, Point(100, 250)), (2, Point(200, 250)), (8, Point(400, 250)), (10, Point(500, 250)),
  ])

  @Test(arguments: [5.0, 10, 25, 30])
  func dwellIsTheTimeBetweenEntryAndExit(fps: Double) throws {
    let result = analyze([through], fps: fps)
    let visit = try #require(result.zones[0].visits.first)
    #expect(result.zones[0].visits.count == 1)
    #expect(abs(visit.enter.seconds - 2) <= 1 / fps)
    #expect(abs(visit.exit.seconds - 8) <= 1 / fps + 1e-9)
    #expect(abs(visit.dwell.inSeconds - 6) <= 2 / fps)
    #expect(abs((visit.inside - visit.dwell).inSeconds) < 1e-6)
    #expect(visit.end == .exited)
  }

  @Test func aGapOfTwoSecondsIsBridgedAndALongerOneEndsTheVisit() {
    var walk = through
    walk.hidden = [4..<5.9]
    let bridged = analyze([walk])
    #expect(bridged.zones[0].visits.count == 1)
    #expect(abs(bridged.zones[0].personSeconds - 6) <= 0.2)
    walk.hidden = [4..<6.5]
    let broken = analyze([walk])
    #expect(broken.zones[0].visits.map(\.end) == [.lost, .exited])
    #expect(abs(broken.zones[0].personSeconds - 3.5) <= 0.3)
  }

  @Test func whoComesBackAfterAFewSecondsIsStillOneVisitorAndOnePerson() {
    var walk = through
    walk.hidden = [3.5..<7]
    let result = analyze([walk])
    #expect(result.people == 1)
    #expect(result.zones[0].visitors == 1)
    #expect(result.zones[0].visits.count == 2)
    #expect(result.lines[0].crossings.count == 1)
  }

  @Test func aLookOverTheEdgeBelongsToTheVisitButNotToItsPersonSeconds() throws {
    let peeking = Walk(corners: [
      (0, Point(250, 250)), (3, Point(250, 299)), (3.1, Point(250, 305)), (3.4, Point(250, 305)),
      (3.5, Point(250, 299)), (6, Point(250, 250)),
    ])
    let zone = analyze([peeking], seconds: 6).zones[0]
    #expect(zone.visits.count == 1)
    #expect(try #require(zone.visits.first).end == .endOfMedia)
    #expect(zone.visits[0].dwell > zone.visits[0].inside)
    #expect(abs(zone.personSeconds - 5.6) <= 0.21)
  }

  @Test func leavingForLongerIsANewVisit() {
    let twice = Walk(corners: [
      (0, Point(300, 250)), (2, Point(300, 320)), (4, Point(300, 320)), (6, Point(300, 250)),
      (9, Point(300, 250)),
    ])
    let zone = analyze([twice]).zones[0]
    #expect(zone.visits.count == 2)
    #expect(zone.visitors == 1)
  }

  @Test func aPersonInsideAtTheEndIsCensored() throws {
    let zone = analyze([through], seconds: 5).zones[0]
    #expect(try #require(zone.visits.first).end == .endOfMedia)
  }

  @Test func aSeamEndsEveryVisit() {
    let zone = analyze([through], seamAt: 5).zones[0]
    #expect(zone.visits.map(\.end) == [.lost, .exited])
  }

  @Test func tentativePeopleMakeNoVisitUntilConfirmed() {
    var walk = through
    walk.confirmedAfter = 100
    #expect(analyze([walk]).zones[0].visits.isEmpty)
    walk.confirmedAfter = 3
    #expect(abs(analyze([walk]).zones[0].personSeconds - 6) <= 0.2)
  }

  @Test func occupancyIsWeightedByTime() throws {
    let two = [through, Walk(track: 2, corners: [(4, Point(300, 250)), (6, Point(300, 250))])]
    let occupancy = analyze(two, seconds: 20).zones[0].occupancy
    #expect(occupancy.max == 2)
    #expect(abs(try #require(occupancy.mean) - (6.0 + 2.0) / 20) <= 0.02)
  }

  @Test func theHeatmapHoldsEveryPersonSecond() {
    let heatmap = analyze([through]).heatmap
    #expect(heatmap.columns * heatmap.cellPixels >= TestCamera.size.width)
    #expect(abs(heatmap.personSeconds.reduce(0, +) - 10.1) <= 0.1)
  }

  @Test func movesBetweenZonesAreCountedFromEntryToExit() {
    var scene = TestCamera.scene
    scene.zones.append(
      Zone(
        id: "shelf", polygon: Polygon([Point(450, 200), Point(620, 200), Point(620, 300), Point(450, 300)])))
    let walk = Walk(corners: [(0, Point(300, 250)), (6, Point(550, 250)), (9, Point(550, 400))])
    let transitions = analyze([walk], scene: scene).transitions
    #expect(transitions.counts == [[1, 0, 0], [0, 1, 0], [0, 0, 1]])
  }

  @Test func dwellQuantilesInterpolate() throws {
    let summary = try #require(DwellSummary(secondsOfVisits: [4, 1, 2, 3]))
    #expect(summary.median == 2.5)
    #expect(summary.mean == 2.5)
    #expect(abs(summary.p90 - 3.7) < 1e-12)  // numpy.quantile([1, 2, 3, 4], 0.9)
    #expect(DwellSummary(secondsOfVisits: []) == nil)
  }
}
