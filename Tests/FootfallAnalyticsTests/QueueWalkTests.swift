import FootfallAnalytics
import FootfallCore
import FootfallTestSupport
import Testing

/// People who queue at a counter in front of the camera, at every usual frame rate.
@Suite struct QueueWalkTests {
  private static let rates = [5, 10, 15, 25, 30.0]
  private static let scene = CameraScene(
    id: "tills",
    zones: [
      rectangle("line", 100, 300, .queue), rectangle("till", 320, 420, .service),
    ])

  private static func rectangle(_ id: String, _ left: Double, _ right: Double, _ kind: Zone.Kind) -> Zone {
    let corners = [Point(left, 200), Point(right, 200), Point(right, 300), Point(left, 300)]
    return Zone(id: id, polygon: Polygon(corners), kind: kind)
  }

  /// Comes at `start`, waits for `wait` seconds, is served for `service` seconds and leaves to the right.
  private static func customer(_ track: Int, from start: Double, wait: Double, service: Double) -> Walk {
    // The queue begins one second after the start; from its last place it is one second to the counter.
    let (served, done) = (start + 1 + wait, start + 1 + wait + service)
    return Walk(
      track: track,
      corners: [
        (start, Point(50, 250)), (start + 1, Point(100, 250)), (start + 3, Point(250, 250)),
        (served - 1, Point(250, 250)), (served, Point(320, 250)), (served + 0.5, Point(370, 250)),
        (done - 0.5, Point(370, 250)), (done, Point(420, 250)), (done + 3, Point(600, 250)),
      ])
  }

  /// Comes at `start`, leaves the queue after `wait` seconds and stays in view for `stay` more.
  private static func quitter(_ track: Int, from start: Double, wait: Double, stay: Double) -> Walk {
    let left = start + 1 + wait
    return Walk(
      track: track,
      corners: [
        (start, Point(50, 250)), (start + 1, Point(100, 250)), (start + 3, Point(200, 250)),
        (left - 0.5, Point(200, 250)), (left, Point(200, 300)), (left + 1, Point(200, 380)),
        (left + stay, Point(300, 400)),
      ])
  }

  @Test(arguments: rates)
  func waitsAndServiceAreThoseOfThePeople(fps: Double) throws {
    let waits = [8.0, 20, 12, 40, 15]
    let walks = waits.enumerated().map { index, wait in
      Self.customer(index + 1, from: Double(index) * 11, wait: wait, service: 10 + Double(index))
    }
    let result = try #require(analyze(walks, scene: Self.scene, fps: fps, seconds: 130).queues.first)
    let expected = try #require(DwellSummary(secondsOfVisits: waits))
    let wait = try #require(result.wait)
    #expect(result.wholeWaits == 5 && result.waits.censored == 0)
    #expect(abs(wait.median - expected.median) <= 1 / fps + 1e-6)
    #expect(abs(wait.p90 - expected.p90) <= 1 / fps + 1e-6)
    #expect(result.abandonment == Proportion(numerator: 0, denominator: 5))
    #expect(abs(try #require(result.service).median - 12) <= 1 / fps + 1e-6)
    // The way from the end of the queue to the counter takes 20 of 70 pixels of a second.
    let queued = waits.map { $0 - 20.0 / 70 }.reduce(0, +)
    #expect(abs(try #require(result.length).mean * 130 - queued) <= 5 / fps)
  }

  @Test(arguments: rates)
  func whoLeavesWithoutServiceHasGivenUpAndWhoIsLostIsLeftOut(fps: Double) throws {
    var lost = Self.customer(3, from: 4, wait: 30, service: 10)
    lost.hidden = [20..<200]
    let walks = [
      Self.customer(1, from: 0, wait: 10, service: 8), Self.quitter(2, from: 2, wait: 15, stay: 12), lost,
      Self.quitter(4, from: 6, wait: 9, stay: 5),
    ]
    let result = try #require(analyze(walks, scene: Self.scene, fps: fps, seconds: 80).queues.first)
    #expect(result.abandonment == Proportion(numerator: 1, denominator: 2, undecided: 2))
    #expect(result.waits.count == 4 && result.waits.censored == 3)
  }

  @Test func whoWalksOutOfThePictureHasGivenUp() throws {
    let walk = Walk(corners: [
      (0, Point(50, 250)), (2, Point(200, 250)), (20, Point(200, 250)), (22, Point(50, 250)),
      (22.5, Point(15, 250)),
    ])
    let result = try #require(analyze([walk], scene: Self.scene, seconds: 40).queues.first)
    #expect(result.abandonment == Proportion(numerator: 1, denominator: 1))
  }

  @Test(arguments: rates, UInt64(1)...4)
  func occlusionAndJitterChangeNoWait(fps: Double, seed: UInt64) throws {
    var walk = Self.customer(1, from: 0, wait: 30, service: 20)
    walk.hidden = [5..<6.9, 12..<13.9, 16..<17.5, 28..<29.8, 36..<37.9]
    let result = try #require(
      analyze([walk], scene: Self.scene, fps: fps, seconds: 70, jitter: 5, seed: seed).queues.first)
    #expect(result.wholeWaits == 1 && result.waits.count == 1)
    // Paces of 50 and 70 pixels a second carry 5 pixels of jitter in a tenth of a second.
    #expect(abs(try #require(result.wait).median - 30) <= 0.2 + 2 / fps)
    #expect(result.abandonment == Proportion(numerator: 0, denominator: 1))
  }
}
