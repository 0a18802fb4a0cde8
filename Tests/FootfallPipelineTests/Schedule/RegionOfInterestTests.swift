import FootfallCore
import FootfallTestSupport
import FootfallTracking
import Testing

@testable import FootfallPipeline

@Suite struct RegionOfInterestTests {
  private static let full = PixelSize(width: 640, height: 480)
  private static let content = PixelSize(width: 320, height: 240)
  private static let corner = BoundingBox(x: 8, y: 16, width: 8, height: 8)
  private static let middle = BoundingBox(x: 160, y: 120, width: 16, height: 8)

  private func holds(_ region: BoundingBox?, _ box: BoundingBox) -> Bool {
    guard let region else { return false }
    return region.x <= box.x && region.y <= box.y && region.maxX >= box.maxX && region.maxY >= box.maxY
  }

  private func halved(_ box: BoundingBox) -> BoundingBox {
    BoundingBox(x: box.x / 2, y: box.y / 2, width: box.width / 2, height: box.height / 2)
  }

  @Test func whereNothingIsKnownThereIsNoRegion() {
    var region = RegionOfInterest(fullSize: Self.full)
    #expect(region.begin(change: nil, contentSize: Self.content) == nil)
    region.adapt(to: [], seconds: 0.6)
    #expect(region.begin(change: nil, contentSize: Self.content) == nil)
  }

  @Test func itHoldsWhatHasChangedInAnyLookWithoutAnAnswer() {
    var region = RegionOfInterest(fullSize: Self.full)
    #expect(holds(region.begin(change: Self.corner, contentSize: Self.content), Self.corner))
    let both = region.begin(change: Self.middle, contentSize: Self.content)
    #expect(holds(both, Self.corner) && holds(both, Self.middle))
    region.adapt(to: [], seconds: 0.6)
    let later = region.begin(change: nil, contentSize: Self.content)
    #expect(holds(later, Self.middle) && !holds(later, Self.corner), "the first look is answered")
    region.adapt(to: [], seconds: 0.6)
    region.adapt(to: [], seconds: 0.6)
    #expect(region.begin(change: nil, contentSize: Self.content) == nil)
  }

  @Test func aChangeHasRoomForADetectorToSeeWhatIsAroundIt() throws {
    var region = RegionOfInterest(fullSize: Self.full)
    let begun = region.begin(change: Self.middle, contentSize: Self.content)
    let box = try #require(begun)
    #expect(box.x <= Self.middle.x - 16 && box.maxX >= Self.middle.maxX + 16)
    #expect(box.y <= Self.middle.y - 16 && box.maxY >= Self.middle.maxY + 16)
  }

  @Test(arguments: [21, 22, 23] as [UInt64])
  func itHoldsEverybodyNowAndAtTheHorizon(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let seconds = Double.random(in: 0...1, using: &generator)
      let people = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        TrackMotion.person(
          foot: Point(.random(in: 0...640, using: &generator), .random(in: 0...480, using: &generator)),
          height: .random(in: 10...200, using: &generator),
          velocity: Point(
            .random(in: -300...300, using: &generator), .random(in: -300...300, using: &generator)),
          state: Bool.random(using: &generator) ? .confirmed : .tentative,
          isInSight: Bool.random(using: &generator))
      }
      var region = RegionOfInterest(fullSize: Self.full)
      _ = region.begin(change: Self.corner, contentSize: Self.content)
      region.adapt(to: people, seconds: seconds)
      let box = region.begin(change: Self.middle, contentSize: Self.content)
      #expect(holds(box, Self.middle), "seed \(seed)")
      for person in people {
        var later = person.box
        later.x += person.velocity.x * seconds
        later.y += person.velocity.y * seconds
        #expect(holds(box, halved(person.box)), "seed \(seed): \(person)")
        #expect(holds(box, halved(later)), "seed \(seed): \(person)")
      }
    }
  }

  @Test func whoLeftIsExpectedNoLonger() {
    var region = RegionOfInterest(fullSize: Self.full)
    for people in [[TrackMotion.person(foot: Point(600, 460), height: 60)], []] {
      _ = region.begin(change: nil, contentSize: Self.content)
      region.adapt(to: people, seconds: 0.6)
    }
    #expect(region.begin(change: nil, contentSize: Self.content) == nil)
  }
}
