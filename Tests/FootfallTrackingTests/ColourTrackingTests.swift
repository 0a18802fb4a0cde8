import FootfallCore
import FootfallTestSupport
import FootfallTracking
import Testing

/// Whom positions alone would exchange is told apart by colours.
@Suite struct ColourTrackingTests {
  private typealias Person = (walk: Walk, colours: Appearance?)
  private static let red = appearance(colour: 6)
  private static let blue = appearance(colour: 13)

  private static func appearance(colour: Int) -> Appearance {
    var shares = SIMD32<UInt8>(repeating: 0)
    shares[colour] = 255
    shares[Appearance.colours] = 255
    return Appearance(shares: shares)
  }

  /// Two people walk towards each other, are hidden while they meet, and turn back.
  private static func turningBack(_ colours: (Appearance?, Appearance?)) -> [Person] {
    [
      (Walk(corners: [(0, Point(100, 300)), (5, Point(300, 300)), (10, Point(100, 300))]), colours.0),
      (Walk(corners: [(0, Point(520, 300)), (5, Point(320, 300)), (10, Point(520, 300))]), colours.1),
    ].map { person in
      var walk = person.0
      walk.hidden = [4.7..<5.3]
      return (walk, person.1)
    }
  }

  private func track(_ people: [Person], fps: Double) -> [(time: Double, snapshots: [TrackSnapshot])] {
    var tracker = Tracker()
    var snapshots: [TrackSnapshot] = []
    return (0...Int(10 * fps)).map { index in
      let time = Double(index) / fps
      let detections = people.compactMap { person in
        person.walk.foot(at: time).map {
          Detection(box: person.walk.box(at: $0), score: 0.9, appearance: person.colours)
        }
      }
      tracker.update(detections, at: MediaTime(seconds: time), into: &snapshots)
      return (time, snapshots)
    }
  }

  /// Where the person with the first id is at the end.
  private func end(_ people: [Person], fps: Double) throws -> Double {
    let last = try #require(track(people, fps: fps).last).snapshots
    return try #require(last.first { $0.track.number == 1 }).footPoint.x
  }

  @Test(arguments: [5.0, 10, 25])
  func whoTurnsBackUnseenIsKnownByTheirColours(fps: Double) throws {
    #expect(try end(Self.turningBack((Self.red, Self.blue)), fps: fps) < 200)
  }

  @Test(arguments: [5.0, 10, 25])
  func withoutColoursOrWithTheSamePeopleWalkOn(fps: Double) throws {
    #expect(try end(Self.turningBack((nil, nil)), fps: fps) > 400)
    #expect(try end(Self.turningBack((Self.red, Self.red)), fps: fps) > 400)
  }

  @Test func aSnapshotHasTheColoursThatWereSeenUnlessSomebodyStandsInFront() throws {
    // The one in front, whose feet are lower, covers half of the other from 4 s on.
    let behind = Walk(corners: [(0, Point(300, 300)), (10, Point(300, 300))])
    let front = Walk(corners: [(4, Point(320, 320)), (10, Point(320, 320))])
    for (time, snapshots) in track([(behind, Self.red), (front, Self.blue)], fps: 10) {
      let person = try #require(snapshots.first { $0.track.number == 1 })
      #expect(person.appearance == (time >= 4 ? nil : Self.red), "\(time)")
      guard time >= 4 else { continue }
      #expect(snapshots.first { $0.track.number == 2 }?.appearance == Self.blue)
    }
  }

  @Test func whoIsNotSeenHasNoColoursAndNoDetectedBox() throws {
    var missed = Walk(corners: [(0, Point(100, 300)), (10, Point(400, 300))])
    missed.hidden = [5..<5.15]
    for (time, snapshots) in track([(missed, Self.red)], fps: 20) where time > 4 {
      let person = try #require(snapshots.first)
      let truth = missed.foot(at: time).map { missed.box(at: $0) }
      #expect(person.appearance == (truth == nil ? nil : Self.red), "\(time)")
      #expect(person.detected == truth)
    }
  }

  @Test(arguments: [5.0, 10, 25])
  func nobodyIsLostWhenTheLightChanges(fps: Double) {
    var tracker = Tracker()
    var snapshots: [TrackSnapshot] = []
    let walks = (0..<3).map { lane in
      Walk(corners: [(0, Point(60, 150 * Double(lane + 1))), (10, Point(560, 150 * Double(lane + 1)))])
    }
    for index in 0...Int(10 * fps) {
      let time = Double(index) / fps
      let colours = time < 5 ? Self.red : Self.blue
      let detections = walks.compactMap { walk in
        walk.foot(at: time).map { Detection(box: walk.box(at: $0), score: 0.9, appearance: colours) }
      }
      tracker.update(detections, at: MediaTime(seconds: time), into: &snapshots)
    }
    #expect(snapshots.map(\.track.number) == [1, 2, 3])
  }
}
