internal import FootfallAnalytics
internal import FootfallLayout

/// Numbers with their ranges in the language of a page.
struct LayoutText {
  let language: LayoutLanguage

  init(_ language: LayoutLanguage) { self.language = language }

  /// What stands for a number that is withheld or not known.
  static let none = "–"

  /// `45 s`, `2 min 05 s`; in Chinese with its units.
  func duration(_ seconds: Double?) -> String {
    guard let seconds else { return Self.none }
    let text = Wording.duration(seconds: seconds)
    guard language == .chinese else { return text }
    return text.split(separator: " ").map { word in
      ["s": "秒", "min": "分", "h": "小时"][word] ?? String(word)
    }.joined(separator: " ")
  }

  /// A share with its range and what it was counted from.
  func share(_ share: MeasuredShare) -> Markup {
    guard let proportion = share.proportion, let value = proportion.value else { return "–" }
    let interval = share.dayInterval ?? proportion.interval ?? value...value
    let whole = language("of", "/")
    return """
      \(Wording.percent(value))\(range(interval, Wording.percent))\
      <span class="cut">\(Wording.count(proportion.numerator)) \(whole) \(Wording.count(proportion.denominator))</span>
      """
  }

  /// An amount with its range.
  func ratio(_ ratio: MeasuredRatio?, _ text: (Double) -> String) -> Markup {
    guard let value = ratio?.value else { return "–" }
    return "\(text(value))\(ratio?.dayInterval.map { range($0, text) })"
  }

  /// A quantile with its range.
  func quantile(_ quantile: MeasuredDistribution.Quantile, _ text: (Double) -> String) -> Markup {
    guard let value = quantile.value else { return "–" }
    return "\(text(value))\(quantile.dayInterval.map { range($0, text) })"
  }

  /// A range on a line of its own.
  func range(_ interval: ClosedRange<Double>, _ text: (Double) -> String) -> Markup {
    let (low, high) = (text(interval.lowerBound), text(interval.upperBound))
    return "<span class=\"cut\">\(low) \(language("to", "至")) \(high)</span>"
  }

  /// A table that scrolls where there is no room.
  func table(_ name: String, heads: [(text: String, isNumber: Bool)], rows: [Markup]) -> Markup {
    let cells = heads.map { head -> Markup in
      head.isNumber
        ? "<th scope=\"col\" class=\"n\">\(head.text)</th>" : "<th scope=\"col\">\(head.text)</th>"
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(name)"><table><thead><tr>\(cells)</tr></thead>\
      <tbody>\(rows)</tbody></table></div>
      """
  }

  /// A row of a table.
  func row(_ name: Markup, _ cells: [Markup]) -> Markup {
    "<tr><th scope=\"row\">\(name)</th>\(cells.map { "<td class=\"n\">\($0)</td>" as Markup })</tr>"
  }
}
