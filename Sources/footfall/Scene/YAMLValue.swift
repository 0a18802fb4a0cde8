internal import FootfallCore
internal import Yams

/// One value of a configuration file: its node, and what an error needs to name it.
struct YAMLValue {
  var node: Node
  /// The file, as the user wrote it.
  var path: String
  /// What the value is, for the beginning of an error: `kind`, `cameras`.
  var label: String

  var position: SourcePosition { node.mark.map { SourcePosition($0) } ?? .start }

  /// An error at this value.
  func error(_ message: String) -> SceneError { SceneError(path: path, at: position, message) }

  /// The value as an error prints it.
  var printed: String {
    switch node {
    case .scalar where isNull: "nothing"
    case .scalar(let scalar): YAMLValue.quoted(scalar.string)
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .alias: "an alias"
    }
  }

  /// Whether nothing was written, or one of YAML's words for it (YAML 1.2, section 10.3.2).
  private var isNull: Bool {
    plainText.map { ["", "~", "null", "Null", "NULL"].contains($0) } ?? false
  }

  /// The text of a scalar written without quotes.
  private var plainText: String? {
    guard case .scalar(let scalar) = node, scalar.style == .plain else { return nil }
    return scalar.string
  }

  /// The text in quotes, fit for one line.
  ///
  /// Of an address only the scheme is shown, because an address may hold a camera's password.
  static func quoted(_ text: String) -> String {
    if let separator = text.firstRange(of: "://") { return "'\(clean(text[..<separator.lowerBound]))://…'" }
    let longest = 40
    return text.count <= longest ? "'\(clean(text[...]))'" : "'\(clean(text.prefix(longest)))…'"
  }

  private static func clean(_ text: Substring) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
        result += scalar.escaped(asASCII: true)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension YAMLValue {
  func mapping() throws(SceneError) -> YAMLMapping {
    guard case .mapping(let mapping) = node else {
      throw error("\(label) is \(printed); expected a mapping (key: value)")
    }
    return try YAMLMapping(mapping, of: self)
  }

  /// The elements, each labelled by what it is: `list(of: "camera")`.
  func list(of element: String) throws(SceneError) -> [YAMLValue] {
    guard case .sequence(let sequence) = node else {
      throw error("\(label) is \(printed); expected a list")
    }
    return sequence.map { YAMLValue(node: $0, path: path, label: element) }
  }

  func text() throws(SceneError) -> Located<String> {
    guard case .scalar(let scalar) = node, !isNull else {
      throw error("\(label) is \(printed); expected text")
    }
    return Located(value: scalar.string, position: position)
  }

  func flag() throws(SceneError) -> Bool {
    switch plainText {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: throw error("\(label) is \(printed); allowed: true, false")
    }
  }

  func choice<Choice: CaseIterable & RawRepresentable<String>>(
    of type: Choice.Type
  ) throws(SceneError) -> Choice {
    let names = Choice.allCases.map(\.rawValue)
    let allowed = "allowed: \(names.joined(separator: ", "))"
    guard case .scalar(let scalar) = node, !isNull else { throw error("\(label) is \(printed); \(allowed)") }
    guard let choice = Choice(rawValue: scalar.string) else {
      let hint = NearestName.hint(for: scalar.string, among: names)
      throw error("\(label) is \(printed)\(hint) \(allowed)")
    }
    return choice
  }

  /// A number between minus and plus a million: more than any picture or building needs, and small enough that no product
  /// of two overflows.
  func coordinate() throws(SceneError) -> Double {
    let value = try number()
    guard abs(value) <= 1_000_000 else {
      throw error("\(label) is \(printed); allowed: -1000000 to 1000000")
    }
    return value
  }

  /// A number in decimal notation; infinite where it is too large for one.
  func number() throws(SceneError) -> Double {
    let text = plainText ?? ""
    if [".inf", "-.inf", "+.inf", ".nan"].contains(text.lowercased()) {
      throw error("\(label) is \(printed); expected a finite number")
    }
    let isDecimal = text.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
    guard isDecimal, let value = Double(text) else {
      let advice = plainText == nil && node.scalar != nil ? " without quotes" : ""
      throw error("\(label) is \(printed); expected a number\(advice)")
    }
    return value
  }

  /// A list of exactly as many numbers as `names` has words.
  func numbers(_ names: [String]) throws(SceneError) -> [Double] {
    let form = "[\(names.joined(separator: ", "))]"
    guard case .sequence(let sequence) = node else { throw error("\(label) is \(printed); expected \(form)") }
    guard sequence.count == names.count else {
      let noun = sequence.count == 1 ? "value" : "values"
      throw error("\(label) has \(sequence.count) \(noun); expected \(names.count): \(form)")
    }
    var values: [Double] = []
    for (name, element) in zip(names, sequence) {
      values.append(try YAMLValue(node: element, path: path, label: "\(name) of \(label)").coordinate())
    }
    return values
  }

  func point() throws(SceneError) -> Located<Point> {
    let values = try numbers(["x", "y"])
    return Located(value: Point(values[0], values[1]), position: position)
  }

  /// A name that can be part of a file's name and of an address.
  func identifier() throws(SceneError) -> Located<String> {
    let longest = 64
    let rule = "allowed: 1 to \(longest) of A-Z a-z 0-9 - _ . and no dot in front"
    let id = try text()
    let letters = id.value.unicodeScalars
    if letters.isEmpty { throw error("\(label) is empty; \(rule)") }
    if letters.count > longest { throw error("\(label) has \(letters.count) letters; \(rule)") }
    let isFit = letters.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || "0123456789-_.".unicodeScalars.contains($0))
    }
    guard isFit, letters.first != "." else { throw error("\(label) is \(printed); \(rule)") }
    return id
  }
}
