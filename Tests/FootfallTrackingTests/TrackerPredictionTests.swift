import FootfallCore
import FootfallTestSupport
import FootfallTracking
import Testing

/// What the tracker says between looks: where people will be, how they move, and who is only half believed.
@Suite struct TrackerPredictionTests {
  private let walk = Walk(corners: [(0, Point(100, 200)), (10, Point(500, 300))])

  /// A tracker that has seen the walk at 5 Hz, and the time of its last look.
  private func tracker(
    _ walks: [Walk], looks: Int = 15, hiding: (index: Int, from: Int)? = nil
  ) -> (tracker: Tracker, last: Double) {
    var tracker = Tracker()
    var snapshots: [TrackSnapshot] = []
    for look in 0..<looks {
      let time = Double(look) / 5
      let people = walks.enumerated().compactMap { index, walk -> Detection? in
        if let hiding, hiding.index == index, look >= hiding.from { return nil }
        return walk.foot(at: time).map { Detection(box: walk.box(at: $0), score: 0.9) }
      }
      tracker.update(people, at: MediaTime(seconds: time), into: &snapshots)
    }
    return (tracker, Double(looks - 1) / 5)
  }

  @Test(arguments: [0.033, 0.1, 0.2, 0.5])
  func peopleWalkOnBetweenLooks(seconds: Double) throws {
    let (tracker, last) = tracker([walk])
    var snapshots: [TrackSnapshot] = []
    tracker.predict(at: MediaTime(seconds: last + seconds), into: &snapshots)
    let snapshot = try #require(snapshots.first)
    let truth = try #require(walk.foot(at: last + seconds))
    #expect((snapshot.footPoint - truth).length < 2)
    #expect(snapshots.count == 1 && snapshot.track.number == 1 && snapshot.state == .confirmed)
    #expect(snapshot.evidence == .predicted)
  }

  @Test func aPredictionLeavesTheTracksAsTheyAre() {
    let walks = [walk, Walk(corners: [(0, Point(500, 400)), (10, Point(100, 400))])]
    var (plain, last) = tracker(walks)
    var asked = plain
    var (first, second): ([TrackSnapshot], [TrackSnapshot]) = ([], [])
    for step in 1...4 {
      asked.predict(at: MediaTime(seconds: last + Double(step) * 0.04), into: &second)
    }
    for look in 1...5 {
      let time = last + Double(look) * 0.2
      let people = walks.compactMap { walk in
        walk.foot(at: time).map { Detection(box: walk.box(at: $0), score: 0.9) }
      }
      plain.update(people, at: MediaTime(seconds: time), into: &first)
      asked.update(people, at: MediaTime(seconds: time), into: &second)
      #expect(first == second)
      asked.predict(at: MediaTime(seconds: time + 0.1), into: &second)
    }
  }

  @Test func onlyConfirmedPeopleInSightAreExpectedAhead() {
    let other = Walk(corners: [(0, Point(500, 400)), (10, Point(100, 400))])
    let late = Walk(corners: [(2.8, Point(300, 450)), (10, Point(320, 450))])
    let (tracker, last) = tracker([walk, other, late], hiding: (index: 1, from: 13))
    var snapshots: [TrackSnapshot] = []
    tracker.predict(at: MediaTime(seconds: last + 0.1), into: &snapshots)
    #expect(snapshots.map(\.track.number) == [1])
  }

  @Test func withoutAnUpdateNobodyIsExpected() {
    var tracker = Tracker()
    var snapshots = [TrackSnapshot](
      repeating: TrackSnapshot(
        track: TrackID(7), box: walk.box(at: Point(0, 0)), score: 1, state: .confirmed, evidence: .observed),
      count: 2)
    tracker.predict(at: MediaTime(seconds: 1), into: &snapshots)
    #expect(snapshots.isEmpty)
    tracker = self.tracker([walk]).tracker
    tracker.reset()
    tracker.predict(at: MediaTime(seconds: 9), into: &snapshots)
    #expect(snapshots.isEmpty)
  }

  @Test func motionsTellWhereEverybodyGoesAndWhoIsOutOfSight() throws {
    let other = Walk(corners: [(0, Point(500, 400)), (10, Point(100, 400))])
    let late = Walk(corners: [(2.8, Point(300, 450)), (10, Point(320, 450))])
    let (tracker, last) = tracker([walk, other, late], hiding: (index: 1, from: 12))
    var motions: [TrackMotion] = []
    tracker.motions(into: &motions)
    #expect(motions.map(\.state) == [.confirmed, .confirmed, .tentative])
    #expect(motions.map(\.isInSight) == [true, false, true])
    for (motion, velocity) in zip(motions, [Point(40, 10), Point(-40, 0)]) {
      #expect((motion.velocity - velocity).length < 4, "\(motion)")
    }
    let foot = try #require(walk.foot(at: last))
    #expect((motions[0].box.footPoint - foot).length < 2)
  }

  @Test func motionsAreEmptyAfterAResetAndOnceEverybodyIsGone() {
    var motions: [TrackMotion] = []
    var (tracker, last) = tracker([walk])
    var snapshots: [TrackSnapshot] = []
    for step in 1...11 {
      tracker.update([], at: MediaTime(seconds: last + Double(step) * 0.2), into: &snapshots)
    }
    tracker.motions(into: &motions)
    #expect(motions.isEmpty, "the patience is two seconds")
    tracker = self.tracker([walk]).tracker
    tracker.reset()
    tracker.motions(into: &motions)
    #expect(motions.isEmpty)
  }
}

/// Detections that are too weak to begin a track or to confirm it, but show where somebody new is.
@Suite struct WeakDetectionTests {
  private static let box = BoundingBox(x: 280, y: 200, width: 40, height: 100)

  /// What ten frames a second of these scores leave, nil for a frame without a detection.
  private static func motions(_ scores: [Double?]) -> (motions: [TrackMotion], id: Int?) {
    var tracker = Tracker()
    var (snapshots, motions): ([TrackSnapshot], [TrackMotion]) = ([], [])
    for (index, score) in scores.enumerated() {
      let people = score.map { [Detection(box: box, score: $0)] } ?? []
      tracker.update(people, at: MediaTime(seconds: Double(index) / 10), into: &snapshots)
    }
    tracker.motions(into: &motions)
    return (motions, snapshots.first?.track.number)
  }

  private static let weak = [Double?](repeating: 0.2, count: 9)

  @Test func theyKeepSomebodyNewAliveWithoutConfirmingThem() {
    let (motions, id) = Self.motions([0.9] + Self.weak)
    #expect(motions.map(\.state) == [.tentative] && motions.map(\.isInSight) == [true])
    #expect(id == 1)
  }

  @Test func withoutThemSomebodyNewIsForgottenSooner() {
    let (motions, _) = Self.motions([0.9] + [Double?](repeating: nil, count: 4))
    #expect(motions.isEmpty)
  }

  @Test func strongOnesAfterThemConfirmTheSamePerson() {
    let (motions, id) = Self.motions([0.9] + Self.weak.dropLast(2) + [0.9, 0.9])
    #expect(motions.map(\.state) == [.confirmed] && id == 1)
  }

  @Test func twoStrongOnesAmongThemDoNotConfirm() {
    #expect(Self.motions([0.9] + Self.weak.dropLast(3) + [0.9, 0.2]).motions.map(\.state) == [.tentative])
  }

  @Test(arguments: [(9, true), (10, true), (11, false), (30, false)])
  func theyAreBelievedForASecond(count: Int, isThere: Bool) {
    let motions = Self.motions([0.9] + [Double?](repeating: 0.2, count: count)).motions
    #expect(motions.isEmpty != isThere)
  }

  @Test func thePatienceWithThemIsAParameter() {
    var parameters = TrackerParameters()
    parameters.tentativeWeakPatience = .milliseconds(400)
    var tracker = Tracker(parameters: parameters)
    var (snapshots, motions): ([TrackSnapshot], [TrackMotion]) = ([], [])
    for index in 0...5 {
      let person = Detection(box: Self.box, score: index == 0 ? 0.9 : 0.2)
      tracker.update([person], at: MediaTime(seconds: Double(index) / 10), into: &snapshots)
      tracker.motions(into: &motions)
      #expect(motions.count == (index <= 4 ? 1 : 0), "frame \(index)")
    }
  }

  @Test func belowTheWeakScoreThereIsNothing() {
    let (motions, _) = Self.motions([0.9] + [Double?](repeating: 0.04, count: 4))
    #expect(motions.isEmpty)
  }
}
