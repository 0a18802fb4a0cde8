import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Testing

/// People who work here, at a door that is crossed from right to left by those who come in.
@Suite struct StaffTests {
  private static func rectangle(
    _ id: String, x: ClosedRange<Double>, y: ClosedRange<Double>, kind: Zone.Kind, staffTime: Duration? = nil
  ) -> Zone {
    let corners = [
      Point(x.lowerBound, y.lowerBound), Point(x.upperBound, y.lowerBound), Point(x.upperBound, y.upperBound),
      Point(x.lowerBound, y.upperBound),
    ]
    return Zone(id: id, polygon: Polygon(corners), kind: kind, staffTime: staffTime)
  }

  private static let office = rectangle("office", x: 20...120, y: 200...300, kind: .staff)
  private static let shelf = rectangle("shelf", x: 180...280, y: 200...300, kind: .display)
  private static let pavement = CountingLine(
    id: "pavement", segment: Segment(from: Point(500, 100), to: Point(500, 400)), kind: .passersby)
  private static let scene = CameraScene(
    id: "door", lines: [TestCamera.line, pavement], zones: [office, shelf])

  /// Comes in, stands in the zone around x = 70 for some seconds and goes out again.
  private func visitor(_ track: Int, inOffice seconds: Double) -> Walk {
    Walk(
      track: track,
      corners: [
        (0, Point(600, 250)), (5, Point(120, 250)), (5.5, Point(70, 250)),
        (5 + seconds - 0.5, Point(70, 250)),
        (5 + seconds, Point(120, 250)), (10 + seconds, Point(600, 250)),
      ])
  }

  private func traffic(_ walks: [Walk], scene: CameraScene = StaffTests.scene, fps: Double = 10) throws
    -> LineResult.Traffic
  {
    try #require(analyze(walks, scene: scene, fps: fps, seconds: 120).lines[0].traffic)
  }

  @Test(arguments: [5, 10, 25.0])
  func whoStaysInAStaffZoneIsStaffOnTheWayInAndOut(fps: Double) throws {
    #expect(try traffic([visitor(1, inOffice: 20)], fps: fps) == .init(excludedStaff: 2))
    #expect(try traffic([visitor(1, inOffice: 8)], fps: fps) == .init(entries: 1, exits: 1))
    let both = try traffic([visitor(1, inOffice: 20), visitor(2, inOffice: 8)], fps: fps)
    #expect(both == .init(entries: 1, exits: 1, excludedStaff: 2))
  }

  @Test func visitsToAStaffZoneAddUp() throws {
    // Three times five seconds, with a pause each time that ends the visit.
    let corners = (0..<3).flatMap { round in
      let start = Double(round) * 12
      return [
        (start, Point(200, 250)), (start + 2, Point(120, 250)), (start + 4.5, Point(70, 250)),
        (start + 7, Point(120, 250)), (start + 9, Point(200, 250)),
      ]
    }
    let walk = Walk(corners: corners + [(40, Point(200, 250)), (44, Point(600, 250))])
    #expect(try traffic([walk]) == .init(excludedStaff: 1))
  }

  @Test func whoComesOutOfAStaffZoneIsStaff() throws {
    let outOfOffice = Walk(corners: [(3, Point(70, 250)), (5, Point(120, 250)), (10, Point(600, 250))])
    #expect(try traffic([outOfOffice]) == .init(excludedStaff: 1))
    // First seen a step beside it, on the way through.
    let through = Walk(corners: [(3, Point(140, 250)), (5, Point(70, 250)), (10, Point(600, 250))])
    #expect(try traffic([through]) == .init(exits: 1))
  }

  @Test func presenceForHoursInAWorkingAreaIsThatOfStaff() throws {
    let till = Self.rectangle("till", x: 20...120, y: 200...300, kind: .service, staffTime: .seconds(60))
    let scene = CameraScene(id: "door", lines: [TestCamera.line], zones: [till])
    #expect(try traffic([visitor(1, inOffice: 80)], scene: scene) == .init(excludedStaff: 2))
    #expect(try traffic([visitor(1, inOffice: 50)], scene: scene) == .init(entries: 1, exits: 1))
    // Coming out of it is what customers do.
    let served = Walk(corners: [(3, Point(70, 250)), (5, Point(120, 250)), (10, Point(600, 250))])
    #expect(try traffic([served], scene: scene) == .init(exits: 1))
  }

  @Test func everyCrossingIsCountedOnceWhateverItIs() throws {
    var staff = visitor(1, inOffice: 20)
    // Turns round at the door at once: that is staff too, and no U-turn.
    staff.corners += [(32, Point(600, 250)), (36, Point(200, 250)), (40, Point(600, 250))]
    let turned = Walk(
      track: 2, corners: [(0, Point(600, 200)), (4, Point(250, 200)), (8, Point(600, 200))])
    let passer = Walk(track: 4, corners: [(0, Point(600, 150)), (4, Point(420, 150))])
    let result = analyze([staff, turned, visitor(3, inOffice: 8), passer], scene: Self.scene, seconds: 120)
    let traffic = try #require(result.lines[0].traffic)
    #expect(traffic == .init(entries: 1, exits: 1, excludedUturn: 2, excludedStaff: 4))
    #expect(result.lines[0].crossings.count == 8)
    #expect(result.intervals.compactMap(\.trafficIn).reduce(0, +) == 1)
    #expect(result.staff.count == 1 && result.people == 4)
    // Of those on the pavement one neither came in nor works here.
    #expect(result.passersby == 1)
    #expect(result.captureRate == 0.5)
  }

  @Test func zonesHoldEverybodyAndTellDwellWithoutStaff() throws {
    let staff = Walk(
      track: 1,
      corners: [
        (0, Point(70, 250)), (15, Point(70, 250)), (17, Point(180, 250)), (18, Point(230, 250)),
        (60, Point(230, 250)), (61, Point(280, 250)), (63, Point(310, 350)),
      ])
    let customer = Walk(
      track: 2,
      corners: [(20, Point(230, 100)), (22, Point(230, 200)), (30, Point(230, 200)), (32, Point(230, 100))])
    let shelf = analyze([staff, customer], scene: Self.scene, seconds: 70).zones[1]
    #expect(shelf.visitors == 2 && shelf.visits.count == 2)
    #expect(shelf.staffVisitors == 1)
    #expect(abs(shelf.staffPersonSeconds - 44) < 0.3)
    #expect(abs(shelf.personSeconds - 52) < 0.5)
    let dwell = try #require(shelf.dwell)
    #expect(abs(dwell.mean - 8) < 0.3)
    #expect(shelf.kaplanMeier.count == 1)
    #expect(shelf.engagement == Proportion(numerator: 1, denominator: 1))
    // In a zone for staff the dwell is theirs.
    let office = analyze([staff, customer], scene: Self.scene, seconds: 70).zones[0]
    #expect(office.kaplanMeier.count == 1)
  }

  @Test func whoWorksHereDoesNotWait() throws {
    let queue = Self.rectangle("queue", x: 180...280, y: 200...300, kind: .queue)
    let scene = CameraScene(id: "tills", zones: [Self.office, queue])
    let staff = Walk(
      track: 1,
      corners: [
        (0, Point(70, 250)), (15, Point(70, 250)), (17, Point(180, 250)), (18, Point(230, 250)),
        (60, Point(230, 250)),
      ])
    let result = try #require(analyze([staff], scene: scene, seconds: 61).queues.first)
    #expect(result.waits.count == 0)
    #expect(result.length?.mean == 0)
  }
}
