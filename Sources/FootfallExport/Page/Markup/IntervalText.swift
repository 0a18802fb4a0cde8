internal import FootfallAnalytics

/// Figures with the range in which the true ones lie.
enum IntervalText {
  /// A duration, or a dash where the data do not reach it.
  static func seconds(_ seconds: Double?) -> String { seconds.map { Wording.duration(seconds: $0) } ?? "–" }

  /// A range of durations on a line of its own; nothing where neither end is known.
  static func seconds(_ interval: (low: Double?, high: Double?)) -> Markup {
    switch interval {
    case (nil, nil): ""
    case (let low, nil): "<span class=\"cut\">\(seconds(low)) or more</span>"
    case (let low, let high): "<span class=\"cut\">\(seconds(low)) to \(seconds(high))</span>"
    }
  }

  /// A share with its range and what it was counted from.
  /// - Parameter note: said after the count.
  static func rate(_ proportion: Proportion, note: String) -> Markup {
    guard let value = proportion.value, let interval = proportion.interval else { return "–" }
    let (low, high) = (Wording.percent(interval.lowerBound), Wording.percent(interval.upperBound))
    let (part, whole) = (Wording.count(proportion.numerator), Wording.count(proportion.denominator))
    return """
      \(Wording.percent(value))<span class="cut">\(low) to \(high)</span>\
      <span class="cut">\(part) of \(whole)\(note)</span>
      """
  }
}
