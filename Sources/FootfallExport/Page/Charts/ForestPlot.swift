internal import Foundation

/// Estimates with their intervals below each other on one scale, with a line where nothing differs.
struct ForestPlot {
  /// A line of the plot.
  struct Row {
    let name: String
    let estimate: EstimateDocument
    /// Whether the answer rests on it.
    var isMain = false
  }

  private let rows: [Row]
  private let text: (Double) -> String
  private let to: String
  private let range: ClosedRange<Double>

  /// - Parameters:
  ///   - text: a number as it is read, with its sign.
  ///   - to: stands between the ends of an interval.
  init(_ rows: [Row], to: String, text: @escaping (Double) -> String) {
    (self.rows, self.to, self.text) = (rows, to, text)
    range = Self.range(of: rows)
  }

  var markup: Markup {
    let lines = rows.map(line)
    return """
      <ul class="forest">\(lines)<li class="axis" aria-hidden="true"><span></span>\(ticks)<span></span></li></ul>

      """
  }

  /// What the scale shows: all values, 0 and the main intervals; the others as far as three times that.
  private static func range(of rows: [Row]) -> ClosedRange<Double> {
    var sure = [0.0]
    for row in rows {
      sure.append(row.estimate.value)
      if row.isMain { sure += [row.estimate.low, row.estimate.high].compactMap { $0 } }
    }
    let reach = 3 * max(sure.reduce(0) { max($0, $1.magnitude) }, 1e-9)
    let ends = rows.flatMap { row in [row.estimate.low, row.estimate.high].compactMap { $0 } }
    let shown = sure + ends.map { min(max($0, -reach), reach) }
    let (low, high) = (shown.min() ?? 0, shown.max() ?? 0)
    let margin = max(0.06 * (high - low), 1e-9)
    return (low - margin)...(high + margin)
  }

  /// In hundredths of the width, not beyond the edges.
  private func x(_ value: Double) -> Double {
    min(max((value - range.lowerBound) / (range.upperBound - range.lowerBound), 0), 1) * 100
  }

  private func line(_ row: Row) -> Markup {
    let (low, high) = (row.estimate.low ?? -.infinity, row.estimate.high ?? .infinity)
    let ends = [low, high].map { $0.isFinite ? text($0) : $0 < 0 ? "−∞" : "∞" }
    let (middle, kind) = (text(row.estimate.value), row.isMain ? "main" : "other")
    return """
      <li class="\(kind)"><span class="what">\(row.name)</span><svg height="24" aria-hidden="true">\
      <line class="zero" x1="\(length: x(0))%" x2="\(length: x(0))%" y1="0" y2="24"/>\
      <line class="reach" x1="\(length: x(low))%" x2="\(length: x(high))%" y1="12" y2="12"/>\
      \(arrow(low, isLeft: true))\(arrow(high, isLeft: false))\
      <circle cx="\(length: x(row.estimate.value))%" cy="12" r="\(row.isMain ? 6 : 4)"/></svg>\
      <span class="figure"><b>\(middle)</b> <span class="cut">\(ends[0]) \(to) \(ends[1])</span></span></li>
      """
  }

  /// Where an interval goes on beyond the edge.
  private func arrow(_ end: Double, isLeft: Bool) -> Markup {
    guard isLeft ? end < range.lowerBound : end > range.upperBound else { return "" }
    return isLeft
      ? "<path class=\"beyond\" d=\"M7 7l-6 5 6 5\"/>"
      : "<svg class=\"edge\" x=\"100%\"><path class=\"beyond\" d=\"M-7 7l6 5-6 5\"/></svg>"
  }

  private var ticks: Markup {
    let span = range.upperBound - range.lowerBound
    let unit = pow(10, floor(log10(span / 4)))
    let step = [1, 2, 5, 10].map { $0 * unit }.first { $0 >= span / 4 } ?? span
    let (first, last) = ((range.lowerBound / step).rounded(.up), (range.upperBound / step).rounded(.down))
    let values = stride(from: first, through: last, by: 1).map { $0 * step }
    let labels = values.filter { 7...93 ~= x($0) || $0 == 0 }.map { value -> Markup in
      "<text x=\"\(length: x(value))%\" y=\"14\" text-anchor=\"middle\">\(text(value))</text>"
    }
    return "<svg height=\"18\">\(labels)</svg>"
  }
}
