/// The frame that all charts over time share: a title, a legend, labelled guides, gaps.
struct ChartPanel {
  let axis: TimeAxis
  let scale: ValueScale
  let title: String
  /// Colour class and meaning of each mark.
  let legend: [(mark: Markup, meaning: String)]
  /// What someone hears who can't see the chart.
  let summary: String
  /// What stretches without values are called.
  var gapName = "no footage"

  /// The chart with `marks` drawn over the guides.
  /// - Parameter slotTitles: what is said when the pointer rests on a slot.
  func markup(marks: Markup, slotTitles: [String]) -> Markup {
    let keys = legend.map { entry -> Markup in
      "<span class=\"key\"><i class=\"\(entry.mark)\"></i>\(entry.meaning)</span>"
    }
    return """
      <figure class="panel"><figcaption><b>\(title)</b><span class="keys">\(keys)</span></figcaption>
      <div class="plot">\(valueLabels)<svg class="canvas" height="\(length: scale.height)" role="img" \
      aria-label="\(summary)">\(guides)\(zeroLine)\(gaps)\(marks)\(hotspots(slotTitles))</svg></div></figure>

      """
  }

  private var valueLabels: Markup {
    let labels = scale.labels.map { value -> Markup in
      let y = scale.y(Double(value)) + 4
      return "<text x=\"100%\" y=\"\(length: y)\" text-anchor=\"end\">\(Wording.count(abs(value)))</text>"
    }
    return """
      <svg class="values" height="\(length: scale.height)" aria-hidden="true">\(labels)</svg>
      """
  }

  private var guides: Markup {
    let horizontal = scale.labels.map { value -> Markup in
      let y = scale.y(Double(value))
      return "<line class=\"guide\" x1=\"0\" x2=\"100%\" y1=\"\(length: y)\" y2=\"\(length: y)\"/>"
    }
    let vertical = axis.guides.map { x -> Markup in
      "<line class=\"guide\" x1=\"\(length: x)%\" x2=\"\(length: x)%\" y1=\"0\" y2=\"100%\"/>"
    }
    return (horizontal + vertical).joined()
  }

  private var zeroLine: Markup {
    let y = scale.y(0)
    return "<line class=\"zero\" x1=\"0\" x2=\"100%\" y1=\"\(length: y)\" y2=\"\(length: y)\"/>"
  }

  /// Hatched stretches in which nothing was seen, named where there is room.
  private var gaps: Markup {
    var parts: [Markup] = []
    var slot = 0
    while slot < axis.slots.count {
      let start = slot
      while slot < axis.slots.count, axis.slots[slot].isGap { slot += 1 }
      if slot > start { parts.append(gap(from: axis.x(start), to: axis.x(slot))) } else { slot += 1 }
    }
    return parts.joined()
  }

  private func gap(from start: Double, to end: Double) -> Markup {
    let rectangle: Markup = """
      <rect class="gap" x="\(length: start)%" width="\(length: end - start)%" y="0" height="100%"/>
      """
    guard end - start >= 7 else { return rectangle }
    let middle = (start + end) / 2
    let y = scale.height / 2 + 4
    let kind: Markup = end - start >= 25 ? "" : " minor"
    return """
      \(rectangle)<text class="gapname\(kind)" x="\(length: middle)%" y="\(length: y)" text-anchor="middle">\(gapName)</text>
      """
  }

  private func hotspots(_ titles: [String]) -> Markup {
    titles.enumerated().map { slot, title -> Markup in
      """
      <rect class="hot" x="\(length: axis.x(slot))%" width="\(length: axis.slotWidth)%" y="0" height="100%">\
      <title>\(title)</title></rect>
      """
    }.joined()
  }
}
