import Foundation

/// What a command prints as its result.
enum StandardOutput {
  /// Prints `value` as JSON with sorted keys, so that equal results are equal texts.
  static func write(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  /// Prints rows of a name, a value and its meaning in aligned columns, the values flush right.
  static func write(table rows: [(name: String, value: String, meaning: String)]) {
    let nameWidth = rows.map(\.name.count).max() ?? 0
    let valueWidth = rows.map(\.value.count).max() ?? 0
    for row in rows {
      let name = row.name + String(repeating: " ", count: nameWidth - row.name.count)
      let value = String(repeating: " ", count: valueWidth - row.value.count) + row.value
      print("\(name)  \(value)  \(row.meaning)")
    }
  }
}
