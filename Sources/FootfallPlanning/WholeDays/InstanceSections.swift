/// The rows of an instance's text, by section.
struct InstanceSections {
  /// The sections, each with its rows, none of which is a comment.
  enum Name: String, CaseIterable {
    case horizon = "SECTION_HORIZON"
    case shifts = "SECTION_SHIFTS"
    case staff = "SECTION_STAFF"
    case daysOff = "SECTION_DAYS_OFF"
    case wanted = "SECTION_SHIFT_ON_REQUESTS"
    case unwanted = "SECTION_SHIFT_OFF_REQUESTS"
    case cover = "SECTION_COVER"
  }

  private(set) var lastLine = 0
  private var rows: [Name: [InstanceRow]] = [:]

  /// Splits a text.
  /// - Throws: for a row before the first section, and for a section that is unknown, repeated or missing.
  init(_ text: [UInt8]) throws(InstanceError) {
    var current: Name?
    for line in String(decoding: text, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    {
      lastLine += 1
      let content = Self.trimmed(line)
      if content.isEmpty || content.hasPrefix("#") { continue }
      if content.hasPrefix("SECTION_") {
        current = try section(content)
        continue
      }
      guard let current else {
        throw InstanceError(line: lastLine, "the first row", is: content, allowed: Name.horizon.rawValue)
      }
      let fields = content.split(separator: ",", omittingEmptySubsequences: false).map(Self.trimmed)
      rows[current, default: []].append(InstanceRow(line: lastLine, fields: fields))
    }
    for name in Name.allCases where rows[name] == nil {
      throw InstanceError(line: lastLine, "the section \(name.rawValue) is missing")
    }
  }

  /// The rows of a section.
  subscript(name: Name) -> [InstanceRow] { rows[name] ?? [] }

  private mutating func section(_ text: String) throws(InstanceError) -> Name {
    guard let name = Name(rawValue: text) else {
      let known = Name.allCases.map(\.rawValue).joined(separator: ", ")
      throw InstanceError(line: lastLine, "the section", is: text, allowed: known)
    }
    if rows.updateValue([], forKey: name) != nil {
      throw InstanceError(line: lastLine, "the section", is: text, allowed: "each section once")
    }
    return name
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
