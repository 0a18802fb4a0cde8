/// Walks over the rows of comma-separated values, one a line (RFC 4180, without line breaks in quotes).
///
/// Made for files of millions of cells: a row is ranges of the text, and nothing is copied until it is asked for.
struct CSVRows {
  /// The line at hand, from 1; 0 before the first.
  private(set) var line = 0
  private let text: [UInt8]
  private var position = 0
  private var cells: [Range<Int>] = []

  init(_ text: [UInt8]) { self.text = text }

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
    if cell.count <= 15, text[cell].allSatisfy({ (48...57).contains($0) }), !cell.isEmpty {
      return Double(text[cell].reduce(0) { $0 * 10 + Int($1 - 48) })
    }
    guard text[cell].allSatisfy({ "0123456789+-.eE".utf8.contains($0) }) else { return nil }
    return Double(String(decoding: text[cell], as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
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
