internal import Foundation

/// The content of `footfall.requirements/1`: how many people of each role every interval needs.
///
/// ```swift
/// let table = try RequirementDocument(bytes).table()
/// ```
public struct RequirementDocument: Codable, Sendable {
  /// The name and version of this form.
  public static let schemaName = "footfall.requirements/1"

  var header: Header
  var requirements: [Row]

  /// What stands before the rows; `powerHours` only where they were asked for.
  struct Header: Codable, Sendable {
    var schema: String
    var timeZone: String
    var intervalMinutes: Int
    var businessDayStart: String
    var level: String
    var roles: [String]
    var powerHours: Power?
  }

  struct Power: Codable, Hashable, Sendable {
    var share: Double
    var hours: [Hour]

    struct Hour: Codable, Hashable, Sendable {
      var weekday: Int
      var hour: Int
      var share: Double
    }
  }

  /// One requirement; `scheduled` and `gap` only beside a roster.
  struct Row: Codable, Sendable {
    var start: String
    var end: String
    var businessDay: String
    var minute: Int
    var role: String
    var required: Int
    var minimum: Int
    var scheduled: Double?
    var gap: Double?
    var basis: Basis
  }

  private enum Keys: String, CodingKey { case requirements }

  /// Reads a document.
  public init(from decoder: any Decoder) throws {
    header = try Header(from: decoder)
    requirements = try decoder.container(keyedBy: Keys.self).decode([Row].self, forKey: .requirements)
  }

  /// Writes the document.
  public func encode(to encoder: any Encoder) throws {
    try header.encode(to: encoder)
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(requirements, forKey: .requirements)
  }

  /// Reads the JSON text of a document; what it says is checked by ``table()``.
  /// - Throws: where it is no JSON, or a member is missing or of another type.
  public init(_ bytes: [UInt8]) throws(DocumentError) {
    self = try DocumentError.decode(RequirementDocument.self, from: bytes, schema: Self.schemaName)
  }

  /// The document as JSON in UTF-8, keys sorted, a requirement a line, with a line feed at the end.
  public func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    var bytes = [UInt8](try encoder.encode(header).dropLast("\n}".utf8.count))
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    bytes += ",\n  \"requirements\" : [".utf8
    for (index, row) in requirements.enumerated() {
      bytes += (index == 0 ? "\n    " : ",\n    ").utf8
      bytes += try encoder.encode(row)
    }
    bytes += (requirements.isEmpty ? "]\n}\n" : "\n  ]\n}\n").utf8
    return bytes
  }
}
