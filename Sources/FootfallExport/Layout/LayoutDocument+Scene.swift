internal import FootfallLayout

extension LayoutDocument {
  /// How visitors of two zones go together.
  struct Pair: Codable, Hashable, Sendable {
    var first: String
    var second: String
    var both: Int
    var firstOnly: Int
    var secondOnly: Int
    var neither: Int
    var support: Share
    /// Of those in the first, the share also in the second.
    var confidence: Share
    var reverseConfidence: Share
    var firstBeforeSecond: Share
    @Nullable var lift: Double?
    @Nullable var liftLow: Double?
    @Nullable var liftHigh: Double?
    @Nullable var oddsRatio: Double?
    var oddsRatioLow: Double
    var oddsRatioHigh: Double
    /// Fisher's exact test, two-sided.
    var pValue: Double
    /// Adjusted for all pairs (Benjamini and Hochberg).
    var qValue: Double

    init(_ pair: PairMeasures, zones: [String]) {
      let table = pair.table
      first = zones[pair.first]
      second = zones[pair.second]
      both = table.both
      firstOnly = table.firstOnly
      secondOnly = table.secondOnly
      neither = table.neither
      support = Share(pair.support)
      confidence = Share(pair.confidence)
      reverseConfidence = Share(pair.reverseConfidence)
      firstBeforeSecond = Share(pair.firstBeforeSecond)
      lift = ReportDocument.share(table.lift)
      liftLow = ReportDocument.share(table.liftInterval?.lowerBound)
      liftHigh = ReportDocument.share(table.liftInterval?.upperBound)
      oddsRatio = ReportDocument.share(table.oddsRatio)
      let odds = table.oddsRatioInterval
      oddsRatioLow = Fixed.rounded(odds.lowerBound, decimals: 6)
      oddsRatioHigh = Fixed.rounded(min(odds.upperBound, 1e9), decimals: 6)
      pValue = table.fisherPValue
      qValue = pair.qValue
    }
  }

  /// Whether visitors meet the zones of a scene together.
  struct Scene: Codable, Hashable, Sendable {
    /// Visitors of so many of its zones or more.
    struct Completeness: Codable, Hashable, Sendable {
      var zones: Int
      @Nullable var share: Share?
    }

    struct Attach: Codable, Hashable, Sendable {
      var zone: String
      var rate: Share
    }

    var id: String
    var zones: [String]
    var draw: Share
    var completeness: [Completeness]
    var stopRate: Share
    /// Pairs within the scene with more than chance, at a false discovery rate of 5 %.
    var associatedPairs: Int
    /// Pairs within the scene that could be tested.
    var testedPairs: Int
    @Nullable var basketRate: Share?
    @Nullable var attachRates: [Attach]?

    init(_ index: Int, _ measures: LayoutMeasures) {
      let (scene, measure) = (measures.plan.scenes[index], measures.scenes[index])
      let ids = scene.zones.map { measures.plan.zones[$0].id }
      id = scene.id
      zones = ids
      draw = Share(measure.draw)
      completeness = measure.completeness.enumerated().map {
        Completeness(zones: $0 + 1, share: $1.map { Share($0) })
      }
      stopRate = Share(measure.stopRate)
      associatedPairs = measure.pairs.count { $0.isAssociated && ($0.table.lift ?? 0) > 1 }
      testedPairs = measure.pairs.count
      basketRate = measure.baskets.map { Share($0.basketRate) }
      attachRates = measure.baskets.map { baskets in
        zip(ids, baskets.attachRates).map { Attach(zone: $0, rate: Share($1)) }
      }
    }
  }

  /// How sales and visits go together.
  struct Sales: Codable, Hashable, Sendable {
    var daysWithoutSales: Int
    var daysWithoutTrips: Int
    @Nullable var basketCorrelation: Double?

    init(_ sales: SalesMeasures) {
      daysWithoutSales = sales.daysWithoutSales
      daysWithoutTrips = sales.daysWithoutTrips
      basketCorrelation = ReportDocument.share(sales.basketCorrelation)
    }
  }
}
