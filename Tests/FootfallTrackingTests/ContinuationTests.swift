import FootfallCore
import FootfallTestSupport
import FootfallTracking
import Testing

/// Who comes out of hiding where nobody expected them is who they were.
@Suite struct ContinuationTests {
  private static let size = PixelSize(width: 640, height: 640)
  private static let red = appearance(colour: 6)
  private static let blue = appearance(colour: 13)
  /// Somebody walks to the right, turns down behind a post and comes out a second later.
  private static let corner = hidden(
    Walk(corners: [(0, Point(40, 300)), (4.2, Point(360, 300)), (8, Point(370, 600))]), 3.8..<5.2)

  private static func hidden(_ walk: Walk, _ time: Range<Double>) -> Walk {
    var walk = walk
    walk.hidden = [time]
    return walk
  }

  private static func appearance(colour: Int) -> Appearance {
    var shares = SIMD32<UInt8>(repeating: 0)
    shares[colour] = 255
    shares[Appearance.colours] = 255
    return Appearance(shares: shares)
  }

  /// The numbers of all confirmed tracks.
  private func people(
    _ walks: [Walk], fps: Double, colours: (_ seconds: Double) -> Appearance? = { _ in nil }
  ) -> Set<Int> {
    var tracker = Tracker(pictureSize: Self.size)
    var snapshots: [TrackSnapshot] = []
    var people: Set<Int> = []
    for index in 0...Int(12 * fps) {
      let time = Double(index) / fps
      let detections = walks.compactMap { walk in
        walk.foot(at: time).map {
          Detection(box: walk.box(at: $0), score: 0.9, appearance: colours(time))
        }
      }
      tracker.update(detections, at: MediaTime(seconds: time), into: &snapshots)
      people.formUnion(snapshots.filter { $0.state == .confirmed }.map(\.track.number))
    }
    return people
  }

  @Test(arguments: [5.0, 10, 25])
  func whoTurnsBehindAPostIsOnePerson(fps: Double) {
    #expect(people([Self.corner], fps: fps) == [1])
  }

  @Test(arguments: [5.0, 10, 25])
  func whoComesOutInOtherColoursIsSomebodyElse(fps: Double) {
    #expect(people([Self.corner], fps: fps) { _ in Self.red } == [1])
    #expect(people([Self.corner], fps: fps) { $0 < 4.5 ? Self.red : Self.blue }.count == 2)
  }

  @Test(arguments: [5.0, 10, 25])
  func whoComesOutHalfAsTallIsSomebodyElse(fps: Double) {
    let before = Self.hidden(Self.corner, 3.8..<9)
    var after = Self.hidden(Self.corner, 0..<5.2)
    after.boxHeight = 50
    #expect(people([before, after], fps: fps).count == 2)
  }

  @Test(arguments: [5.0, 10, 25])
  func whoComesInWhereSomebodyLeftIsSomebodyElse(fps: Double) {
    let leaving = Walk(corners: [(0, Point(300, 300)), (4, Point(22, 300))])
    let coming = Walk(corners: [(5, Point(22, 340)), (9, Point(300, 400))])
    #expect(people([leaving, coming], fps: fps).count == 2)
  }

  @Test(arguments: [5.0, 10, 25])
  func whoAppearsLateOrFarFromTheWayIsSomebodyElse(fps: Double) {
    let first = Walk(corners: [(0, Point(100, 300)), (4, Point(300, 300))])
    let late = Walk(corners: [(6.5, Point(300, 330)), (10, Point(320, 600))])
    let far = Walk(corners: [(5, Point(500, 500)), (9, Point(300, 600))])
    #expect(people([first, late], fps: fps).count == 2)
    #expect(people([first, far], fps: fps).count == 2)
  }

  /// Somebody who stands is hidden for most of a second, then half seen a quarter of their height farther on.
  private func faint(score: Double, beside other: Walk? = nil, fps: Double = 10) -> [[TrackSnapshot]] {
    var tracker = Tracker(pictureSize: Self.size)
    var snapshots: [TrackSnapshot] = []
    let standing = Walk(corners: [(0, Point(200, 300)), (2, Point(300, 300)), (9, Point(300, 300))])
    return (0...Int(4 * fps)).map { index in
      let time = Double(index) / fps
      var detections: [Detection] = []
      if let foot = standing.foot(at: time) {
        if time < 2.5 {
          detections.append(Detection(box: standing.box(at: foot), score: 0.9))
        } else if time > 3.2 {
          detections.append(Detection(box: standing.box(at: foot + Point(25, 0)), score: score))
        }
      }
      if let other, let foot = other.foot(at: time) {
        detections.append(Detection(box: other.box(at: foot), score: 0.9))
      }
      tracker.update(detections, at: MediaTime(seconds: time), into: &snapshots)
      return snapshots
    }
  }

  @Test(arguments: [5.0, 10, 25])
  func whoIsHalfSeenInARowIsWhoWasLost(fps: Double) {
    let frames = faint(score: 0.15, fps: fps)
    #expect(frames.last?.filter { $0.evidence == .observed }.map(\.track.number) == [1])
    #expect(Set(frames.joined().map(\.track.number)) == [1])
  }

  @Test func whatIsHardlySeenIsNobody() {
    #expect(faint(score: 0.06).last?.isEmpty == true)
  }

  @Test func aPartOfSomebodyInSightIsNotWhoWasLost() {
    let other = Walk(corners: [(0, Point(350, 300)), (9, Point(350, 300))])
    #expect(Set(faint(score: 0.15, beside: other).last?.map(\.track.number) ?? []).count == 1)
  }

  @Test func whatIsHalfSeenWhereNobodyWasLostIsNobody() {
    var tracker = Tracker(pictureSize: Self.size)
    var snapshots: [TrackSnapshot] = []
    var motions: [TrackMotion] = []
    for index in 0..<50 {
      tracker.update(
        [Detection(box: BoundingBox(x: 300, y: 200, width: 40, height: 100), score: 0.4)],
        at: MediaTime(seconds: Double(index) / 10), into: &snapshots)
      tracker.motions(into: &motions)
      #expect(snapshots.isEmpty && motions.isEmpty)
    }
  }
}
