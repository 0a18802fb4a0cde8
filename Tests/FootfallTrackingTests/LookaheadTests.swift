import FootfallCore
import FootfallTestSupport
import FootfallTracking
import Testing

@Suite struct LookaheadTests {
  /// The frames that come out for those that go in.
  private func pass(
    _ frames: [(time: Double, snapshots: [TrackSnapshot])], lag: Duration = .seconds(2)
  ) -> [(stamp: FrameStamp, snapshots: [TrackSnapshot])] {
    var lookahead = Lookahead(lag: lag)
    var ready: [TrackSnapshot] = []
    var result: [(FrameStamp, [TrackSnapshot])] = []
    for (index, frame) in frames.enumerated() {
      let stamp = FrameStamp(
        number: index + 1, time: MediaTime(seconds: frame.time), duration: .milliseconds(100))
      lookahead.append(frame.snapshots.filter { $0.evidence == .observed }, in: stamp)
      while let earlier = lookahead.next(isEnd: false, into: &ready) { result.append((earlier, ready)) }
    }
    while let earlier = lookahead.next(isEnd: true, into: &ready) { result.append((earlier, ready)) }
    return result
  }

  private let walk = Walk(corners: [(0, Point(100, 200)), (10, Point(500, 300))])

  @Test func everyFrameComesOutOnceAndInOrder() {
    let frames = pass(track([walk]))
    #expect(frames.map(\.stamp.number) == Array(1...100))
  }

  @Test func sightingsBeforeConfirmationAreCredited() {
    #expect(pass(track([walk])).allSatisfy { $0.snapshots.count == 1 })
  }

  @Test func whoIsNeverConfirmedNeverComesOut() {
    let flash = Walk(corners: [(3, Point(300, 300)), (3.1, Point(300, 300))])
    #expect(pass(track([flash])).allSatisfy { $0.snapshots.isEmpty })
  }

  @Test func holesAreFilledAlongAStraightLine() throws {
    var hidden = walk
    hidden.hidden = [3..<4.8]
    let frames = pass(track([hidden]))
    for (stamp, snapshots) in frames {
      let snapshot = try #require(snapshots.first)
      #expect(snapshot.evidence == (hidden.foot(at: stamp.time.seconds) == nil ? .interpolated : .observed))
      let truth = try #require(walk.foot(at: stamp.time.seconds))
      #expect((snapshot.footPoint - truth).length < 6)
    }
  }

  @Test func whoTurnsWhileHiddenStaysBetweenWhereTheyWereSeen() throws {
    // They walk to the right, are hidden at the corner for 1.8 seconds, and come out walking down.
    var walk = Walk(corners: [(0, Point(100, 200)), (4, Point(300, 200)), (9, Point(300, 450))])
    walk.hidden = [3.1..<4.9]
    for (stamp, snapshots) in pass(track([walk])) where (3.1..<4.9).contains(stamp.time.seconds) {
      let foot = try #require(snapshots.first).footPoint
      #expect(
        (245...305).contains(foot.x) && (195...255).contains(foot.y), "\(stamp.time.seconds) s: \(foot)")
    }
  }

  @Test(arguments: [5.0, 10, 25])
  func pathsAreSmootherThanWhatWasDetectedAndDoNotLag(fps: Double) throws {
    // Somebody stands, walks and stands again; boxes tremble by 4 pixels.
    let walk = Walk(corners: [
      (0, Point(100, 300)), (5, Point(100, 300)), (15, Point(500, 300)), (20, Point(500, 300)),
    ])
    var generator = SeededGenerator(seed: 9)
    var tracker = Tracker()
    var snapshots: [TrackSnapshot] = []
    let frames = (0..<Int(20 * fps)).map { index in
      let time = Double(index) / fps
      let detections = walk.foot(at: time).map { foot -> [Detection] in
        let offset = Point(.random(in: -7...7, using: &generator), .random(in: -7...7, using: &generator))
        return [Detection(box: walk.box(at: foot + offset), score: 0.9)]
      }
      tracker.update(detections ?? [], at: MediaTime(seconds: time), into: &snapshots)
      return (time: time, snapshots: snapshots)
    }
    var squares = (detected: 0.0, smoothed: 0.0)
    var ahead = 0.0
    let smoothed = pass(frames)
    for (before, after) in zip(frames, smoothed) where (1..<19).contains(before.time) {
      let truth = try #require(walk.foot(at: before.time))
      let detected = try #require(before.snapshots.first?.detected).footPoint - truth
      let error = try #require(after.snapshots.first).footPoint - truth
      squares.detected += detected.dot(detected)
      squares.smoothed += error.dot(error)
      if (6..<14).contains(before.time) { ahead += error.x }
    }
    #expect(squares.smoothed < (fps > 20 ? 0.15 : fps > 8 ? 0.3 : 0.6) * squares.detected, "seed 9")
    #expect(abs(ahead / (8 * fps)) < 1, "seed 9")
  }

  @Test func memoryHoldsTheLagAndNoMore() {
    var lookahead = Lookahead(lag: .seconds(1))
    var ready: [TrackSnapshot] = []
    var waiting = 0
    for index in 0..<10_000 {
      let time = Double(index) / 10
      // Everybody is new: nobody may be remembered for longer than the lag.
      let snapshot = TrackSnapshot(
        track: TrackID(index + 1), box: walk.box(at: Point(100, 100)), score: 1, state: .confirmed,
        evidence: .observed)
      lookahead.append(
        [snapshot],
        in: FrameStamp(number: index + 1, time: MediaTime(seconds: time), duration: .milliseconds(100)))
      waiting += 1
      while lookahead.next(isEnd: false, into: &ready) != nil { waiting -= 1 }
      #expect(waiting <= 11)
    }
  }
}
