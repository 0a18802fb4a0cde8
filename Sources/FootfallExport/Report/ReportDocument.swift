internal import Foundation

/// The content of `report.json`, schema `footfall.report/1`.
///
/// Everything but ``performance`` depends on the recordings and the configuration alone: two runs write the same
/// bytes. Seconds are rounded to milliseconds, rates and shares to six decimals. A value that is not known is
/// `null`, and no key is ever left out but `interval`, which only an audit gives.
public struct ReportDocument: Codable, Hashable, Sendable {
  /// The name and version of this form.
  public static let schemaName = "footfall.report/1"
  /// The version of the definitions of all metrics.
  public static let currentMetricVersion = 1

  /// The program that wrote a document.
  public struct Generator: Codable, Hashable, Sendable {
    /// The program's name.
    public var name: String
    /// The program's version.
    public var version: String
  }

  /// ``schemaName``.
  public var schema: String
  /// The version of the definitions of all metrics.
  public var metricVersion: Int
  /// What wrote the document.
  public var generator: Generator
  /// The id of the store.
  public var store: String
  /// The IANA name of the store's time zone.
  public var timeZone: String
  /// The cameras, in the order of the scene.
  public var cameras: [Camera]
  /// The floor plan of all cameras together; null for fewer than two cameras with a map of the floor.
  @Nullable public var floor: StoreFloor?
  /// How the run went; differs from run to run.
  public var performance: Performance

  /// Writes down what a run has found out.
  public init(_ report: AnalysisReport) {
    schema = ReportDocument.schemaName
    metricVersion = ReportDocument.currentMetricVersion
    generator = Generator(name: "footfall", version: report.generatorVersion)
    store = report.store
    timeZone = report.timeZone
    cameras = report.cameras.map { Camera($0) }
    floor = report.storePlan.map { StoreFloor($0) }
    performance = report.performance
  }

  /// The document as JSON in UTF-8, keys sorted, with a line feed at the end.
  public func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }
}
