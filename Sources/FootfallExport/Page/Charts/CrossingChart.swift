internal import FootfallAnalytics

/// Bars of people in, upwards, and out, downwards, for each slot of the time axis.
struct CrossingChart {
  let axis: TimeAxis
  let title: String
  /// Counts by slot; nil in a gap.
  let tallies: [IntervalResult.LineTally?]

  var markup: Markup {
    let most = (
      in: tallies.compactMap { $0?.entries }.max() ?? 0, out: tallies.compactMap { $0?.exits }.max() ?? 0
    )
    let scale = ValueScale(up: Double(most.in), down: Double(most.out), height: 168)
    let (entries, exits) = (Wording.count(sum(\.entries)), Wording.count(sum(\.exits)))
    let panel = ChartPanel(
      axis: axis, scale: scale, title: title, legend: [("in", "in"), ("out", "out")],
      summary: "\(title): bar chart of \(entries) in and \(exits) out over time")
    let marks = tallies.enumerated().map { slot, tally in bars(slot, tally, scale) }
    return panel.markup(marks: marks.joined(), slotTitles: tallies.indices.map(slotTitle))
  }

  private func sum(_ side: KeyPath<IntervalResult.LineTally, Int>) -> Int {
    tallies.reduce(0) { $0 + ($1?[keyPath: side] ?? 0) }
  }

  private func slotTitle(_ slot: Int) -> String {
    guard let tally = tallies[slot] else { return "\(axis.label(slot)): no footage" }
    let counts = "\(axis.label(slot)): \(Wording.count(tally.entries)) in, \(Wording.count(tally.exits)) out"
    let coverage = axis.slots[slot].coverage
    return axis.slots[slot].isComplete ? counts : counts + " (\(Wording.percent(coverage)) filmed)"
  }

  private func bars(_ slot: Int, _ tally: IntervalResult.LineTally?, _ scale: ValueScale) -> Markup {
    guard let tally else { return "" }
    let width = min(axis.slotWidth * 0.72, 9)
    let x = axis.x(slot) + (axis.slotWidth - width) / 2
    let faded: Markup = axis.slots[slot].isComplete ? "" : " part"
    func bar(_ mark: Markup, from: Double, to: Double) -> Markup {
      to <= from
        ? ""
        : """
        <rect class="\(mark)\(faded)" x="\(length: x)%" width="\(length: width)%" y="\(length: from)" \
        height="\(length: to - from)" rx="2"/>
        """
    }
    let zero = scale.y(0)
    return bar("in", from: scale.y(Double(tally.entries)), to: zero).joined(
      bar("out", from: zero, to: scale.y(-Double(tally.exits))))
  }
}

extension Markup {
  /// This and then `next`.
  func joined(_ next: Markup) -> Markup { "\(self)\(next)" }
}
