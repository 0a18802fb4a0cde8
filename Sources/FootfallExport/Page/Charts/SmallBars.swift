internal import FootfallAnalytics

/// Small drawings inside tables; each repeats numbers that stand beside it, so that readers of the text miss nothing.
enum SmallBars {
  /// How long visits last: a bar up to p90 with a mark at the median, on a scale shared by all rows.
  static func dwell(_ dwell: DwellSummary, longest: Double) -> Markup {
    let scale = 100 / max(longest, 1e-9)
    return """
      <svg class="small" height="14" aria-hidden="true"><rect class="track" width="100%" y="4" height="6" rx="3"/>\
      <rect class="range" width="\(length: dwell.p90 * scale)%" y="4" height="6" rx="3"/>\
      <rect class="median" x="\(length: max(0, dwell.median * scale - 0.8))%" width="3" y="1" height="12" rx="1.5"/>\
      </svg>
      """
  }

  /// The mean occupancy of each slot, scaled to the largest; gaps stay empty.
  static func series(_ occupancy: [Occupancy]) -> Markup {
    let largest = max(occupancy.compactMap(\.mean).max() ?? 0, 1e-9)
    let bars = occupancy.enumerated().map { slot, people -> Markup in
      guard let mean = people.mean else { return "" }
      let height = max(0.6, mean / largest * 18)
      return """
        <rect x="\(length: Double(slot) + 0.1)" width="0.8" y="\(length: 20 - height)" height="\(length: height)"/>
        """
    }
    return """
      <svg class="small spark" height="20" viewBox="0 0 \(occupancy.count) 20" preserveAspectRatio="none" \
      aria-hidden="true">\(bars)</svg>
      """
  }
}
