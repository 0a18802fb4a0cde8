/// What is wrong with one line of a text file of rows.
public struct RowError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// The column, from 1; nil where the line as a whole is wrong.
  public let column: Int?
  /// What the column, or the line, holds by definition: "width", "frame and id".
  public let name: String
  /// The text that was found; at most 40 characters of it.
  public let value: String
  /// What is allowed there.
  public let allowed: String

  init(line: Int, column: Int? = nil, name: String, value: String, allowed: String) {
    self.line = line
    self.column = column
    self.name = name
    self.value = value.count > 40 ? value.prefix(40) + "…" : value
    self.allowed = allowed
  }

  /// The fault without its line, so that a caller can put `file:line` where it belongs.
  public var description: String {
    let place = column.map { "column \($0) (\(name))" } ?? name
    return "\(place) is '\(value)'; allowed: \(allowed)"
  }
}
