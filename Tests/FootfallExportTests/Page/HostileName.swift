import FootfallAnalytics
import FootfallCore

/// Names that would break out of a page that pastes them.
enum HostileName {
  static let all = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onload='alert(1)", "\" onload=\"x",
    "</title></style></svg>", "&lt;b&gt; & co", "<!--", "]]>", "\u{0}\u{1}", "名前",
  ]

  /// A result with every line and zone called `name`.
  static func renamed(_ result: CameraResult, to name: String) -> CameraResult {
    var result = result
    for index in result.lines.indices {
      result.scene.lines[index].id = name
      result.lines[index].line.id = name
    }
    for index in result.zones.indices {
      result.scene.zones[index].id = name
      result.zones[index].zone.id = name
    }
    for index in result.queues.indices { result.queues[index].id = name }
    result.events = result.events.map { event in
      switch event {
      case .crossing(var crossing):
        crossing.line = name
        return .crossing(crossing)
      case .zoneEnter(var visit):
        visit.zone = name
        return .zoneEnter(visit)
      case .zoneExit(var visit):
        visit.zone = name
        return .zoneExit(visit)
      }
    }
    var transitions = TransitionCounts(zones: result.zones.map { _ in name })
    transitions.add(from: nil, to: 0)
    transitions.add(from: 0, to: 1)
    result.transitions = transitions
    return result
  }
}
