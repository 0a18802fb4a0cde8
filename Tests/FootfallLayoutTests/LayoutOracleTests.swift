import FootfallAnalytics
import FootfallCore
import Testing

@testable import FootfallLayout

@Suite("Measures against other programs")
struct LayoutOracleTests {
  @Test("A draw of 45 in 300 has Wilson's interval as statsmodels has it")
  func wilson() throws {
    let trips = (0..<300).map { Hall.trip($0 < 45 ? [0] : [1]) }
    let draw = LayoutMeasures(Hall.tally(trips)).zones[0].draw
    let interval = try #require(draw.proportion?.interval)
    #expect(draw.value == 0.15)
    #expect(abs(interval.lowerBound - LayoutOracle.wilson[0]) < 1e-12)
    #expect(abs(interval.upperBound - LayoutOracle.wilson[1]) < 1e-12)
    #expect(abs(interval.lowerBound - 0.1140325) < 5e-8 && abs(interval.upperBound - 0.1948176) < 5e-8)
  }

  @Test("Dwell with cut visits falls as the survival curve of statsmodels")
  func survival() {
    let cases: [(Double, Bool)] = [(5, false), (6, true), (6, false), (8, false), (10, true), (12, false)]
    let estimate = KaplanMeier(cases.map { (seconds: $0.0, isCensored: $0.1) })
    #expect(estimate.steps.map(\.seconds) == LayoutOracle.survivalTimes)
    for (step, value) in zip(estimate.steps, LayoutOracle.survival) {
      #expect(abs(step.survival - value) < 1e-12)
    }
  }

  @Test("Expected visits are the inverse that numpy makes")
  func chain() throws {
    let visits = try #require(AbsorbingChain.expectedVisits(LayoutOracle.moves))
    for (row, known) in zip(visits, LayoutOracle.visits) {
      for (value, expected) in zip(row, known) { #expect(abs(value - expected) < 1e-12) }
    }
    #expect(AbsorbingChain.expectedVisits([[0, 1], [1, 0]]) == nil, "nobody would ever leave")
  }

  @Test("Centralities of zones are those of networkx")
  func graph() throws {
    let edges = [(0, 1), (1, 2), (2, 3), (3, 0), (3, 4), (4, 5), (1, 5), (5, 6)]
    let centralities = ZoneGraph(zones: 7, edges: edges).centralities
    for (zone, centrality) in centralities.enumerated() {
      let (between, depth) = try (#require(centrality.betweenness), #require(centrality.meanDepth))
      #expect(abs(between - LayoutOracle.betweenness[zone]) < 1e-12)
      #expect(abs(depth - LayoutOracle.depths[zone]) < 1e-12)
      let integration = try #require(centrality.integration)
      #expect(abs(integration - 5 / (2 * (depth - 1))) < 1e-12)
    }
    #expect(centralities.map(\.connectivity) == [2, 3, 2, 3, 2, 3, 1])
    let apart = ZoneGraph(zones: 3, edges: [(0, 1)]).centralities
    #expect(apart.allSatisfy { $0.meanDepth == nil && $0.integration == nil })
  }

  @Test("Correlation of ranks, with ties, is scipy's")
  func correlation() throws {
    let value = try #require(RankCorrelation.spearman(LayoutOracle.first, LayoutOracle.second))
    #expect(abs(value - LayoutOracle.correlation) < 1e-12)
    #expect(RankCorrelation.spearman([1, 2], [1, 2]) == nil)
    #expect(RankCorrelation.spearman([1, 1, 1], [1, 2, 3]) == nil)
  }

  @Test("The shortest tour is the shortest of all orders")
  func tour() throws {
    let points = LayoutOracle.places.map { Point($0[0], $0[1]) }
    let stops = Array(points[1...7])
    let shortest = try #require(ShortestTour.shortest(from: points[0], through: stops, to: points[8]))
    #expect(abs(shortest - LayoutOracle.tour) < 1e-9)
    #expect(
      abs(ShortestTour.length(from: points[0], through: stops, to: points[8]) - LayoutOracle.inOrder) < 1e-9)
    #expect(ShortestTour.shortest(from: points[0], through: stops + stops, to: points[8]) == nil)
  }

  @Test("Intervals over days are those of scipy's bootstrap, but for the draws")
  func bootstrap() throws {
    var tally = TripTally(Hall.plan)
    for (day, stays) in LayoutOracle.stays.enumerated() {
      for seconds in stays { tally.add(Hall.trip([0], day: day, seconds: seconds)) }
    }
    let zone = LayoutMeasures(tally).zones[0]
    let (median, share) = try (
      #require(zone.dwell[.median].dayInterval), #require(zone.engagement.dayInterval)
    )
    // A thousand draws place the ends to a tenth of the interval's width.
    expectNear(median, LayoutOracle.medianInterval, share: 0.15)
    expectNear(share, LayoutOracle.engagedInterval, share: 0.15)
  }

  private func expectNear(_ interval: ClosedRange<Double>, _ known: [Double], share: Double) {
    let width = share * (known[1] - known[0])
    #expect(abs(interval.lowerBound - known[0]) < width, "\(interval) \(known)")
    #expect(abs(interval.upperBound - known[1]) < width, "\(interval) \(known)")
  }
}
