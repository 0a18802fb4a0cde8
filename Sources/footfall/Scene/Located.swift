/// A place in a text file; both numbers count from 1, columns in Unicode scalars.
struct SourcePosition: Hashable, Sendable, CustomStringConvertible {
  var line: Int
  var column: Int

  static let start = SourcePosition(line: 1, column: 1)

  var description: String { "\(line):\(column)" }
}

/// A value together with the place in the file where it was written, so that a later check can name that place.
struct Located<Value> {
  var value: Value
  var position: SourcePosition
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
extension Located: Sendable where Value: Sendable {}
