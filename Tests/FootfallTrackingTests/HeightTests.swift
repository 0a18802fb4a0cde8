import FootfallCore
import FootfallTestSupport
import FootfallTracking
import Testing

/// What the tracker makes of how tall people are where in the picture.
@Suite struct HeightTests {
  private static let size = PixelSize(width: 640, height: 480)
  /// People of one height who walk to and fro in lanes of their own.
  private static func walkers(boxHeight: Double = 100) -> [Walk] {
    (0..<3).map { lane in
      let row = 200 + 80 * Double(lane)
      let corners: [(seconds: Double, foot: Point)] = (0...8).map { turn in
        (5 * Double(turn), Point(turn % 2 == lane % 2 ? 80 : 560, row))
      }
      return Walk(corners: corners, boxHeight: boxHeight)
    }
  }
  private static let thing = Walk(corners: [(0, Point(320, 300)), (40, Point(320, 300))], boxHeight: 35)

  /// The feet of whoever is believed to be somebody, frame by frame, by how tall they are.
  private func feet(_ walks: [Walk], height: Double, fps: Double) -> [(seconds: Double, foot: Point)] {
    var tracker = Tracker(pictureSize: Self.size)
    var snapshots: [TrackSnapshot] = []
    return (0...Int(40 * fps)).flatMap { index in
      let time = Double(index) / fps
      let detections = walks.compactMap { walk in
        walk.foot(at: time).map { Detection(box: walk.box(at: $0).clipped(to: Self.size), score: 0.9) }
      }.filter { $0.box.height > 5 }
      tracker.update(detections, at: MediaTime(seconds: time), into: &snapshots)
      return snapshots.filter { $0.state == .confirmed && abs($0.box.width - 0.4 * height) < 1 }
        .map { (time, $0.footPoint) }
    }
  }

  @Test(arguments: [5.0, 10, 30])
  func aThingThatIsFarTooLowIsNoPerson(fps: Double) {
    let sights = feet(Self.walkers() + [Self.thing], height: 35, fps: fps).map(\.seconds)
    // It is believed until enough people have walked by.
    #expect(sights.allSatisfy { $0 < 10 }, "\(sights.max() ?? 0)")
    var late = Self.thing
    late.corners[0].seconds = 12
    #expect(feet(Self.walkers() + [late], height: 35, fps: fps).isEmpty)
  }

  @Test(arguments: [5.0, 10, 30])
  func whoIsLowAndWalksIsAPerson(fps: Double) {
    let child = Walk(corners: [(12, Point(100, 320)), (20, Point(500, 320))], boxHeight: 42)
    let sights = feet(Self.walkers() + [child], height: 42, fps: fps)
    #expect(sights.count { $0.seconds >= 14 } >= Int(6 * fps) - 1)
  }

  @Test(arguments: [5.0, 10, 30])
  func whoStandsAndIsNotFarTooLowIsAPerson(fps: Double) {
    let sitting = Walk(corners: [(12, Point(320, 320)), (40, Point(320, 320))], boxHeight: 55)
    #expect(feet(Self.walkers() + [sitting], height: 55, fps: fps).count >= Int(27 * fps))
  }

  @Test func withoutPeopleWhoWalkEverythingIsBelieved() {
    #expect(feet([Self.thing], height: 35, fps: 10).count >= 395)
  }

  @Test(arguments: [5.0, 10, 30])
  func theFeetOfWhomTheFrameCutsOffAreBelowIt(fps: Double) {
    // Down the picture until the box is cut off at the waist.
    let leaving = Walk(corners: [(12, Point(320, 330)), (18, Point(320, 530))], boxHeight: 120)
    let sights = feet(Self.walkers(boxHeight: 120) + [leaving], height: 120, fps: fps)
      .filter { $0.seconds >= 13 && abs($0.foot.x - 320) < 1 && $0.foot.y > 360 }
    let beyond = sights.filter { $0.foot.y > Double(Self.size.height) + 20 }
    #expect(beyond.count >= Int(fps / 2))
    for sight in sights {
      let expected = 330 + (sight.seconds - 12) * 200 / 6
      #expect(abs(sight.foot.y - expected) < 20, "\(sight)")
    }
  }
}
