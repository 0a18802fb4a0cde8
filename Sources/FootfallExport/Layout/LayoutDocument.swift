internal import FootfallCore
internal import FootfallLayout
internal import Foundation

/// The content of `layout.json`, schema `footfall.layout/1`.
///
/// Shares are rounded to six decimals, seconds and metres to three. What is withheld because it tells of fewer than ten
/// people, and what is not known, is `null`; no key is ever left out.
public struct LayoutDocument: Codable, Hashable, Sendable {
  /// The name and version of this form.
  public static let schemaName = "footfall.layout/1"

  /// The days that were measured.
  struct Period: Codable, Hashable, Sendable {
    /// `2026-03-02`; null without any.
    @Nullable var first: String?
    @Nullable var last: String?
    var days: Int
  }

  /// What shows a part of the store.
  struct View: Codable, Hashable, Sendable {
    var id: String
    /// `metres` or `pixels`.
    var unit: String
    /// Which way y grows as the plan is drawn.
    var yAxis: String
    @Nullable var outline: [[Double]]?
  }

  var schema: String
  var metricVersion: Int
  var generator: ReportDocument.Generator
  /// The id of the store.
  public internal(set) var store: String
  var timeZone: String
  var source: String
  var period: Period
  var warnings: [String]
  /// Counts below it are withheld.
  var leastCount: Int
  var stopSeconds: Double
  var deadShare: Double
  @Nullable var trips: Int?
  var wholeTrips: Share
  @Nullable var deadAreaShare: Double?
  /// Of all positions, off the floor; null where its outline or positions on it are not known.
  @Nullable var outsideShare: Double?
  var views: [View]
  var zones: [Zone]
  var moves: Moves
  var sequences: [Sequence]
  @Nullable var ways: Ways?
  var pairs: [Pair]
  var scenes: [Scene]
  @Nullable var sales: Sales?
  @Nullable var crowding: [Square]?

  /// Writes down what was measured.
  public init(_ report: LayoutReport) {
    let measures = report.measures
    let ids = measures.plan.zones.map(\.id)
    schema = Self.schemaName
    metricVersion = ReportDocument.currentMetricVersion
    generator = ReportDocument.Generator(name: "footfall", version: report.generatorVersion)
    store = report.store
    timeZone = report.timeZone
    source = report.source.rawValue
    period = Period(
      first: measures.days.first.map(ClockText.date), last: measures.days.last.map(ClockText.date),
      days: measures.days.count)
    warnings = report.warnings.map { $0.text(.english) }
    leastCount = Disclosure.leastCount
    stopSeconds = measures.parameters.stopSeconds
    deadShare = measures.parameters.deadShare
    trips = measures.trips
    wholeTrips = Share(measures.wholeTrips)
    deadAreaShare = ReportDocument.share(measures.deadAreaShare)
    outsideShare = ReportDocument.share(measures.outsideShare)
    views = measures.plan.views.map { view in
      View(
        id: view.id, unit: view.isMetric ? "metres" : "pixels", yAxis: view.isDownward ? "down" : "up",
        outline: view.outline.map(Self.corners))
    }
    zones = ids.indices.map { Zone($0, measures) }
    moves = Moves(measures.moves, zones: ids)
    sequences = measures.sequences.map { sequence in
      Sequence(zones: sequence.zones.map { ids[$0] }, isLonger: sequence.isLonger, trips: sequence.count)
    }
    ways = measures.ways.map { Ways($0) }
    pairs = measures.pairs.map { Pair($0, zones: ids) }
    scenes = measures.scenes.indices.map { Scene($0, measures) }
    sales = measures.sales.map { Sales($0) }
    crowding = report.crowding.map { $0.map(Square.init) }
  }

  /// Reads the JSON text of a document.
  /// - Throws: where it is no JSON, of another schema, or a member is missing or of another type.
  public init(_ bytes: [UInt8]) throws(DocumentError) {
    self = try DocumentError.decode(LayoutDocument.self, from: bytes, schema: Self.schemaName)
    guard schema == Self.schemaName else {
      throw DocumentError("/schema", "is '\(schema)'; allowed: \(Self.schemaName)")
    }
  }

  /// The document as JSON in UTF-8, keys sorted, with a line feed at the end.
  public func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }

  static func corners(_ polygon: Polygon) -> [[Double]] {
    polygon.vertices.map { [ReportDocument.thousandths($0.x), ReportDocument.thousandths($0.y)] }
  }
}
