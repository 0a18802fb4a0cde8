import FootfallAnalytics
import FootfallTestSupport
import Testing

@testable import FootfallLayout

@Suite("Scenes")
struct SceneTests {
  @Test("A pair of 40, 60, 30 and 170 has the published lift and test")
  func pair() throws {
    let trips =
      (0..<40).map { _ in Hall.trip([0, 1]) } + (0..<60).map { _ in Hall.trip([0]) }
      + (0..<30).map { _ in Hall.trip([1]) } + (0..<170).map { _ in Hall.trip([]) }
    let measures = LayoutMeasures(Hall.tally(trips))
    let pair = try #require(measures.pairs.first)
    #expect(measures.pairs.count == 1 && pair.first == 0 && pair.second == 1)
    let (lift, odds) = try (#require(pair.table.lift), #require(pair.table.oddsRatio))
    #expect(abs(lift - 1.7142857) < 5e-8 && abs(odds - 3.7777778) < 5e-8)
    #expect(abs(pair.qValue - 2.737658e-06) < 5e-13 && pair.isAssociated)
    #expect(pair.confidence.value == 0.4 && pair.firstBeforeSecond.proportion?.numerator == 40)
    let scene = measures.scenes[0]
    #expect(scene.pairs == measures.pairs && scene.draw.proportion?.numerator == 130)
    #expect(scene.completeness.map { $0?.proportion?.numerator } == [130, 40])
    #expect(scene.stopRate.value == 1 && scene.baskets == nil)
  }

  @Test("A planted pair is found, and among pairs without any hardly one is")
  func planted() {
    var generator = SeededGenerator(seed: 17)
    var (found, invented) = (0, 0)
    for _ in 0..<100 {
      let trips = (0..<400).map { _ -> Trip in
        let bread = Double.random(in: 0..<1, using: &generator) < 0.4
        let milk = Double.random(in: 0..<1, using: &generator) < (bread ? 0.6 : 0.3)
        let wine = Double.random(in: 0..<1, using: &generator) < 0.4
        return Hall.trip([bread ? 0 : nil, milk ? 1 : nil, wine ? 2 : nil].compactMap { $0 })
      }
      for pair in LayoutMeasures(Hall.tally(trips)).pairs where pair.isAssociated {
        if pair.second == 1 { found += 1 } else { invented += 1 }
      }
    }
    // A false discovery rate of 5 % is at most 5 false ones for each 95; 18 are less likely than 1 in 1,000.
    #expect(found >= 98 && invented < 18, "\(found) \(invented)")
  }

  @Test("A rare pair is withheld")
  func rare() {
    let trips =
      (0..<9).map { _ in Hall.trip([0, 1]) } + (0..<60).map { _ in Hall.trip([0]) }
      + (0..<30).map { _ in Hall.trip([1]) }
    let measures = LayoutMeasures(Hall.tally(trips))
    #expect(measures.pairs.isEmpty && measures.scenes[0].completeness[1] == nil)
  }

  @Test("Sales are divided by the visitors of the same days, and baskets counted from receipts")
  func sales() throws {
    var trips = (0..<100).map { Hall.trip([0, 1], day: $0 % 2, seconds: 30) }
    trips += (0..<50).map { _ in Hall.trip([0], day: 2, seconds: 30) }
    var ledger = SalesLedger(zones: 3)
    for receipt in 0..<40 {
      ledger.add(Sale(zone: 0, day: receipt % 2, units: 1, amount: 5, receipt: receipt))
      if receipt < 20 { ledger.add(Sale(zone: 1, day: receipt % 2, units: 2, amount: 3, receipt: receipt)) }
    }
    ledger.add(Sale(zone: 1, day: 9, units: 1, amount: 1000, receipt: 99))
    let measures = LayoutMeasures(Hall.tally(trips), sales: ledger)
    let sales = try #require(measures.sales)
    #expect(sales.daysWithoutSales == 1 && sales.daysWithoutTrips == 1)
    #expect(sales.zones[0].conversion.value == 0.4 && sales.zones[0].perVisitor.value == 2)
    #expect(sales.zones[0].perEngagedMinute.value == 4 && sales.zones[1].amount == 60)
    let baskets = try #require(measures.scenes[0].baskets)
    #expect(baskets.attachRates[0].value == 0.5)
    #expect(baskets.basketRate.proportion?.numerator == 20)
    #expect(sales.zones[2].conversion.value == nil)
  }
}
