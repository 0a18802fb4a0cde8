/// Paths of values that hold for a slot each; a slot is as wide as 1.
enum StepPath {
  /// A line over all values, broken where one is nil.
  static func line(_ values: [Double?], _ scale: ValueScale) -> Markup {
    var isDrawing = false
    return values.enumerated().map { slot, value -> Markup in
      guard let value else {
        isDrawing = false
        return ""
      }
      let y = scale.y(value)
      defer { isDrawing = true }
      return isDrawing ? "V\(length: y)h1" : "M\(slot) \(length: y)h1"
    }.joined()
  }

  /// What lies between two values; nothing where they are nil.
  static func area(_ ranges: [(low: Double, high: Double)?], _ scale: ValueScale) -> Markup {
    ranges.enumerated().map { slot, range -> Markup in
      guard let range else { return "" }
      let (top, bottom) = (scale.y(range.high), scale.y(range.low))
      return "M\(slot) \(length: bottom)V\(length: top)h1V\(length: bottom)z"
    }.joined()
  }
}
