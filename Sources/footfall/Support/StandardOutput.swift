import Foundation

/// What a command prints as its result.
enum StandardOutput {
  /// Prints `value` as JSON with sorted keys, so that equal results are equal texts.
  /// - Throws: ``CommandError`` with status `io` when it can't be written.
  static func write(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try write([UInt8](try encoder.encode(value)) + [UInt8(ascii: "\n")])
  }

  /// Prints rows of a name, a value and its meaning in aligned columns, the values flush right.
  /// - Throws: ``CommandError`` with status `io` when they can't be written.
  static func write(table rows: [(name: String, value: String, meaning: String)]) throws {
    let nameWidth = rows.map(\.name.count).max() ?? 0
    let valueWidth = rows.map(\.value.count).max() ?? 0
    let lines = rows.map { row in
      let name = row.name + String(repeating: " ", count: nameWidth - row.name.count)
      let value = String(repeating: " ", count: valueWidth - row.value.count) + row.value
      return "\(name)  \(value)  \(row.meaning)\n"
    }
    try write([UInt8](lines.joined().utf8))
  }

  /// Prints bytes as they are.
  /// - Throws: ``CommandError`` with status `io` when they can't be written.
  static func write(_ bytes: [UInt8]) throws {
    try OpenFile(descriptor: STDOUT_FILENO, name: "standard output").write(bytes)
  }
}
