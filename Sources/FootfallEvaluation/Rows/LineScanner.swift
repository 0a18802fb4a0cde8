/// Walks over the comma-separated fields of a text without copying them.
struct LineScanner {
  /// The line at hand, from 1.
  private(set) var line = 0
  /// The column read last, from 1; 0 at the beginning of a line.
  private(set) var column = 0

  private let text: [UInt8]
  private var lineRange = 0..<0
  private var position = 0
  private var field = 0..<0

  init(_ text: [UInt8]) { self.text = text }

  /// Moves on to the next line that holds more than white space; false at the end of the text.
  mutating func nextLine() -> Bool {
    var start = line == 0 ? 0 : lineRange.upperBound + 1
    while start < text.count {
      line += 1
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      lineRange = start..<end
      if trimmed(lineRange).isEmpty {
        start = end + 1
        continue
      }
      position = start
      column = 0
      return true
    }
    return false
  }

  /// Whether all fields of the line have been read.
  var isAtLineEnd: Bool { position > lineRange.upperBound }

  /// The line at hand as text.
  var lineText: String { String(decoding: text[trimmed(lineRange)], as: UTF8.self) }

  /// The field read last as text.
  var fieldText: String { String(decoding: text[field], as: UTF8.self) }

  /// The next field as a number in decimal notation; nil where it is none, or not a finite one.
  mutating func nextNumber() -> Double? {
    nextField()
    if let value = plainDecimal() { return value }
    return Self.decimal(fieldText)
  }

  /// A number in decimal notation; nil where `text` is none, or not a finite one.
  static func decimal(_ text: String) -> Double? {
    guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let value = Double(text),
      value.isFinite
    else { return nil }
    return value
  }

  private mutating func nextField() {
    column += 1
    var end = position
    while end < lineRange.upperBound, text[end] != UInt8(ascii: ",") { end += 1 }
    field = trimmed(position..<end)
    position = end + 1
  }

  /// The field as a number where it is digits, at most 15 of them, with or without sign and point: a whole number and
  /// a power of ten that are both exact, so that one division rounds correctly (Clinger, PLDI 1990).
  private func plainDecimal() -> Double? {
    var digits = 0
    var scale = 1.0
    var mantissa = 0
    var isNegative = false
    var isFraction = false
    for index in field {
      switch text[index] {
      case let byte where byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"):
        mantissa = mantissa &* 10 &+ Int(byte - UInt8(ascii: "0"))
        digits += 1
        if isFraction { scale *= 10 }
        if digits > 15 { return nil }
      case UInt8(ascii: ".") where !isFraction: isFraction = true
      case UInt8(ascii: "-") where index == field.lowerBound: isNegative = true
      default: return nil
      }
    }
    if digits == 0 { return nil }
    let value = Double(mantissa) / scale
    return isNegative ? -value : value
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, Self.isBlank(text[first]) { range = first + 1..<range.upperBound }
    while let last = range.last, Self.isBlank(text[last]) { range = range.lowerBound..<last }
    return range
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
