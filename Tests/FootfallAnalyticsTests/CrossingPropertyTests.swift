import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Testing

/// What holds of crossings wherever people walk.
@Suite struct CrossingPropertyTests {
  static let seeds: [UInt64] = [1, 2, 3, 4, 5, 6, 7, 8]

  /// A crowd that walks between random corners, some of them beyond the ends of the line.
  private static func crowd(_ seed: UInt64, people: Int = 6) -> [Walk] {
    var generator = SeededGenerator(seed: seed)
    return (1...people).map { track in
      let start = Double.random(in: 0...3, using: &generator)
      let corners = (0..<6).map { index in
        (
          seconds: start + 3 * Double(index),
          foot: Point(.random(in: 60...580, using: &generator), .random(in: 20...460, using: &generator))
        )
      }
      return Walk(track: track, corners: corners)
    }
  }

  private static func counts(_ result: CameraResult) -> [Int] {
    [result.lines[0].count(.in), result.lines[0].count(.out)]
  }

  private static func mirrored(_ foot: Point) -> Point {
    Point(Double(TestCamera.size.width) - foot.x, foot.y)
  }

  @Test(arguments: seeds)
  func namingPeopleDifferentlyChangesNoCrossing(seed: UInt64) {
    let walks = Self.crowd(seed)
    var renamed = walks
    for (index, number) in [40, 7, 23, 1, 99, 12].enumerated() { renamed[index].track = number }
    let (before, after) = (Self.analysis(walks), Self.analysis(Array(renamed.reversed())))
    #expect(Self.moments(before) == Self.moments(after))
    #expect(!Self.moments(before).isEmpty)
  }

  @Test(arguments: seeds)
  func mirroringTheSceneSwapsInAndOutAtTheSameMoments(seed: UInt64) {
    let walks = Self.crowd(seed)
    let mirror = walks.map { walk in
      Walk(
        track: walk.track,
        corners: walk.corners.map { (seconds: $0.seconds, foot: Self.mirrored($0.foot)) })
    }
    let (before, after) = (Self.analysis(walks), Self.analysis(mirror))
    #expect(Self.counts(before) == Self.counts(after).reversed())
    for (one, other) in zip(before.lines[0].crossings, after.lines[0].crossings) {
      #expect(abs((one.time - other.time).inSeconds) < 1e-6)
    }
  }

  @Test(arguments: seeds, [5.0, 8, 12.5, 25, 30])
  func theFrameRateChangesNoCount(seed: UInt64, fps: Double) {
    // Corners on the seconds of every rate, so that the paths are the same.
    let walks = Self.crowd(seed).map { walk in
      Walk(track: walk.track, corners: walk.corners.map { (seconds: $0.seconds.rounded(), foot: $0.foot) })
    }
    #expect(Self.counts(Self.analysis(walks, fps: fps)) == Self.counts(Self.analysis(walks, fps: 10)))
  }

  @Test(arguments: seeds)
  func jitterOfAFewPixelsChangesNoCountOfWhoWalksOn(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    // Straight through between the line's ends, however slowly.
    let walks = (1...6).map { track in
      let isRight = Bool.random(using: &generator)
      let (from, to) = isRight ? (80.0, 560.0) : (560.0, 80.0)
      let start = Double.random(in: 0...4, using: &generator)
      let end = start + .random(in: 2...14, using: &generator)
      return Walk(
        track: track,
        corners: [
          (start, Point(from, .random(in: 150...350, using: &generator))),
          (end, Point(to, .random(in: 150...350, using: &generator))),
        ])
    }
    let steady = Self.counts(Self.analysis(walks))
    #expect(steady.reduce(0, +) == 6)
    for jitter in [1.0, 3, 5] {
      #expect(Self.counts(Self.analysis(walks, jitter: jitter, seed: seed)) == steady, "±\(jitter) px")
    }
  }

  @Test(arguments: seeds)
  func twoPartsOfARecordingAddUpToTheWhole(seed: UInt64) throws {
    let walks = Self.crowd(seed)
    // Cut where nobody is at the line, nor steps over it: who does has not crossed it yet.
    let cut = try #require(
      stride(from: 8.0, to: 12, by: 0.1).first { time in
        walks.allSatisfy { walk in
          let distances = [time - 0.1, time].compactMap { moment in
            walk.foot(at: moment).map { TestCamera.line.segment.signedDistance(of: $0) / walk.boxHeight }
          }
          return distances.allSatisfy { $0 > 0.1 } || distances.allSatisfy { $0 < -0.1 }
        }
      })
    let whole = Self.counts(Self.analysis(walks))
    let parts = Self.counts(Self.analysis(walks, seamAt: cut))
    #expect(whole == parts, "cut at \(cut) s")
  }

  @Test(arguments: seeds)
  func whoIsHiddenForUpToTwoSecondsIsCountedAsIfSeen(seed: UInt64) {
    var generator = SeededGenerator(seed: seed &+ 100)
    let walks = Self.crowd(seed).map { walk in
      // Hidden on a stretch between two corners, on which the path is straight.
      var hidden = walk
      let corner = walk.corners[Int.random(in: 0..<5, using: &generator)].seconds
      let start = corner + .random(in: 0.3...0.9, using: &generator)
      hidden.hidden = [start..<start + 1.7]
      return hidden
    }
    var seen = walks
    for index in seen.indices { seen[index].hidden = [] }
    #expect(Self.counts(Self.analysis(walks)) == Self.counts(Self.analysis(seen)))
  }

  private static func analysis(
    _ walks: [Walk], fps: Double = 10, jitter: Double = 0, seed: UInt64 = 1, seamAt: Double? = nil
  ) -> CameraResult {
    FootfallAnalyticsTests.analyze(
      walks, fps: fps, seconds: 22, jitter: jitter, seed: seed, seamAt: seamAt)
  }

  /// When and how somebody crossed, whoever it was.
  private static func moments(_ result: CameraResult) -> [String] {
    result.lines[0].crossings.map { "\($0.time.nanoseconds) \($0.direction)" }.sorted()
  }
}
