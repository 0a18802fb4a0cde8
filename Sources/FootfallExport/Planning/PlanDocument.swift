internal import Foundation

/// The content of `footfall.staffing-plan/1`: a shift plan with the demand it covers and how good it is.
///
/// footfall writes every member it knows of; a plan made by hand needs `schema`, `location`, `period`,
/// `intervalMinutes` and `shifts` alone, and of a shift `role`, `start` and `end`.
public struct PlanDocument: Decodable, Sendable {
  /// The name and version of this form.
  public static let schemaName = "footfall.staffing-plan/1"

  var schema: String
  var generatedAt: String?
  var generator: ReportDocument.Generator?
  var location: Location
  var period: Period
  var intervalMinutes: Int
  var volumeForecast: [Volume]?
  var requirements: [Requirement]?
  var shifts: [PlannedShift]
  var coverage: [Coverage]?
  var extraPersons: [Extra]?
  var employees: [Person]?
  var solution: Solution?
  var assumptions: [Assumption]?

  /// Reads the JSON text of a document; what it says is checked by ``horizon(firstWeekday:)`` and the others.
  /// - Throws: where it is no JSON, a member is missing or of another type, or a shift has one that shifts have not.
  public init(_ bytes: [UInt8]) throws(DocumentError) {
    self = try DocumentError.decode(PlanDocument.self, from: bytes, schema: Self.schemaName)
    try Self.checkShifts(bytes)
  }

  /// Refuses what shifts do not have: a misspelt `employee` would make an open shift.
  private static func checkShifts(_ bytes: [UInt8]) throws(DocumentError) {
    let content = (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any]
    let known = PlannedShift.CodingKeys.allCases.map(\.rawValue)
    for (index, shift) in (content?["shifts"] as? [[String: Any]] ?? []).enumerated() {
      if let other = shift.keys.sorted().first(where: { !known.contains($0) }) {
        throw DocumentError(
          "/shifts/\(index)/\(other)", "is unknown; allowed: \(known.joined(separator: ", "))")
      }
    }
  }

  /// The document as JSON in UTF-8, a line for each shift, interval and employee, with a line feed at the end.
  public func encoded() throws -> [UInt8] {
    var writer = DocumentWriter()
    try writer.add("schema", schema)
    try writer.add("generatedAt", generatedAt)
    try writer.add("generator", generator)
    try writer.add("location", location)
    try writer.add("period", period)
    try writer.add("intervalMinutes", intervalMinutes)
    try writer.add("volumeForecast", rows: volumeForecast)
    try writer.add("requirements", rows: requirements)
    try writer.add("shifts", rows: shifts)
    try writer.add("coverage", rows: coverage)
    try writer.add("extraPersons", rows: extraPersons)
    try writer.add("employees", rows: employees)
    try writer.add("solution", solution)
    try writer.add("assumptions", rows: assumptions)
    return writer.finished()
  }
}

/// Writes the members of a JSON object in the order in which they are added, and lists a row a line.
private struct DocumentWriter {
  private var bytes = [UInt8]("{".utf8)
  private let encoder: JSONEncoder

  init() {
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// Adds a member; nil is left out.
  mutating func add(_ key: String, _ value: (some Encodable)?) throws {
    guard let value else { return }
    begin(key)
    bytes += try encoder.encode(value)
  }

  /// Adds a list; nil is left out.
  mutating func add(_ key: String, rows: [some Encodable]?) throws {
    guard let rows else { return }
    begin(key)
    bytes += "[".utf8
    for (index, row) in rows.enumerated() {
      bytes += (index == 0 ? "\n    " : ",\n    ").utf8
      bytes += try encoder.encode(row)
    }
    bytes += (rows.isEmpty ? "]" : "\n  ]").utf8
  }

  func finished() -> [UInt8] { bytes + "\n}\n".utf8 }

  private mutating func begin(_ key: String) {
    bytes += (bytes.count == 1 ? "\n  \"" : ",\n  \"").utf8
    bytes += (key + "\": ").utf8
  }
}
