import FootfallAnalytics
import FootfallTestSupport
import Testing

@testable import FootfallLayout

@Suite("Measures of a layout")
struct LayoutMeasuresTests {
  @Test("Draw, stops and engagement of made-up trips are exact")
  func exact() {
    var trips = (0..<60).map { _ in Hall.trip([0, 1], seconds: 40) }
    trips += (0..<40).map { _ in Hall.trip([0, 0], seconds: 4) }
    trips += (0..<100).map { _ in Hall.trip([2], seconds: 7) }
    let measures = LayoutMeasures(Hall.tally(trips))
    let zone = measures.zones[0]
    #expect(measures.trips == 200 && zone.visitors == 100 && zone.visits == 140)
    #expect(zone.draw.value == 0.5)
    #expect(zone.stopRate.value == 60.0 / 140 && zone.engagement.value == 60.0 / 140)
    #expect(zone.engagedSeconds.value == 60.0 * 40 / 100)
    #expect(zone.dwell[.median].value == 4 && zone.dwell[.p75].value == 40)
    #expect(zone.draw.dayInterval == nil, "one day tells nothing about other days")
    #expect(measures.zones[2].isDead == false && zone.areaSquareMetres == 24)
  }

  @Test("Every visit is left once: moves sum up to visits and one entry for each trip")
  func moves() {
    var generator = SeededGenerator(seed: 3)
    let trips = Hall.shoppers(2000, days: 5, moves: Self.chain, using: &generator)
    let counts = LayoutMeasures(Hall.tally(trips)).moves.counts.map { $0.map { $0 ?? 0 } }
    let visits = trips.reduce(0) { $0 + $1.sequence.count }
    let walkers = trips.count { !$0.stays.isEmpty }
    #expect(counts.joined().reduce(0, +) == visits + walkers)
    #expect(counts[0].reduce(0, +) == walkers)
    #expect(counts.map { $0[3] }.reduce(0, +) == walkers)
    for zone in 0..<3 { #expect(counts[zone + 1].reduce(0, +) == counts.map { $0[zone] }.reduce(0, +)) }
  }

  @Test("The chain that made the trips lies in the intervals of its moves")
  func recovery() throws {
    var generator = SeededGenerator(seed: 11)
    var (inside, all) = (0, 0)
    for _ in 0..<12 {
      let trips = Hall.shoppers(3000, days: 30, moves: Self.chain, using: &generator)
      let moves = LayoutMeasures(Hall.tally(trips)).moves
      for row in 1...3 {
        for column in 0..<3 where column != row - 1 {
          let share = try #require(moves.shares[row][column])
          let interval = try #require(share.proportion?.interval)
          all += 1
          if interval.contains(Self.chain[row][column]) { inside += 1 }
        }
      }
    }
    // 72 intervals of 95 %: fewer than 62 inside is less likely than 1 in 1,000.
    #expect(inside >= 62, "\(inside) of \(all)")
  }

  @Test("Other names for zones change nothing but the order")
  func relabelling() {
    var generator = SeededGenerator(seed: 5)
    let trips = Hall.shoppers(600, days: 6, moves: Self.chain, using: &generator)
    let swap = [2, 0, 1]
    let other = trips.map { trip in
      var trip = trip
      for index in trip.stays.indices { trip.stays[index].zone = swap[trip.stays[index].zone] }
      return trip
    }
    var plan = Hall.plan
    plan.zones = [Hall.plan.zones[1], Hall.plan.zones[2], Hall.plan.zones[0]]
    let (a, b) = (LayoutMeasures(Hall.tally(trips)), LayoutMeasures(Hall.tally(other, plan: plan)))
    for zone in 0..<3 {
      #expect(a.zones[zone] == b.zones[swap[zone]])
      for next in 0..<3 {
        #expect(a.moves.counts[zone + 1][next] == b.moves.counts[swap[zone] + 1][swap[next]])
      }
    }
  }

  @Test("Twice as many days make intervals narrower by a root of two; each day twice over does not")
  func doubling() throws {
    var generator = SeededGenerator(seed: 8)
    // Good and bad days: the share of those who enter differs from day to day.
    let days = (0..<40).map { day -> [Trip] in
      let share = Double.random(in: 0.2...0.6, using: &generator)
      return (0..<60).map { Hall.trip(Double($0) < share * 60 ? [0] : [1], day: day) }
    }
    func width(_ trips: [Trip]) throws -> (share: Double?, days: Double, wilson: Double) {
      let draw = LayoutMeasures(Hall.tally(trips)).zones[0].draw
      let (days, wilson) = try (#require(draw.dayInterval), #require(draw.proportion?.interval))
      return (draw.value, days.upperBound - days.lowerBound, wilson.upperBound - wilson.lowerBound)
    }
    let all = days.flatMap { $0 }
    let once = try width(all)
    let twice = try width(all + all.map { Trip(day: $0.day + 40, stays: $0.stays) })
    let within = try width(all + all)
    #expect(twice.share == once.share && within.share == once.share)
    #expect(abs(once.days / twice.days - 2.0.squareRoot()) < 0.2, "\(once.days / twice.days)")
    #expect(abs(once.days / within.days - 1) < 1e-9)
    #expect(abs(once.wilson / within.wilson - 2.0.squareRoot()) < 0.01)
  }

  @Test("The interval of a median of many different stays is narrow, and holds it")
  func manyValues() throws {
    var generator = SeededGenerator(seed: 9)
    let trips = (0..<20_000).map { number in
      Hall.trip([0], day: number % 40, seconds: Double.random(in: 1...101, using: &generator))
    }
    let median = LayoutMeasures(Hall.tally(trips)).zones[0].dwell[.median]
    let (value, interval) = try (#require(median.value), #require(median.dayInterval))
    // The standard error of the median of n values of density 1/100 is 50 / √n.
    let width = 2 * 1.96 * 50 / 20_000.0.squareRoot()
    #expect(interval.contains(value) && interval.contains(51))
    #expect(abs(interval.upperBound - interval.lowerBound - width) < 0.4 * width, "\(interval)")
  }

  @Test("Common ways are told from ten people on")
  func sequences() {
    let trips =
      (0..<30).map { _ in Hall.trip([0, 1]) } + (0..<9).map { _ in Hall.trip([1, 0]) }
      + (0..<12).map { _ in Hall.trip([0, 1, 2, 0, 1, 2]) } + (0..<10).map { _ in Hall.trip([2]) }
    let sequences = LayoutMeasures(Hall.tally(trips)).sequences
    // The nine others would be the rest, so that the rarest goes with them.
    #expect(sequences.map(\.zones) == [[0, 1], [0, 1, 2, 0, 1]])
    #expect(sequences.map(\.isLonger) == [false, true] && sequences.map(\.count) == [30, 12])
  }

  @Test("A zone that nobody enters is dead, and nothing else is said of it")
  func neverVisited() {
    let zone = LayoutMeasures(Hall.tally((0..<50).map { _ in Hall.trip([0]) })).zones[2]
    #expect(zone.isNeverVisited && zone.isDead == true && zone.draw.value == 0)
    #expect(zone.stopRate.value == nil && zone.dwell.count == nil && zone.engagedSeconds.value == nil)
  }

  @Test("Broken trips count as visitors and not as ways")
  func fragments() {
    let trips = (0..<80).map { Hall.trip([0, 1], isWhole: $0 < 60) }
    let measures = LayoutMeasures(Hall.tally(trips))
    #expect(measures.wholeTrips.value == 0.75 && measures.zones[0].visitors == 80)
    #expect(measures.moves.counts[0][0] == 60 && measures.sequences.map(\.count) == [60])
  }

  @Test("No trip at all makes no number")
  func empty() {
    let measures = LayoutMeasures(TripTally(Hall.plan))
    #expect(measures.trips == 0 && measures.zones.allSatisfy { $0.draw.value == nil })
    #expect(measures.pairs.isEmpty && measures.sequences.isEmpty && measures.ways == nil)
    #expect(measures.moves.expectedVisits == nil)
  }

  static let chain = [[0.6, 0.2, 0.1], [0, 0.5, 0.2], [0.3, 0, 0.3], [0.25, 0.25, 0]]
}
