internal import FootfallCore
internal import Yams

extension SceneParser {
  private static let form = "HH:MM-HH:MM, as in 09:00-20:00, or closed"

  /// Opening hours, the same every day or by day of the week; days that are not named are closed.
  func hours(_ value: YAMLValue) throws(SceneError) -> OpeningHours {
    var stretches: [Range<Int>] = []
    if case .scalar = value.node {
      if let range = try dayRange(value) {
        stretches = Keys.hours.indices.map { range.shifted(by: $0 * 1440) }
      }
    } else {
      let mapping = try value.mapping()
      try mapping.allowOnly(Keys.hours)
      for (day, key) in Keys.hours.enumerated() {
        guard let hours = mapping[key], let range = try dayRange(hours) else { continue }
        stretches.append(range.shifted(by: day * 1440))
      }
    }
    if stretches.isEmpty {
      throw value.error("hours is closed all week; expected one day or more with \(Self.form)")
    }
    return OpeningHours(stretches)
  }

  /// The minutes of a day, which may go on after midnight; nil where it is closed.
  private func dayRange(_ value: YAMLValue) throws(SceneError) -> Range<Int>? {
    let text = try value.text().value
    if text == "closed" { return nil }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(Self.minute)
    guard ends.count == 2, let open = ends[0], let close = ends[1], open < 1440 else {
      throw value.error("\(value.label) is \(value.printed); expected \(Self.form)")
    }
    // 18:00-02:00 ends on the next day.
    return open..<(close > open ? close : close + 1440)
  }

  /// Minutes since midnight of `HH:MM`, up to 24:00.
  private static func minute(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { 48...57 ~= $0 } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60, hour * 60 + minute <= 1440
    else { return nil }
    return hour * 60 + minute
  }
}

extension Range<Int> {
  fileprivate func shifted(by offset: Int) -> Range<Int> { lowerBound + offset..<upperBound + offset }
}
