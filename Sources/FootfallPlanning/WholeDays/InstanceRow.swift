/// A line of an instance's text, split at its commas.
struct InstanceRow {
  /// From 1.
  let line: Int
  /// Without the blanks around them.
  let fields: [String]

  /// The greatest number that is read; what is greater is a slip.
  private static let greatest = 10_000_000

  /// The text of a field.
  /// - Throws: where it is empty.
  func id(_ index: Int, _ name: String) throws(InstanceError) -> String {
    let text = fields[index]
    // Rosters are written with blanks between shifts and `-` for none.
    guard !text.isEmpty, text != "-", !text.contains(where: \.isWhitespace) else {
      throw InstanceError(line: line, name, is: text, allowed: "a name without blanks, other than -")
    }
    return text
  }

  /// A whole number within `range`.
  func number(
    _ text: some StringProtocol, _ name: String, in range: ClosedRange<Int> = 0...greatest
  ) throws(InstanceError) -> Int {
    guard let value = Int(text), range.contains(value) else {
      let limits = "\(range.lowerBound) to \(range.upperBound)"
      throw InstanceError(line: line, name, is: text, allowed: "a whole number from \(limits)")
    }
    return value
  }

  /// A whole number in a field.
  func number(
    _ index: Int, _ name: String, in range: ClosedRange<Int> = 0...greatest
  ) throws(InstanceError) -> Int {
    try number(fields[index], name, in: range)
  }

  /// What a name stands for.
  func place(
    of id: some StringProtocol, in places: [String: Int], _ name: String
  ) throws(InstanceError) -> Int {
    guard let place = places[String(id)] else {
      let known = places.keys.sorted().prefix(12).joined(separator: ", ")
      throw InstanceError(
        line: line, name, is: id, allowed: known.isEmpty ? "none, for none is defined" : known)
    }
    return place
  }

  /// - Throws: where there are not `count` fields.
  func check(count: Int, _ form: String) throws(InstanceError) {
    if fields.count != count {
      throw InstanceError(line: line, "the row", is: fields.joined(separator: ","), allowed: form)
    }
  }
}
