internal import FootfallCore
internal import Yams

extension SceneParser {
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
      throw value.error("hours is closed all week; allowed: one day or more with a time like 09:00-17:30")
    }
    return OpeningHours(stretches)
  }

  /// The minutes of a day, which may go on after midnight; nil where it is closed.
  private func dayRange(_ value: YAMLValue) throws(SceneError) -> Range<Int>? {
    try value.text().value == "closed" ? nil : value.span(or: "closed")
  }
}

extension Range<Int> {
  fileprivate func shifted(by offset: Int) -> Range<Int> { lowerBound + offset..<upperBound + offset }
}
