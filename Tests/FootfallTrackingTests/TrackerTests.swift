import FootfallCore
import FootfallTestSupport
import FootfallTracking
import Testing

/// The snapshots of every frame for walks detected with `score`.
func track(
  _ walks: [Walk], fps: Double = 10, seconds: Double = 10, score: Double = 0.9,
  parameters: TrackerParameters = TrackerParameters(), scores: [(Range<Double>, Double)] = []
) -> [(time: Double, snapshots: [TrackSnapshot])] {
  var tracker = Tracker(parameters: parameters)
  var snapshots: [TrackSnapshot] = []
  return (0..<Int(seconds * fps)).map { index in
    let time = Double(index) / fps
    let current = scores.first { $0.0.contains(time) }?.1 ?? score
    let detections = walks.compactMap { walk in
      walk.foot(at: time).map { Detection(box: walk.box(at: $0), score: current) }
    }
    tracker.update(detections, at: MediaTime(seconds: time), into: &snapshots)
    return (time, snapshots)
  }
}

func ids(_ frames: [(time: Double, snapshots: [TrackSnapshot])]) -> Set<Int> {
  Set(frames.flatMap { $0.snapshots.filter { $0.state == .confirmed }.map(\.track.number) })
}

@Suite struct TrackerTests {
  private let walk = Walk(corners: [(0, Point(100, 200)), (10, Point(500, 300))])

  @Test(arguments: [5.0, 10, 15, 30])
  func onePersonIsOneTrackAtAnyFrameRate(fps: Double) {
    #expect(ids(track([walk], fps: fps)) == [1])
  }

  @Test(arguments: [5.0, 10, 30])
  func aTrackIsConfirmedAfterThreeSightingsOverAFifthOfASecond(fps: Double) throws {
    let frames = track([walk], fps: fps)
    let first = try #require(frames.first { $0.snapshots.contains { $0.state == .confirmed } })
    #expect(abs(first.time - max(0.2, 2 / fps)) < 1 / fps)
  }

  @Test func aSingleFalseDetectionIsNeverConfirmed() {
    let flash = Walk(corners: [(3, Point(300, 300)), (3.1, Point(300, 300))])
    #expect(ids(track([flash])).isEmpty)
  }

  @Test(arguments: [5.0, 10, 25])
  func aPersonHiddenForLessThanThePatienceKeepsTheirID(fps: Double) {
    var hidden = walk
    hidden.hidden = [3..<4.5]
    #expect(ids(track([hidden], fps: fps)) == [1])
  }

  @Test func aPersonHiddenForLongerIsSomebodyNew() {
    var hidden = walk
    hidden.hidden = [2..<8.5]
    #expect(ids(track([hidden])) == [1, 2])
  }

  @Test(arguments: [5.0, 10, 25])
  func whoStandsHiddenForSecondsComesBackAsWhoTheyWere(fps: Double) {
    var standing = Walk(corners: [
      (0, Point(100, 300)), (3, Point(200, 300)), (11, Point(206, 300)), (15, Point(330, 300)),
    ])
    standing.hidden = [5..<10.5]
    #expect(ids(track([standing], fps: fps, seconds: 15)) == [1])
  }

  @Test(arguments: [5.0, 10, 25], [2.5, 4, 5.5])
  func whoComesOutOfADoorIsNotWhoWentIn(fps: Double, pause: Double) {
    let entering = Walk(corners: [(0, Point(100, 300)), (4, Point(400, 300))])
    let leaving = Walk(corners: [(4 + pause, Point(400, 300)), (8 + pause, Point(100, 300))])
    #expect(ids(track([entering, leaving], fps: fps, seconds: 14)) == [1, 2])
  }

  @Test func whoIsNotFoundForAMomentIsWhereTheyShouldBe() throws {
    var missed = walk
    missed.hidden = [5..<5.15, 7..<7.65]
    let frames = track([missed], fps: 20)
    let snapshots = frames.filter { $0.time > 4 }.map { (time: $0.time, snapshot: $0.snapshots.first) }
    for (time, snapshot) in snapshots where time < 7.2 {
      let snapshot = try #require(snapshot, "\(time)")
      #expect(snapshot.evidence == ((5..<5.15).contains(time) || time >= 7 ? .predicted : .observed))
      #expect(abs(snapshot.footPoint.x - (100 + 40 * time)) < 6)
    }
    // Not for longer than a look takes.
    #expect(snapshots.filter { (7.25..<7.6).contains($0.time) }.allSatisfy { $0.snapshot == nil })
  }

  @Test func twoPeopleWhoMeetKeepTheirIDs() throws {
    let walks = [
      Walk(corners: [(0, Point(100, 300)), (10, Point(500, 300))]),
      Walk(corners: [(0, Point(500, 330)), (10, Point(100, 330))]),
    ]
    let frames = track(walks)
    #expect(ids(frames) == [1, 2])
    let last = try #require(frames.last).snapshots
    #expect(try #require(last.first { $0.track.number == 1 }).footPoint.x > 400)
  }

  @Test func weakDetectionsCarryATrackOnButBeginNone() {
    #expect(ids(track([walk], score: 0.2)).isEmpty)
    let dimmed = track([walk], scores: [(4..<8, 0.1)])
    #expect(ids(dimmed) == [1])
    #expect(dimmed.allSatisfy { $0.snapshots.count == 1 })
  }

  @Test func whoComesBackInTheFirstFrameAfterAHoleIsSomebodyNew() {
    var tracker = Tracker()
    var snapshots: [TrackSnapshot] = []
    let detection = Detection(box: walk.box(at: Point(300, 300)), score: 0.9)
    for seconds in [0, 0.1, 0.2, 0.3, 600, 600.1, 600.2] {
      tracker.update([detection], at: MediaTime(seconds: seconds), into: &snapshots)
    }
    #expect(snapshots.map(\.track.number) == [2])
  }

  @Test func aCameraOfTwoFramesASecondConfirmsPeople() {
    #expect(ids(track([Walk(corners: [(0, Point(300, 300)), (10, Point(340, 300))])], fps: 2)) == [1])
  }

  @Test func idsAreNeverUsedAgain() {
    let visits = (0..<5).map { index in
      Walk(corners: [(Double(index) * 8, Point(300, 300)), (Double(index) * 8 + 1, Point(320, 300))])
    }
    #expect(ids(track(visits, seconds: 40)) == [1, 2, 3, 4, 5])
  }

  @Test func aResetEndsEveryTrack() {
    var tracker = Tracker()
    var snapshots: [TrackSnapshot] = []
    let detection = Detection(box: walk.box(at: Point(300, 300)), score: 0.9)
    for index in 0..<20 {
      if index == 10 { tracker.reset() }
      tracker.update([detection], at: MediaTime(seconds: Double(index) / 10), into: &snapshots)
    }
    #expect(snapshots.map(\.track.number) == [2])
  }

  @Test func theOrderOfDetectionsDoesNotMatter() {
    var generator = SeededGenerator(seed: 3)
    var trackers = [Tracker(), Tracker()]
    var snapshots: [[TrackSnapshot]] = [[], []]
    for index in 0..<100 {
      let detections = (0..<6).map { person in
        Detection(
          box: walk.box(at: Point(Double(60 + 90 * person), 200 + Double(index))),
          score: 0.6 + Double(person) * 0.05)
      }
      let time = MediaTime(seconds: Double(index) / 10)
      trackers[0].update(detections, at: time, into: &snapshots[0])
      trackers[1].update(detections.shuffled(using: &generator), at: time, into: &snapshots[1])
      if index == 0 { continue }
      let boxes = snapshots.map { Set($0.map(\.box)) }
      #expect(boxes[0] == boxes[1])
    }
  }

  @Test func anEmptyRoomHasNoTracks() {
    #expect(track([]).allSatisfy { $0.snapshots.isEmpty })
  }
}
