internal import FootfallAnalytics

/// The mean number of people in each slot as an area with steps, and the most at once as a line above it.
struct OccupancyChart {
  let axis: TimeAxis
  let title: String
  /// People by slot; without values in a gap.
  let occupancy: [Occupancy]

  var markup: Markup {
    let most = occupancy.compactMap(\.max).max() ?? 0
    let scale = ValueScale(up: Double(most), labels: 3, height: 110)
    let panel = ChartPanel(
      axis: axis, scale: scale, title: title, legend: [("mean", "average"), ("most", "most at once")],
      summary: "\(title): chart of the average number of people over time; at most \(most) at once")
    // Horizontal units are slots; the drawing is stretched to the width, its lines are not.
    let marks: Markup = """
      <svg width="100%" height="\(length: scale.height)" viewBox="0 0 \(occupancy.count) \(length: scale.height)" \
      preserveAspectRatio="none"><path class="area" d="\(StepPath.area(occupancy.map { $0.mean.map { (0, $0) } }, scale))"/>\
      <path class="mean" d="\(StepPath.line(occupancy.map(\.mean), scale))"/><path class="most" \
      d="\(StepPath.line(occupancy.map { $0.max.map(Double.init) }, scale))"/></svg>
      """
    return panel.markup(marks: marks, slotTitles: occupancy.indices.map(slotTitle))
  }

  private func slotTitle(_ slot: Int) -> String {
    guard let mean = occupancy[slot].mean, let most = occupancy[slot].max else {
      return "\(axis.label(slot)): no footage"
    }
    return "\(axis.label(slot)): \(Wording.mean(mean)) on average, \(Wording.count(most)) at most"
  }
}
