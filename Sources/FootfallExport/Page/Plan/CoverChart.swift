internal import FootfallPlanning

/// Who is needed in a role, as a line, against who is at work, as an area; what is missing between the two is marked.
struct CoverChart {
  let view: PlanDayView
  /// An index of the problem's roles.
  let role: Int

  private var cover: PlanCover { view.report.cover }
  private var required: [Int] { view.intervals.map { cover.required[role][safely: $0] ?? 0 } }
  private var scheduled: [Int] { view.intervals.map { cover.scheduled[role][safely: $0] ?? 0 } }

  var markup: Markup {
    let (required, scheduled) = (required, scheduled)
    let most = max(required.max() ?? 0, scheduled.max() ?? 0)
    let scale = ValueScale(up: Double(most), labels: 3, height: 92)
    let name = view.report.problem.roles[role].id
    let missing = zip(required, scheduled).reduce(0) { $0 + max(0, $1.0 - $1.1) }
    let hours = Wording.hours(missing * cover.intervalMinutes)
    let panel = ChartPanel(
      axis: view.axis, scale: scale, title: name,
      legend: [("need", "needed"), ("work c\(role % 8)", "at work"), ("short", "missing")],
      summary:
        "\(name): people needed and at work over the day; \(missing == 0 ? "nobody is missing" : "\(hours) are missing")"
    )
    let marks: Markup = """
      <svg width="100%" height="\(length: scale.height)" viewBox="0 0 \(required.count) \(length: scale.height)" \
      preserveAspectRatio="none"><path class="work c\(role % 8)" d="\(area(scheduled, scale))"/>\
      <path class="short" d="\(gaps(required, scheduled, scale))"/>\
      <path class="need" d="\(steps(required, scale))"/></svg>
      """
    return panel.markup(
      marks: marks, slotTitles: required.indices.map { title($0, required[$0], scheduled[$0]) })
  }

  private func title(_ slot: Int, _ required: Int, _ scheduled: Int) -> String {
    let missing = required > scheduled ? ", \(required - scheduled) missing" : ""
    return "\(view.axis.label(slot)): \(required) needed, \(scheduled) at work\(missing)"
  }

  private func area(_ heads: [Int], _ scale: ValueScale) -> Markup {
    heads.enumerated().map { slot, heads -> Markup in
      heads == 0
        ? "" : "M\(slot) \(length: scale.y(0))V\(length: scale.y(Double(heads)))h1V\(length: scale.y(0))z"
    }.joined()
  }

  private func gaps(_ required: [Int], _ scheduled: [Int], _ scale: ValueScale) -> Markup {
    zip(required, scheduled).enumerated().map { slot, heads -> Markup in
      guard heads.0 > heads.1 else { return "" }
      let (top, bottom) = (scale.y(Double(heads.0)), scale.y(Double(heads.1)))
      return "M\(slot) \(length: bottom)V\(length: top)h1V\(length: bottom)z"
    }.joined()
  }

  private func steps(_ heads: [Int], _ scale: ValueScale) -> Markup {
    heads.enumerated().map { slot, heads -> Markup in
      let y = scale.y(Double(heads))
      return slot == 0 ? "M0 \(length: y)h1" : "V\(length: y)h1"
    }.joined()
  }
}

extension [Int] {
  /// The element at an index, or nil outside.
  fileprivate subscript(safely index: Int) -> Int? { indices.contains(index) ? self[index] : nil }
}

extension Wording {
  /// A length of time in hours: `7 h`, `7 h 30 min`.
  static func hours(_ minutes: Int) -> String {
    let rest = minutes % 60
    return rest == 0 ? "\(count(minutes / 60)) h" : "\(count(minutes / 60)) h \(twoDigits(rest)) min"
  }
}
