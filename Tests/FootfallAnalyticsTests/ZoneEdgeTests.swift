import FootfallCore
import FootfallTestSupport
import Testing

@testable import FootfallAnalytics

/// Visits go on through short occlusion and feet that flicker over the edge, at every usual frame rate.
@Suite struct ZoneEdgeTests {
  private static let rates = [5, 7.5, 10, 12.5, 15, 25, 29.97, 30]
  /// Into the zone (y up to 300) at second 3, out of it at second 23.
  private static func stand(at y: Double) -> Walk {
    Walk(corners: [
      (0, Point(300, 400)), (3, Point(300, y)), (23, Point(300, y)), (26, Point(300, 400)),
    ])
  }

  /// A walk of which the frames `frames` are not seen.
  private static func hiding(_ frames: [Range<Int>], of walk: Walk, fps: Double) -> Walk {
    var walk = walk
    walk.hidden = frames.map { (Double($0.lowerBound) - 0.5) / fps..<(Double($0.upperBound) - 0.5) / fps }
    return walk
  }

  @Test(arguments: rates, UInt64(1)...8)
  func feetThatFlickerOverTheEdgeMakeOneVisit(fps: Double, seed: UInt64) throws {
    // Within 10 pixels of the edge, the settling distance of a person of 100 pixels.
    for (y, jitter) in [(299.0, 3.0), (298, 6), (297, 9), (295, 9), (291, 9)] {
      let zone = analyze([Self.stand(at: y)], fps: fps, seconds: 30, jitter: jitter, seed: seed).zones[0]
      let visit = try #require(zone.visits.first)
      #expect(zone.visits.count == 1, "at \(y) with \(jitter) pixels")
      #expect(visit.end == .exited && !visit.isCensored)
      // The walk from y = 400 takes 3 seconds; the first and last frames at the edge may be outside by chance.
      let pace = (400 - y) / 3
      #expect(abs(visit.dwell.inSeconds - (20 + 2 * (300 - y) / pace)) <= 2 * jitter / pace + 8 / fps)
      #expect(visit.inside <= visit.dwell + .microseconds(1))
    }
  }

  @Test(arguments: rates, UInt64(1)...4)
  func feetJustOutsideAreNotInside(fps: Double, seed: UInt64) {
    let zone = analyze([Self.stand(at: 309)], fps: fps, seconds: 30, jitter: 8, seed: seed).zones[0]
    #expect(zone.visits.isEmpty)
  }

  @Test(arguments: rates)
  func anyGapOfUpToTwoSecondsIsBridged(fps: Double) throws {
    var generator = SeededGenerator(seed: 7)
    let (first, last) = (Int((3.2 * fps).rounded(.up)), Int(22.8 * fps))
    for count in 1...Int(2 * fps) {
      let start = Int.random(in: first + 1..<last - count, using: &generator)
      let walk = Self.hiding([start..<start + count], of: Self.stand(at: 250), fps: fps)
      let whole = analyze([Self.stand(at: 250)], fps: fps, seconds: 30).zones[0]
      let zone = analyze([walk], fps: fps, seconds: 30).zones[0]
      #expect(zone.visits.map(\.end) == [.exited], "\(count) frames from \(start)")
      #expect(zone.visits.map(\.dwell) == whole.visits.map(\.dwell))
      #expect(abs(zone.personSeconds - whole.personSeconds) < 1e-6)
    }
  }

  @Test(arguments: rates)
  func aLongerGapEndsTheVisit(fps: Double) {
    let start = Int(10 * fps)
    let count = Int(2 * fps) + 1
    let walk = Self.hiding([start..<start + count], of: Self.stand(at: 250), fps: fps)
    let zone = analyze([walk], fps: fps, seconds: 30).zones[0]
    #expect(zone.visits.map(\.end) == [.lost, .exited])
    #expect(zone.visits.map(\.isCensored) == [true, false])
  }

  @Test(arguments: rates, UInt64(1)...6)
  func occlusionAfterOcclusionWithJitterIsOneVisit(fps: Double, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var hidden: [Range<Int>] = []
    var next = Int(3.5 * fps) + 1
    while true {
      let range = next..<next + Int.random(in: 1...Int(2 * fps), using: &generator)
      guard Double(range.upperBound) < 22.5 * fps else { break }
      hidden.append(range)
      next = range.upperBound + Int.random(in: 1...Int(2 * fps), using: &generator)
    }
    let walk = Self.hiding(hidden, of: Self.stand(at: 285), fps: fps)
    let zone = analyze([walk], fps: fps, seconds: 30, jitter: 9, seed: seed).zones[0]
    #expect(zone.visits.map(\.end) == [.exited], "seed \(seed)")
    #expect(abs(zone.personSeconds - 20.8) <= 0.5 + 2 / fps)
  }

  @Test func stampsInWholeMillisecondsBridgeTheSameGaps() {
    let times = (0..<600).map { (Double($0) * 1000 / 30).rounded() / 1000 }
    for start in 100..<110 {
      var analyzer = CameraAnalyzer(
        scene: TestCamera.scene, size: TestCamera.size,
        series: [(interval: .seconds(60), firstBoundary: .zero)]
      )
      let walk = Walk(corners: [(0, Point(300, 350)), (1, Point(300, 250)), (20, Point(300, 250))])
      for (index, time) in times.enumerated().dropLast() {
        let isHidden = (start..<start + 60).contains(index)
        let stamp = FrameStamp(
          number: index + 1, time: MediaTime(seconds: time), duration: .seconds(times[index + 1] - time))
        analyzer.observe(isHidden ? [] : [walk.snapshot(at: time)].compactMap { $0 }, in: stamp)
      }
      #expect(analyzer.finish().result.zones[0].visits.map(\.end) == [.endOfMedia], "from frame \(start)")
    }
  }

  @Test(arguments: rates)
  func leavingForGoodEndsTheVisitWhereItEnded(fps: Double) throws {
    // Two metres beyond the edge and back after two seconds.
    let walk = Walk(corners: [
      (0, Point(300, 250)), (5, Point(300, 250)), (6, Point(300, 370)), (8, Point(300, 370)),
      (9, Point(300, 250)), (14, Point(300, 250)),
    ])
    let zone = analyze([walk], fps: fps, seconds: 14).zones[0]
    #expect(zone.visits.map(\.end) == [.exited, .endOfMedia])
    #expect(abs(zone.visits[0].exit.seconds - (5 + 50.0 / 120)) <= 1 / fps + 1e-6)
  }

  @Test func standingJustOutsideForLongEndsTheVisit() {
    let walk = Walk(corners: [
      (0, Point(300, 250)), (5, Point(300, 295)), (5.5, Point(300, 305)), (9, Point(300, 305)),
      (9.5, Point(300, 295)), (12, Point(300, 250)),
    ])
    #expect(analyze([walk], seconds: 12).zones[0].visits.map(\.end) == [.exited, .endOfMedia])
  }

  @Test(arguments: [
    (297.0, Visit.End.lost), (303.0, Visit.End.lost), (307.0, Visit.End.exited), (330.0, Visit.End.exited),
  ])
  func whoIsLostAtTheEdgeIsLostInsideUnlessClearOfIt(y: Double, end: Visit.End) {
    let walk = Walk(corners: [(0, Point(300, 250)), (5, Point(300, 290)), (5.2, Point(300, y))])
    #expect(analyze([walk], seconds: 12).zones[0].visits.map(\.end) == [end])
  }

  @Test(arguments: [(0.0, true), (1.5, true), (2.5, false)])
  func whoIsInsideWhenTheRecordingBeginsWasUnderWay(firstSeen: Double, isUnderWay: Bool) {
    let walk = Walk(corners: [
      (firstSeen, Point(300, 250)), (6, Point(300, 250)), (8, Point(300, 400)), (9, Point(300, 400)),
    ])
    let visits = analyze([walk]).zones[0].visits
    #expect(visits.map(\.wasUnderWay) == [isUnderWay] && visits.map(\.isCensored) == [isUnderWay])
    #expect(visits.map(\.end) == [.exited])
  }

  @Test func whoWalksInAtTheBeginningWasNotUnderWay() {
    let walk = Walk(corners: [(0, Point(300, 320)), (1, Point(300, 250)), (9, Point(300, 400))])
    #expect(analyze([walk]).zones[0].visits.map(\.isCensored) == [false])
  }

  @Test func afterASeamEverybodyInsideWasUnderWay() {
    let through = Walk(corners: [
      (0, Point(100, 250)), (2, Point(200, 250)), (8, Point(400, 250)), (10, Point(500, 250)),
    ])
    let visits = analyze([through], seamAt: 5).zones[0].visits
    #expect(visits.map(\.wasUnderWay) == [false, true])
    #expect(visits.map(\.isCensored) == [true, true])
  }
}
