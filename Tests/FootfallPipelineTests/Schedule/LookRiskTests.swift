import FootfallCore
import FootfallTracking
import Testing

@testable import FootfallPipeline

/// People of 100 pixels, seen five times a second: 0.6 s ahead, since two looks are under way when an answer comes.
@Suite struct LookRiskTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var label: String
    var isHigh: Bool
    var people: [TrackMotion]
    var testDescription: String { label }
  }

  private static let wall = Segment(from: Point(200, 0), to: Point(200, 400))

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
    Row(label: "about to cross the line", isHigh: true, people: [person(190, speed: Point(80, 0))]),
    Row(label: "about to cross it the other way", isHigh: true, people: [person(210, speed: Point(-80, 0))]),
    Row(label: "will cross within three looks", isHigh: true, people: [person(155, speed: Point(80, 0))]),
    Row(label: "a step too far away for that", isHigh: false, people: [person(150, speed: Point(80, 0))]),
    Row(label: "past the end of the line", isHigh: false, people: [person(190, 420, speed: Point(80, 0))]),
    Row(label: "walks away from the line", isHigh: false, people: [person(190, speed: Point(-80, 0))]),
    Row(label: "walks beside the line", isHigh: false, people: [person(195, speed: Point(0, 100))]),
    Row(label: "walks on the line", isHigh: false, people: [person(200, speed: Point(0, 100))]),
    Row(
      label: "two who will meet", isHigh: true,
      people: [person(400, speed: Point(100, 0)), person(500, speed: Point(-100, 0))]),
    Row(
      label: "one who reaches another who stands", isHigh: true,
      people: [person(400), person(460, speed: Point(-100, 0))]),
    Row(
      label: "two who will meet in a second", isHigh: false,
      people: [person(400, speed: Point(100, 0)), person(620, speed: Point(-100, 0))]),
    Row(
      label: "two who pass at a distance", isHigh: false,
      people: [person(400, 300, speed: Point(100, 0)), person(500, 340, speed: Point(-100, 0))]),
    Row(
      label: "two who part", isHigh: false,
      people: [person(400, speed: Point(-100, 0)), person(410, speed: Point(100, 0))]),
    Row(
      label: "two side by side in step", isHigh: false,
      people: [person(400, speed: Point(100, 0)), person(415, speed: Point(100, 0))]),
    Row(label: "two who stand close", isHigh: false, people: [person(400), person(410)]),
    Row(
      label: "a runner out of sight", isHigh: false,
      people: [person(400, speed: Point(300, 0), isInSight: false)]),
    Row(
      label: "somebody new out of sight", isHigh: true,
      people: [person(400, state: .tentative, isInSight: false)]),
    Row(
      label: "one who reaches somebody out of sight", isHigh: false,
      people: [person(400, isInSight: false), person(460, speed: Point(-100, 0))]),
  ]

  @Test(arguments: rows)
  func theRateRisesForWhoMayBeLostExchangedOrMiscounted(row: Row) {
    #expect(LookRisk(lines: [Self.wall]).isHigh(row.people, interval: .milliseconds(200)) == row.isHigh)
  }

  @Test(arguments: rows)
  func theOrderOfPeopleDoesNotMatter(row: Row) {
    let risk = LookRisk(lines: [Self.wall])
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
    let line = Segment(from: Self.wall.from * scale, to: Self.wall.to * scale)
    #expect(LookRisk(lines: [line]).isHigh(people, interval: .milliseconds(200)) == row.isHigh)
  }

  @Test func whereNothingIsCountedALineIsNoRisk() {
    let crossing = [Self.person(190, speed: Point(80, 0))]
    #expect(LookRisk(lines: []).isHigh(crossing, interval: .milliseconds(200)) == false)
  }

  @Test func aLongerIntervalIsARiskForSlowerPeople() {
    let walker = [Self.person(400, speed: Point(0, 140))]
    #expect(LookRisk(lines: []).isHigh(walker, interval: .milliseconds(250)))
  }
}
