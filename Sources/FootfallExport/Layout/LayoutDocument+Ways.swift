internal import FootfallLayout

extension LayoutDocument {
  /// Moves of whole trips from place to place; a list of rows, the first of which is the entry.
  struct Moves: Codable, Hashable, Sendable {
    var from: [String]
    var to: [String]
    /// By row and column; null where withheld.
    var counts: [[Int?]]
    /// Of all moves from the same place; null where nobody went or it is withheld.
    var shares: [[Share?]]
    /// How often somebody in a zone enters each before leaving; null where a count is withheld.
    @Nullable var expectedVisits: [[Double]]?

    init(_ moves: MoveMeasures, zones: [String]) {
      from = ["(entry)"] + zones
      to = zones + ["(exit)"]
      counts = moves.counts
      shares = moves.shares.map { $0.map { $0.map { Share($0) } } }
      expectedVisits = moves.expectedVisits.map { rows in
        rows.map { $0.map { Fixed.rounded($0, decimals: 6) } }
      }
    }
  }

  /// A common way through the store.
  struct Sequence: Codable, Hashable, Sendable {
    var zones: [String]
    /// Whether the way went on to others.
    var isLonger: Bool
    var trips: Int
  }

  /// How far and which way people walked, over whole trips.
  struct Ways: Codable, Hashable, Sendable {
    var pathMetres: Distribution
    var travelDeviation: Distribution
    var orderDeviation: Distribution
    var depthMetres: Distribution
    var squaresCrossed: Distribution
    var zonesVisited: Distribution
    @Nullable var floorSquareMetres: Double?
    var clockwise: Share
    var counterclockwise: Share

    init(_ ways: WayMeasures) {
      pathMetres = Distribution(ways.pathMetres)
      travelDeviation = Distribution(ways.travelDeviation)
      orderDeviation = Distribution(ways.orderDeviation)
      depthMetres = Distribution(ways.depthMetres)
      squaresCrossed = Distribution(ways.squares)
      zonesVisited = Distribution(ways.zones)
      floorSquareMetres = ReportDocument.seconds(ways.floorSquareMetres)
      clockwise = Share(ways.clockwise)
      counterclockwise = Share(ways.counterclockwise)
    }
  }

  /// How crowded a square of the floor was, into which ten people came or more.
  struct Square: Codable, Hashable, Sendable {
    /// The id of the view that shows it.
    var view: String
    /// The middle, in metres.
    var x: Double
    var y: Double
    var entries: Int
    var personSeconds: Double
    /// The most people by square metre within ten seconds.
    var peakPerSquareMetre: Double
    /// The most people who came into it within a minute, by metre of its width.
    var peakPerMetreMinute: Double
    /// Fruin's level of service at that flow.
    var flowLevel: String
    /// The time with somebody in it at each of Fruin's levels of service, in seconds.
    var levelSeconds: [String: Double]

    init(_ crowded: LayoutReport.CrowdedSquare) {
      let (square, measure) = (crowded.square, crowded.measure)
      view = crowded.view
      x = (Double(square.column) + 0.5) * DensityMeter.squareMetres
      y = (Double(square.row) + 0.5) * DensityMeter.squareMetres
      entries = measure.entries
      personSeconds = ReportDocument.thousandths(measure.personSeconds)
      peakPerSquareMetre = ReportDocument.thousandths(measure.peak)
      peakPerMetreMinute = measure.peakFlow
      flowLevel = ServiceLevel(peopleByMetreAndMinute: measure.peakFlow).rawValue
      levelSeconds = Dictionary(uniqueKeysWithValues: measure.seconds.map { ($0.key.rawValue, $0.value) })
    }
  }
}
