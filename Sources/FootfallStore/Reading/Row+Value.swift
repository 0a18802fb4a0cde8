internal import GRDB

extension Row {
  /// The value of a column.
  /// - Throws: `RowDecodingError` when the column is absent or holds something else: the database is damaged.
  func value<Value: DatabaseValueConvertible>(
    _ column: String, _ type: Value.Type = Value.self
  ) throws -> Value {
    try decode(type, forColumn: column)
  }

  /// The word in a column that stands for a case.
  func word<Word: RawRepresentable<String>>(_ column: String) throws -> Word {
    guard let word = Word(rawValue: try value(column, String.self)) else { throw VarintReader.Damage() }
    return word
  }
}
