public import FootfallLayout

/// What is known of a store's layout, for the document, the tables and the page.
public struct LayoutReport: Sendable {
  /// Where the trips come from.
  public enum Source: String, Hashable, Sendable {
    /// A file of tracks in metres.
    case tracks
    /// A database of visits.
    case database
  }

  /// The id of the store.
  public var store: String
  /// The IANA name of the store's time zone.
  public var timeZone: String
  /// The version of the program.
  public var generatorVersion: String
  /// Where the trips come from.
  public var source: Source
  /// What was measured.
  public var measures: LayoutMeasures
  /// How crowded the floor was; nil where positions are not known.
  public var density: DensityMeter?

  /// Creates a report.
  public init(
    store: String, timeZone: String, generatorVersion: String, source: Source, measures: LayoutMeasures,
    density: DensityMeter?
  ) {
    self.store = store
    self.timeZone = timeZone
    self.generatorVersion = generatorVersion
    self.source = source
    self.measures = measures
    self.density = density
  }

  /// What a reader should know before the numbers.
  public var warnings: [LayoutWarning] {
    var warnings: [LayoutWarning] = []
    if measures.days.count < measures.parameters.fewestDays {
      warnings.append(.fewDays(measures.days.count, fewest: measures.parameters.fewestDays))
    }
    for (zone, measure) in zip(measures.plan.zones, measures.zones) where measure.isNeverVisited {
      warnings.append(.neverVisited(zone.id))
    }
    if let sales = measures.sales {
      for (zone, sold) in zip(measures.plan.zones, sales.zones) where (sold.conversion.value ?? 0) > 1 {
        warnings.append(.moreSalesThanVisitors(zone.id))
      }
    }
    if density != nil, density?.measures == nil { warnings.append(.unknownCrowding) }
    return warnings
  }
}
