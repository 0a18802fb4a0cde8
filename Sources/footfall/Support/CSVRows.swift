/// Walks over the rows of comma-separated values, one a line (RFC 4180, without line breaks in quotes).
///
/// Made for files of millions of cells: a row is ranges of the text, and nothing is copied until it is asked for.
struct CSVRows {
  /// The line at hand, from 1; before the first that of the line before it.
  private(set) var line: Int
  private let text: [UInt8]
  private var position = 0
  private var cells: [Range<Int>] = []

  /// - Parameter linesBefore: how many lines of the file stand before the text.
  init(_ text: [UInt8], linesBefore: Int = 0) {
    self.text = text
    line = linesBefore
  }

  /// Moves on to the next line that holds more than white space; false at the end of the text.
  mutating func next() -> Bool {
    while position < text.count {
      line += 1
      readLine()
      if cells.count > 1 || !cells[0].isEmpty { return true }
    }
    return false
  }

  /// The cells of the row.
  var count: Int { cells.count }

  /// A cell's bytes as they stand, without blanks and quotes around them.
  func bytes(_ index: Int) -> ArraySlice<UInt8> { text[cells[index]] }

  /// A cell's text; two quotes inside a quoted cell stand for one.
  func text(_ index: Int) -> String {
    let cell = String(decoding: text[cells[index]], as: UTF8.self)
    return cell.contains("\"\"")
      ? cell.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"") : cell
  }

  /// A cell as a number in decimal notation; nil where it is none, or not a finite one.
  func number(_ index: Int) -> Double? {
    let cell = cells[index]
    if let short = shortNumber(cell) { return short }
    guard text[cell].allSatisfy({ "0123456789+-.eE".utf8.contains($0) }) else { return nil }
    return Double(String(decoding: text[cell], as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }

  /// A cell as a flag: `1` or `true`, or `0`, `false` or nothing; nil for other text.
  func flag(_ index: Int) -> Bool? {
    switch text(index) {
    case "", "0", "false": false
    case "1", "true": true
    default: nil
    }
  }

  /// A number of up to 15 digits without exponent; nil for other text.
  ///
  /// The digits and the power of ten are exact, so that their quotient is rounded once (Clinger, PLDI 1990).
  private func shortNumber(_ cell: Range<Int>) -> Double? {
    var place = cell.lowerBound
    let isNegative = !cell.isEmpty && text[place] == UInt8(ascii: "-")
    if isNegative { place += 1 }
    guard place < cell.upperBound, cell.upperBound - place <= 16 else { return nil }
    var (digits, count, scale) = (0, 0, 1)
    var hasPoint = false
    while place < cell.upperBound {
      let byte = text[place]
      place += 1
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
        continue
      }
      guard byte >= 48, byte <= 57 else { return nil }
      digits = digits * 10 + Int(byte - 48)
      count += 1
      if hasPoint { scale *= 10 }
    }
    guard count > 0, count <= 15 else { return nil }
    let number = Double(digits) / Double(scale)
    return isNegative ? -number : number
  }

  private mutating func readLine() {
    cells.removeAll(keepingCapacity: true)
    var start = position
    var isQuoted = false
    while position < text.count, text[position] != UInt8(ascii: "\n") {
      let byte = text[position]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ","), !isQuoted {
        cells.append(trimmed(start..<position))
        start = position + 1
      }
      position += 1
    }
    cells.append(trimmed(start..<position))
    position += 1
  }

  private func trimmed(_ cell: Range<Int>) -> Range<Int> {
    var cell = cell
    while let first = cell.first, CSVRows.isBlank(text[first]) { cell = first + 1..<cell.upperBound }
    while let last = cell.last, CSVRows.isBlank(text[last]) { cell = cell.lowerBound..<last }
    let quote = UInt8(ascii: "\"")
    guard cell.count >= 2, text[cell.lowerBound] == quote, text[cell.upperBound - 1] == quote else {
      return cell
    }
    return cell.lowerBound + 1..<cell.upperBound - 1
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
