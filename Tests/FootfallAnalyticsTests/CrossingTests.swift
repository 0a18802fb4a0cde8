import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Testing

@Suite struct CrossingTests {
  private let leftToRight = Walk(corners: [(1, Point(100, 250)), (7, Point(540, 250))])
  private let rightToLeft = Walk(corners: [(1, Point(540, 250)), (7, Point(100, 250))])

  private func counts(_ result: CameraResult) -> [Int] {
    [result.lines[0].count(.in), result.lines[0].count(.out)]
  }

  @Test func inIsFromTheNegativeToThePositiveSideOfTheLine() {
    // side(P) = (bx−ax)(Py−ay) − (by−ay)(Px−ax) of the line down the middle is 300 (320 − Px): positive on the left.
    #expect(TestCamera.line.segment.side(of: Point(100, 250)) > 0)
    #expect(counts(analyze([rightToLeft])) == [1, 0])
    #expect(counts(analyze([leftToRight])) == [0, 1])
  }

  @Test func swappingALineExchangesInAndOut() {
    var scene = TestCamera.scene
    scene.lines[0].isSwapped = true
    #expect(counts(analyze([rightToLeft], scene: scene)) == [0, 1])
  }

  @Test func aCrossingIsDatedWhereTheFootPathMeetsTheLine() throws {
    let crossing = try #require(analyze([leftToRight]).lines[0].crossings.first)
    // 220 of 440 pixels after 3 of 6 seconds, from second 1 on.
    #expect(abs(crossing.time.seconds - 4) < 0.051)
    #expect(abs(crossing.frame - 41) <= 1)
  }

  @Test(arguments: [5.0, 7, 10, 12.5, 15, 25, 30])
  func theFrameRateDoesNotMatter(fps: Double) {
    let walks = [leftToRight, Walk(track: 2, corners: [(3, Point(540, 300)), (6, Point(100, 300))])]
    #expect(counts(analyze(walks, fps: fps)) == [1, 1])
  }

  @Test(arguments: 1...20)
  func jitterOnTheLineCountsOnce(seed: Int) {
    let lingering = Walk(corners: [
      (0, Point(100, 250)), (3, Point(320, 250)), (12, Point(320, 250)), (15, Point(540, 250)),
    ])
    let result = analyze([lingering], fps: 15, jitter: 4, seed: UInt64(seed))
    let net = result.lines[0].count(.out) - result.lines[0].count(.in)
    #expect(net == 1, "seed \(seed)")
    #expect(result.lines[0].crossings.count == 1, "seed \(seed)")
  }

  @Test func goingRoundTheEndOfALineIsNoCrossing() {
    let around = Walk(corners: [
      (0, Point(200, 250)), (2, Point(200, 60)), (4, Point(440, 60)), (6, Point(440, 250)),
    ])
    #expect(counts(analyze([around])) == [0, 0])
  }

  /// Positions are known to about 3 of these 100 pixels of height.
  @Test(arguments: [(98.0, 1), (96, 0), (402, 1), (404, 0)])
  func whoPassesAnEndByLessThanPositionsAreOffGoesThrough(y: Double, count: Int) {
    #expect(counts(analyze([Walk(corners: [(1, Point(200, y)), (5, Point(440, y))])])) == [0, count])
  }

  @Test(arguments: [(1.0, 1), (2.5, 0)])
  func aFlatPathIsMeasuredWhereItPassesTheEnd(slope: Double, count: Int) {
    // It meets the line's continuation 10 and 25 pixels beyond the end, having passed it at 2 and 5.
    let flat = Walk(corners: [
      (1, Point(310, 100 - 60 * slope)), (4, Point(330, 100 + 40 * slope)), (7, Point(540, 250)),
    ])
    #expect(counts(analyze([flat])) == [0, count])
  }

  @Test func whoWalksThroughAGapBetweenLinesGoesThroughOneAtMost() {
    var scene = TestCamera.scene
    scene.lines = [
      CountingLine(id: "upper", segment: Segment(from: Point(320, 100), to: Point(320, 247))),
      CountingLine(id: "lower", segment: Segment(from: Point(320, 253), to: Point(320, 400))),
    ]
    for meeting in stride(from: 230.0, through: 270, by: 1) {
      // So flat that it passes both ends by less than positions are off.
      let flat = Walk(corners: [
        (1, Point(310, meeting - 70)), (4, Point(330, meeting + 70)), (7, Point(540, meeting + 70)),
      ])
      let counts = analyze([flat], scene: scene).lines.map { $0.count(.out) }
      #expect(counts.reduce(0, +) <= 1, "\(meeting): \(counts)")
    }
  }

  @Test(arguments: [248.0, 249, 251, 252])
  func nobodyGoesThroughTwoLinesThatMeet(y: Double) {
    var scene = TestCamera.scene
    scene.lines = [
      CountingLine(id: "upper", segment: Segment(from: Point(320, 100), to: Point(320, 250))),
      CountingLine(id: "lower", segment: Segment(from: Point(320, 250), to: Point(320, 400))),
    ]
    let result = analyze([Walk(corners: [(1, Point(200, y)), (5, Point(440, y))])], scene: scene)
    #expect(result.lines.map { $0.count(.out) } == (y < 250 ? [1, 0] : [0, 1]))
  }

  @Test func goingThroughAndBackRoundTheEndIsOneCrossingEachWay() {
    let loop = Walk(corners: [
      (0, Point(200, 250)), (2, Point(440, 250)), (4, Point(440, 60)), (6, Point(200, 60)),
      (8, Point(200, 250)),
      (10, Point(440, 250)),
    ])
    #expect(counts(analyze([loop])) == [0, 2])
  }

  @Test func peekingOverTheLineAndWalkingRoundItsEndIsNoCrossing() {
    let peek = Walk(corners: [
      (0, Point(200, 250)), (2, Point(326, 250)), (2.6, Point(326, 80)), (4, Point(200, 80)),
      (6, Point(200, 250)),
      (8, Point(200, 60)), (10, Point(440, 60)), (12, Point(440, 250)),
    ])
    #expect(counts(analyze([peek])) == [0, 0])
  }

  @Test func aFastWalkerIsCountedBetweenTwoSamples() {
    let fast = Walk(corners: [(0, Point(40, 250)), (1, Point(600, 250))])
    #expect(counts(analyze([fast], fps: 5)) == [0, 1])
  }

  @Test func tentativePeopleDoNotCountUntilConfirmed() {
    var walk = leftToRight
    walk.confirmedAfter = 100
    #expect(analyze([walk]).people == 0)
    #expect(counts(analyze([walk])) == [0, 0])
    walk.confirmedAfter = 5
    #expect(counts(analyze([walk])) == [0, 1])
  }

  @Test func aPersonHiddenAtTheLineIsCountedOnce() {
    var walk = leftToRight
    walk.hidden = [3.2..<4.8]
    #expect(counts(analyze([walk])) == [0, 1])
  }

  @Test func aPersonLostJustBeyondTheLineHasCrossed() {
    let walk = Walk(corners: [(1, Point(100, 250)), (4.1, Point(327, 250))])
    #expect(counts(analyze([walk])) == [0, 1])
  }

  @Test func mirroringTimeSwapsInAndOut() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<50 {
      let corners = (0..<8).map { index in
        (
          seconds: Double(index) * 2,
          foot: Point(.random(in: 50...590, using: &generator), .random(in: 120...380, using: &generator))
        )
      }
      let reversed = corners.reversed().map { (seconds: 14 - $0.seconds, foot: $0.foot) }
      let forward = counts(analyze([Walk(corners: corners)], fps: 20))
      let backward = counts(analyze([Walk(corners: reversed)], fps: 20))
      #expect(forward == backward.reversed())
    }
  }

  @Test func aLineDrawnToTheBorderCountsFeetBeyondIt() {
    var scene = TestCamera.scene
    scene.lines[0].segment = Segment(from: Point(320, 300), to: Point(320, 479))
    let feetOnBorder = Walk(corners: [(1, Point(100, 480)), (7, Point(540, 480))])
    #expect(counts(analyze([feetOnBorder], scene: scene)) == [0, 1])
    scene.lines[0].segment = Segment(from: Point(320, 300), to: Point(320, 440))
    #expect(counts(analyze([feetOnBorder], scene: scene)) == [0, 0])
  }

  @Test func aUturnIsNoTrafficButBothCrossingsAreReported() throws {
    let uturn = Walk(corners: [(0, Point(540, 250)), (3, Point(200, 250)), (6, Point(540, 250))])
    let result = analyze([uturn])
    #expect(counts(result) == [1, 1])
    let traffic = try #require(result.lines[0].traffic)
    #expect(traffic == LineResult.Traffic(entries: 0, exits: 0, excludedUturn: 2, excludedStaff: 0))
    #expect(result.intervals[0].trafficIn == 0)
    #expect(result.intervals[0].lines?[0].entries == 1)
  }

  @Test func comingBackAfterAWhileIsTraffic() throws {
    let shopping = Walk(corners: [
      (0, Point(540, 250)), (3, Point(200, 250)), (15, Point(200, 250)), (18, Point(540, 250)),
    ])
    let traffic = try #require(analyze([shopping]).lines[0].traffic)
    #expect(traffic == LineResult.Traffic(entries: 1, exits: 1, excludedUturn: 0, excludedStaff: 0))
  }

  @Test(arguments: [(15.5, 0), (14.5, 1)])
  func theSceneSaysHowSoonAReturnIsAUturn(uturnSeconds: Double, entries: Int) throws {
    var scene = TestCamera.scene
    scene.thresholds.uturnTime = .seconds(uturnSeconds)
    // Through the door at 1.5 s and back at 16.5 s.
    let shopping = Walk(corners: [
      (0, Point(540, 250)), (3, Point(100, 250)), (15, Point(100, 250)), (18, Point(540, 250)),
    ])
    let traffic = try #require(analyze([shopping], scene: scene).lines[0].traffic)
    #expect(traffic.entries == entries && traffic.excludedUturn == 2 - 2 * entries)
  }

  @Test func captureRateComparesWhoEntersWithWhoPasses() throws {
    var scene = TestCamera.scene
    scene.lines.append(
      CountingLine(
        id: "street", segment: Segment(from: Point(500, 0), to: Point(500, 480)), kind: .passersby))
    let entering = Walk(track: 1, corners: [(0, Point(600, 250)), (5, Point(100, 250))])
    let passing = [2, 3, 4].map {
      Walk(track: $0, corners: [(Double($0), Point(600, 50)), (Double($0) + 4, Point(400, 50))])
    }
    let result = analyze([entering] + passing, scene: scene)
    #expect(result.passersby == 3)
    #expect(try #require(result.captureRate) == 0.25)
    #expect(result.intervals[0].captureRate == 0.25)
  }
}
