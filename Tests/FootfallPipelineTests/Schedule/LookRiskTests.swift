import FootfallCore
import FootfallTracking
import Testing

@testable import FootfallPipeline

/// People of 100 pixels, seen five times a second.
@Suite struct LookRiskTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var label: String
    var isHigh: Bool
    var people: [TrackMotion]
    var testDescription: String { label }
  }

  private static let size = PixelSize(width: 800, height: 600)

  private static func person(
    _ x: Double, _ y: Double = 300, speed: Point = Point(0, 0), state: TrackSnapshot.State = .confirmed,
    isInSight: Bool = true
  ) -> TrackMotion {
    .person(foot: Point(x, y), height: 100, velocity: speed, state: state, isInSight: isInSight)
  }

  static let rows: [Row] = [
    Row(label: "nobody", isHigh: false, people: []),
    Row(label: "somebody who stands", isHigh: false, people: [person(100)]),
    Row(label: "somebody new", isHigh: true, people: [person(100), person(400, state: .tentative)]),
    Row(
      label: "a walker of 1.4 heights a second", isHigh: false, people: [person(400, speed: Point(0, 140))]),
    Row(label: "a runner of 1.6 heights a second", isHigh: true, people: [person(400, speed: Point(0, 160))]),
    Row(label: "a diagonal runner", isHigh: true, people: [person(400, speed: Point(115, -115))]),
    Row(
      label: "two who meet", isHigh: false,
      people: [person(400, speed: Point(100, 0)), person(500, speed: Point(-100, 0))]),
    Row(
      label: "somebody who was in the middle of the picture and is missed", isHigh: true,
      people: [person(400, isInSight: false)]),
    Row(label: "somebody who has left to the left", isHigh: false, people: [person(10, isInSight: false)]),
    Row(label: "somebody who has left to the right", isHigh: false, people: [person(795, isInSight: false)]),
    Row(
      label: "somebody who has left below", isHigh: false, people: [person(400, 598, isInSight: false)]),
    Row(
      label: "somebody new out of sight", isHigh: true,
      people: [person(400, state: .tentative, isInSight: false)]),
  ]

  @Test(arguments: rows)
  func theRateRisesForWhoMayBeLostOrExchanged(row: Row) {
    #expect(LookRisk(fullSize: Self.size).isHigh(row.people, interval: .milliseconds(200)) == row.isHigh)
  }

  @Test(arguments: rows)
  func theOrderOfPeopleDoesNotMatter(row: Row) {
    let risk = LookRisk(fullSize: Self.size)
    #expect(risk.isHigh(row.people.reversed(), interval: .milliseconds(200)) == row.isHigh)
  }

  @Test(arguments: rows, [0.5, 3])
  func neitherTheDistanceNorTheResolutionOfTheCameraMatters(row: Row, scale: Double) {
    let people = row.people.map { person in
      TrackMotion(
        box: BoundingBox(
          x: person.box.x * scale, y: person.box.y * scale, width: person.box.width * scale,
          height: person.box.height * scale), velocity: person.velocity * scale, state: person.state,
        isInSight: person.isInSight)
    }
    let size = PixelSize(width: Int(800 * scale), height: Int(600 * scale))
    #expect(LookRisk(fullSize: size).isHigh(people, interval: .milliseconds(200)) == row.isHigh)
  }

  @Test func aLongerIntervalIsARiskForSlowerPeople() {
    let walker = [Self.person(400, speed: Point(0, 140))]
    #expect(LookRisk(fullSize: Self.size).isHigh(walker, interval: .milliseconds(250)))
  }
}
