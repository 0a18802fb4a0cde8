import FootfallCore
import FootfallTestSupport
import Testing

@testable import FootfallLayout

@Suite("From positions to trips")
struct TrackTests {
  private static let floor = TripFloor(Hall.plan)

  private typealias Row = (track: Int, seconds: Double, x: Double, y: Double)

  private func trips(_ rows: [Row], floor: TripFloor = floor) throws -> [Trip] {
    var trips: [Trip] = []
    var assembler = TrackAssembler(floor, day: { Int($0) / 86_400 }) { trips.append($1) }
    for row in rows {
      try assembler.add(
        row.track, TripPosition(seconds: row.seconds, place: Point(row.x, row.y)), isStaff: false)
    }
    assembler.finish()
    return trips
  }

  /// A way along y = 5 at a metre a second.
  private func walk(_ track: Int, from start: Double = 0, _ xs: ClosedRange<Int> = 0...20) -> [Row] {
    xs.map { (track, start + Double($0 - xs.lowerBound), Double($0) + 0.5, 5) }
  }

  @Test("A walk through the hall stays four seconds in each zone, and is as long as the hall")
  func walk() throws {
    let trip = try #require(try trips(walk(1)).first)
    #expect(trip.stays.map(\.zone) == [0, 1, 2])
    #expect(trip.stays.map(\.enterSeconds) == [2, 8, 14] && trip.stays.map(\.seconds) == [4, 4, 4])
    #expect(trip.isWhole && trip.stays.allSatisfy { !$0.isCensored })
    let walk = try #require(trip.walk)
    #expect(abs(walk.pathMetres - 20) < 1e-9 && walk.depthMetres == 20 && walk.squares == 21)
    #expect(walk.firstSteps.map(\.place.x) == [2.5, 8.5, 14.5])
    let deviation = try #require(WayDeviation(walk))
    let order = try #require(deviation.order)
    #expect(abs(deviation.travel - 1) < 1e-12 && abs(order - 1) < 1e-12)
  }

  @Test("Positions off the floor are counted, and told as a share of those of visitors")
  func outside() throws {
    // The hall is 20 metres long: 6 of the first 26 positions are beyond its end, and none of the other 11.
    let trips = try trips(walk(1, 0...25) + walk(2, from: 100, 0...10))
    #expect(trips.map { $0.walk?.positions } == [26, 11])
    #expect(trips.map { $0.walk?.positionsOutside } == [6, 0])
    #expect(LayoutMeasures(Hall.tally(trips)).outsideShare == 6.0 / 37)
    var plan = Hall.plan
    plan.views[0].outline = nil
    let unbounded = try self.trips(walk(1, 0...25), floor: TripFloor(plan))
    #expect(unbounded[0].walk?.positionsOutside == 0)
    #expect(LayoutMeasures(Hall.tally(unbounded, plan: plan)).outsideShare == nil)
  }

  @Test("Who steps out for less than two seconds has not left")
  func bridged() throws {
    let xs = [3.0, 4, 5, 6.5, 5, 4, 3, 1, 1, 1, 1]
    let rows = xs.enumerated().map { (1, Double($0), $1, 5.0) }
    let trip = try #require(try trips(rows).first)
    #expect(trip.stays.map(\.seconds) == [7])
  }

  @Test("A gap breaks the trip and cuts the stay")
  func gap() throws {
    let trip = try #require(try trips(walk(1, 0...4) + walk(1, from: 30, 4...20)).first)
    #expect(!trip.isWhole)
    #expect(trip.stays.map(\.zone) == [0, 0, 1, 2])
    #expect(trip.stays.map(\.isCensored) == [true, true, false, false])
  }

  @Test("Who is first and last seen at an entrance is seen whole, others are not")
  func entrances() throws {
    var plan = Hall.plan
    plan.entrances = [Segment(from: Point(0, 0), to: Point(0, 10))]
    let floor = TripFloor(plan)
    let back = (0...20).map { (1, 21.0 + Double($0), 20.5 - Double($0), 5.0) }
    #expect(try trips(walk(1) + back, floor: floor).map(\.isWhole) == [true])
    #expect(try trips(walk(1), floor: floor).map(\.isWhole) == [false])
  }

  @Test("Rows by track and rows by time make the same trips")
  func order() throws {
    let rows = (1...8).flatMap { walk($0, from: Double($0) * 7) }
    let byTime = rows.sorted { ($0.seconds, $0.track) < ($1.seconds, $1.track) }
    let backwards = (1...8).reversed().flatMap { walk($0, from: Double($0) * 7) }
    let known = try trips(byTime)
    func sorted(_ trips: [Trip]) -> [Trip] {
      trips.sorted { ($0.stays.first?.enterSeconds ?? 0) < ($1.stays.first?.enterSeconds ?? 0) }
    }
    #expect(known.count == 8)
    #expect(sorted(try trips(rows)) == sorted(known))
    #expect(sorted(try trips(backwards)) == sorted(known))
  }

  @Test("An id that was not seen for five minutes is another visitor's")
  func reuse() throws {
    let trips = try trips(walk(1) + walk(2, from: 200) + walk(1, from: 500))
    #expect(trips.count == 3 && trips.allSatisfy { $0.stays.count == 3 && $0.isWhole })
  }

  @Test("Rows in no order are refused")
  func faults() {
    #expect(throws: TrackAssembler.Fault.notLater(than: 3)) {
      try trips([(1, 3, 1, 1), (1, 3, 1, 1)])
    }
    #expect(throws: TrackAssembler.Fault.outOfOrder(after: 5)) {
      try trips([(1, 1, 1, 1), (2, 1, 1, 1), (1, 5, 1, 1), (3, 2, 1, 1)])
    }
    #expect(throws: TrackAssembler.Fault.cameBack) {
      try trips([(1, 5, 1, 1), (2, 1, 1, 1), (1, 6, 1, 1)])
    }
  }

  @Test("A member of the staff makes no trip")
  func staff() throws {
    var count = 0
    var assembler = TrackAssembler(Self.floor, day: { _ in 0 }) { _, _ in count += 1 }
    for second in 0..<5 {
      let position = TripPosition(seconds: Double(second), place: Point(3, 3))
      try assembler.add(1, position, isStaff: second == 3)
      try assembler.add(2, position, isStaff: false)
    }
    assembler.finish()
    #expect(count == 1)
  }

  @Test("Walking around the hall is a turn in the direction of the walk")
  func turns() throws {
    let ring: [(Double, Double)] = [(15, 8), (5, 8), (5, 2), (15, 2), (15, 8)]
    let rows = ring.enumerated().map { (1, Double($0), $1.0, $1.1) }
    let walk = try #require(try trips(rows).first?.walk)
    #expect(walk.turns == 1)
    let back = try #require(
      try trips(ring.reversed().enumerated().map { (1, Double($0), $1.0, $1.1) }).first?.walk)
    #expect(back.turns == -1)
  }

  @Test("Ways are never shorter than the shortest, whatever people do")
  func deviation() throws {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<300 {
      let rows = (0..<40).map {
        (
          1, Double($0), Double.random(in: 0...20, using: &generator),
          Double.random(in: 0...10, using: &generator)
        )
      }
      let walk = try #require(try trips(rows).first?.walk)
      let places = walk.firstSteps.map(\.place)
      let inOrder = ShortestTour.length(from: walk.start, through: places, to: walk.end)
      #expect(walk.pathMetres >= inOrder - 1e-9)
      let shortest = try #require(ShortestTour.shortest(from: walk.start, through: places, to: walk.end))
      #expect(shortest <= inOrder + 1e-9)
    }
  }
}
