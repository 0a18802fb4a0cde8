internal import FootfallPlanning

/// A lane for each person with shifts on a day, bars from beginning to end, breaks cut out of them.
struct ShiftLanes {
  let view: PlanDayView

  private var report: PlanReport { view.report }
  private var horizon: PlanHorizon { report.problem.horizon }

  var markup: Markup {
    let lanes = people.map { lane($0.name, $0.shifts) }
    guard !lanes.isEmpty else { return "" }
    return """
      <div class="lanes"><ul aria-label="Shifts of \(view.title)">\(missing)\(lanes)</ul>\(view.axis.markup)</div>
      """
  }

  /// Employees in the order of their first shift; open shifts last, each in a lane of its own.
  private var people: [(name: String, shifts: [Shift])] {
    var people: [(name: String, shifts: [Shift])] = []
    for shift in view.shifts {
      if let id = shift.employee {
        if let place = people.firstIndex(where: { $0.name == id }) {
          people[place].shifts.append(shift)
        } else {
          people.append((id, [shift]))
        }
      }
    }
    return people + view.shifts.filter { $0.employee == nil }.map { ("open", [$0]) }
  }

  /// How many people are missing in all roles together, above the lanes.
  private var missing: Markup {
    let cover = report.cover
    let roles = report.problem.roles.indices
    var marks: [Markup] = []
    var run = (heads: 0, start: view.span.lowerBound)
    for interval in view.intervals.clamped(to: 0..<report.problem.intervalCount) {
      let heads = roles.reduce(0) { $0 + cover.under(role: $1, interval: interval) }
      guard heads != run.heads else { continue }
      let start = interval * cover.intervalMinutes
      marks.append(mark(run.heads, run.start..<start))
      run = (heads, start)
    }
    marks.append(mark(run.heads, run.start..<view.span.upperBound))
    guard marks.contains(where: { !$0.html.isEmpty }) else { return "" }
    return "<li class=\"lacks\"><span class=\"who\">missing</span><span class=\"lane\">\(marks)</span></li>"
  }

  private func mark(_ heads: Int, _ minutes: Range<Int>) -> Markup {
    guard heads > 0 else { return "" }
    let words = "\(times(minutes)): \(heads) missing"
    return "<span class=\"lack\" \(place(minutes)) title=\"\(words)\"><b>\(heads)</b></span>"
  }

  private func lane(_ name: String, _ shifts: [Shift]) -> Markup {
    let roles = report.problem.roles.map(\.id)
    let bars = shifts.map { shift -> Markup in
      let colour = (roles.firstIndex(of: shift.role) ?? 8) % 9
      let rests = shift.breaks.map { pause -> Markup in
        "<i class=\"rest\" \(place(pause.minutes))></i>"
      }
      let words =
        ["\(shift.role) \(times(shift.minutes))"] + shift.breaks.map { "break \(times($0.minutes))" }
        + (report.isPinned(shift) ? ["pinned"] : [])
      return """
        <span class="bar c\(colour)" \(place(shift.minutes))></span>\(rests)<span class="label" \(place(shift.minutes)) \
        title="\(words.joined(separator: ", "))"><b>\(times(shift.minutes))</b> \(shift.role)</span>
        """
    }
    return "<li><span class=\"who\">\(name)</span><span class=\"lane\">\(bars)</span></li>"
  }

  private func place(_ minutes: Range<Int>) -> Markup {
    let (left, right) = (view.x(minutes.lowerBound), view.x(minutes.upperBound))
    return "style=\"left:\(length: left)%;width:\(length: right - left)%\""
  }

  private func times(_ minutes: Range<Int>) -> String {
    "\(horizon.clockText(at: minutes.lowerBound))–\(horizon.clockText(at: minutes.upperBound))"
  }
}
