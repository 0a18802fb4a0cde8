import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Testing

/// Who belongs together among those who come in; boxes are 100 pixels high, a metre across is 68 of them.
@Suite struct GroupTests {
  private static let rates = [5, 10, 15, 25, 30.0]

  /// Comes in from the right at 80 pixels a second, about 1.2 metres.
  private func walker(
    _ track: Int, from start: Double, at y: Double, to end: Point? = nil
  ) -> Walk {
    Walk(
      track: track,
      corners: [
        (start, Point(520, y)), (start + 3, Point(280, y)), (start + 5.5, end ?? Point(80, y)),
      ])
  }

  private func entries(
    _ walks: [Walk], fps: Double = 10, jitter: Double = 0, seed: UInt64 = 1, seconds: Double = 40
  ) throws -> EntrySummary {
    try #require(analyze(walks, fps: fps, seconds: seconds, jitter: jitter, seed: seed).entries)
  }

  @Test(arguments: rates)
  func whoWalksSideBySideIsOneUnit(fps: Double) throws {
    let pair = [walker(1, from: 0, at: 220), walker(2, from: 0.3, at: 250)]
    #expect(try entries(pair, fps: fps) == EntrySummary(persons: 2, uniqueVisitors: 2, units: 1))
    let withStranger = pair + [walker(3, from: 9, at: 240)]
    #expect(try entries(withStranger, fps: fps) == EntrySummary(persons: 3, uniqueVisitors: 3, units: 2))
    #expect(try entries(withStranger, fps: fps).meanUnitSize == 1.5)
  }

  @Test(arguments: rates, UInt64(1)...4)
  func jitterOfBoxesSplitsNoPair(fps: Double, seed: UInt64) throws {
    let pairs = [
      walker(1, from: 0, at: 230), walker(2, from: 0.2, at: 250), walker(3, from: 12, at: 220),
      walker(4, from: 12.4, at: 240),
    ]
    #expect(try entries(pairs, fps: fps, jitter: 4, seed: seed).units == 2)
  }

  private static let unrelated: [(String, Double, Double, Point?)] = [
    ("two metres behind", 1.8, 240, nil), ("at the other end of the door", 0, 340, nil),
    ("side by side, and then another way", 0, 260, Point(250, 430)),
    ("in a crowd's pace, four seconds later", 4.2, 222, nil),
  ]

  @Test("People who have nothing to do with each other are units of their own", arguments: unrelated)
  func strangers(_ label: String, after seconds: Double, at y: Double, to end: Point?) throws {
    let walks = [walker(1, from: 0, at: 220), walker(2, from: seconds, at: y, to: end)]
    #expect(try entries(walks).units == 2, "\(label)")
  }

  @Test func aFamilyOfFourIsOneUnitAndAStreamOfPeopleIsNot() throws {
    // In two rows: 0.9 metres beside, 0.5 metres behind each other.
    let family = (0..<4).map { walker($0 + 1, from: Double($0 / 2) * 0.4, at: 220 + Double($0 % 2) * 30) }
    #expect(try entries(family).units == 1)
    // Everybody is a metre behind the one before: no unit takes in the whole stream.
    let stream = (0..<12).map { walker($0 + 1, from: Double($0) * 0.85, at: 240) }
    let result = try entries(stream)
    #expect(result.persons == 12)
    #expect(result.units >= 4)
  }

  @Test func whoGoesOutBesideSomebodyWhoComesInIsNoCompany() throws {
    let out = Walk(track: 2, corners: [(0, Point(80, 240)), (5.5, Point(520, 240))])
    #expect(
      try entries([walker(1, from: 0, at: 220), out])
        == EntrySummary(persons: 1, uniqueVisitors: 1, units: 1))
  }

  @Test func aFloorPlanMeasuresDistances() throws {
    // The same pair on floors of which a pixel is a centimetre and four centimetres.
    for (metresPerPixel, units) in [(0.01, 1), (0.04, 2)] {
      let points = [Point(0, 0), Point(640, 0), Point(640, 480), Point(0, 480)].map {
        Homography.Correspondence(image: $0, floor: $0 * metresPerPixel)
      }
      var scene = TestCamera.scene
      scene.floor = FloorMap(fitting: points)
      let walks = [walker(1, from: 0, at: 200), walker(2, from: 0, at: 260)]
      #expect(analyze(walks, scene: scene).entries?.units == units)
    }
  }

  @Test func whoComesBackIsTheSameOnlyWhereTheyWereNeverLost() throws {
    let corners: [(seconds: Double, foot: Point)] = [
      (0, Point(520, 240)), (4, Point(200, 240)), (18, Point(200, 240)), (22, Point(520, 240)),
      (36, Point(520, 240)), (40, Point(200, 240)),
    ]
    let seen = try entries([Walk(track: 1, corners: corners)], seconds: 50)
    #expect(seen == EntrySummary(persons: 2, uniqueVisitors: 1, units: 2))
    let lost = [
      Walk(track: 1, corners: Array(corners.prefix(4))), Walk(track: 2, corners: Array(corners.suffix(2))),
    ]
    #expect(try entries(lost, seconds: 50) == EntrySummary(persons: 2, uniqueVisitors: 2, units: 2))
  }

  @Test func withoutAnEntranceThereAreNoEntries() {
    let scene = CameraScene(id: "shelf", zones: [TestCamera.zone])
    #expect(analyze([walker(1, from: 0, at: 240)], scene: scene).entries == nil)
  }
}
