public import FootfallLayout

/// What is known of a store's layout, for the document, the tables and the page.
public struct LayoutReport: Sendable {
  /// A smaller share of positions off the floor is feet beside a wall.
  private static let tellingShareOutside = 0.01

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
  /// How crowded the floor of each view was, by its number; empty where positions are not known.
  public var densities: [Int: DensityMeter]
  /// Comparisons of layouts, for the page.
  public var comparisons: [ComparisonDocument] = []
  /// Placements to be tested, for the page; their zones are among those of the plan.
  public var suggestion: SuggestionDocument?
  /// Whether the store is made up.
  public var isSimulated = false

  /// Creates a report.
  public init(
    store: String, timeZone: String, generatorVersion: String, source: Source, measures: LayoutMeasures,
    densities: [Int: DensityMeter] = [:]
  ) {
    self.store = store
    self.timeZone = timeZone
    self.generatorVersion = generatorVersion
    self.source = source
    self.measures = measures
    self.densities = densities
  }

  /// A square of floor into which ten people came or more.
  struct CrowdedSquare {
    var view: String
    var square: DensityMeter.Square
    var measure: DensityMeter.Measure
  }

  /// How crowded the floor was, by view, row and column; nil where that is not known.
  var crowding: [CrowdedSquare]? {
    guard !densities.isEmpty else { return nil }
    var squares: [CrowdedSquare] = []
    for (view, density) in densities.sorted(by: { $0.key < $1.key }) {
      guard let known = density.measures else { return nil }
      squares += known.filter { $0.value.visitors >= Disclosure.leastCount }
        .sorted { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }
        .map { CrowdedSquare(view: measures.plan.views[view].id, square: $0.key, measure: $0.value) }
    }
    return squares
  }

  /// What a reader should know before the numbers.
  public var warnings: [LayoutWarning] {
    var warnings: [LayoutWarning] = isSimulated ? [.simulated] : []
    if measures.days.count < measures.parameters.fewestDays {
      warnings.append(.fewDays(measures.days.count, fewest: measures.parameters.fewestDays))
    }
    for (zone, measure) in zip(measures.plan.zones, measures.zones) where measure.isNeverVisited {
      warnings.append(.neverVisited(zone.id))
    }
    if let share = measures.outsideShare, share >= Self.tellingShareOutside {
      warnings.append(.offTheFloor(share))
    }
    if let sales = measures.sales {
      for (zone, sold) in zip(measures.plan.zones, sales.zones) where (sold.conversion.value ?? 0) > 1 {
        warnings.append(.moreSalesThanVisitors(zone.id))
      }
    }
    if !densities.isEmpty, crowding == nil { warnings.append(.unknownCrowding) }
    return warnings
  }
}
