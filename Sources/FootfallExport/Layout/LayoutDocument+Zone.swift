internal import FootfallAnalytics
internal import FootfallCore
internal import FootfallLayout

extension LayoutDocument {
  /// What a zone does with visitors.
  struct Zone: Codable, Hashable, Sendable {
    struct Part: Codable, Hashable, Sendable {
      var view: String
      var polygon: [[Double]]
    }

    struct Place: Codable, Hashable, Sendable {
      var connectivity: Int
      @Nullable var meanDepth: Double?
      @Nullable var integration: Double?
      @Nullable var betweenness: Double?
    }

    struct Sold: Codable, Hashable, Sendable {
      var lines: Int
      var amount: Double
      var linesPerVisitor: Ratio
      var amountPerVisitor: Ratio
      var amountPerEngagedMinute: Ratio
    }

    var id: String
    var kind: String
    var engagedSeconds: Double
    var parts: [Part]
    @Nullable var areaSquareMetres: Double?
    @Nullable var visitors: Int?
    var draw: Share
    @Nullable var visits: Int?
    var stopRate: Share
    @Nullable var passByRate: Double?
    var engagement: Share
    var engagedSecondsPerVisitor: Ratio
    var dwellSeconds: Distribution
    @Nullable var visitorsPerSquareMetreHour: Ratio?
    @Nullable var personSecondsPerSquareMetreHour: Ratio?
    @Nullable var isDead: Bool?
    var centrality: Place
    @Nullable var sales: Sold?
    /// Why nothing is told; null where something is.
    @Nullable var reason: String?

    init(_ index: Int, _ measures: LayoutMeasures) {
      let (zone, measure) = (measures.plan.zones[index], measures.zones[index])
      id = zone.id
      kind = zone.kind.rawValue
      engagedSeconds = zone.engagedSeconds
      parts = zone.parts.map {
        Part(view: measures.plan.views[$0.view].id, polygon: LayoutDocument.corners($0.polygon))
      }
      areaSquareMetres = ReportDocument.seconds(measure.areaSquareMetres)
      visitors = measure.visitors
      draw = Share(measure.draw)
      visits = measure.visits
      stopRate = Share(measure.stopRate)
      passByRate = measure.stopRate.proportion.flatMap { stops in
        stops.value.map { Fixed.rounded(1 - $0, decimals: 6) }
      }
      engagement = Share(measure.engagement)
      engagedSecondsPerVisitor = Ratio(measure.engagedSeconds)
      dwellSeconds = Distribution(measure.dwell)
      visitorsPerSquareMetreHour = measure.visitorsPerSquareMetreHour.map { Ratio($0) }
      personSecondsPerSquareMetreHour = measure.density.map { Ratio($0) }
      isDead = measure.isDead
      centrality = Place(measures.moves.centralities[index])
      sales = measures.sales.map { Sold($0.zones[index]) }
      reason = Self.reason(measure)
    }

    private static func reason(_ zone: ZoneMeasures) -> String? {
      if zone.isNeverVisited { return "never visited" }
      return zone.visitors == nil ? "fewer than \(Disclosure.leastCount) visitors, or others" : nil
    }
  }
}

extension LayoutDocument.Zone.Place {
  fileprivate init(_ centrality: ZoneGraph.Centrality) {
    connectivity = centrality.connectivity
    meanDepth = ReportDocument.share(centrality.meanDepth)
    integration = ReportDocument.share(centrality.integration)
    betweenness = ReportDocument.share(centrality.betweenness)
  }
}

extension LayoutDocument.Zone.Sold {
  fileprivate init(_ zone: SalesMeasures.Zone) {
    lines = zone.lines
    amount = Fixed.rounded(zone.amount, decimals: 2)
    linesPerVisitor = LayoutDocument.Ratio(zone.conversion)
    amountPerVisitor = LayoutDocument.Ratio(zone.perVisitor)
    amountPerEngagedMinute = LayoutDocument.Ratio(zone.perEngagedMinute)
  }
}
