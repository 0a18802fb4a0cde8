/// Writes comma-separated values after RFC 4180: lines end with CR LF, cells with a comma, a quote or a line break are
/// quoted.
///
/// A cell of text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage
/// return) gets an apostrophe in front, as OWASP recommends ("CSV Injection"); numbers stay as they are.
public struct CSVWriter: Sendable {
  private var text = TextBuffer(capacity: 4096)
  private var isRowBegun = false

  /// Creates a writer and writes the header row.
  public init(header: [String]) {
    for name in header { add(text: name) }
    endRow()
  }

  /// What has been written, in UTF-8.
  public var bytes: [UInt8] { text.bytes }

  /// Adds a cell of text to the row; nil is an empty cell.
  public mutating func add(text cell: String?) {
    begin()
    guard let cell, let first = cell.unicodeScalars.first else { return }
    let guarded = CSVWriter.formulaStarts.contains(first) ? "'" + cell : cell
    let isQuoted = guarded.unicodeScalars.contains { CSVWriter.quotedScalars.contains($0) }
    guard isQuoted else { return text.append(guarded) }
    text.append(literal: "\"")
    text.append(guarded.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))
    text.append(literal: "\"")
  }

  /// Adds a whole number to the row; nil is an empty cell.
  public mutating func add(_ number: Int?) {
    begin()
    if let number { text.append(number) }
  }

  /// Adds a number with a fixed number of decimals to the row; nil is an empty cell.
  public mutating func add(_ number: Double?, decimals: Int) {
    begin()
    if let number { text.append(number, decimals: decimals) }
  }

  /// Adds `true` or `false` to the row; nil is an empty cell.
  public mutating func add(_ flag: Bool?) {
    begin()
    if let flag { text.append(literal: flag ? "true" : "false") }
  }

  /// Ends the row.
  public mutating func endRow() {
    text.append(literal: "\r\n")
    isRowBegun = false
  }

  private static let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r"]
  private static let quotedScalars: Set<Unicode.Scalar> = [",", "\"", "\n", "\r"]

  private mutating func begin() {
    if isRowBegun { text.append(literal: ",") }
    isRowBegun = true
  }
}
