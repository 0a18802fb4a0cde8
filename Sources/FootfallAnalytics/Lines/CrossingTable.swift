internal import FootfallCore

/// All settled crossings of one camera with what they mean for the store.
struct CrossingTable: Sendable {
  /// The crossings of each line, in the order of the scene and then of time.
  let byLine: [[Crossing]]
  /// Results by line.
  let lines: [LineResult]
  /// The crossings of all entrance lines, judged.
  let traffic: [TrafficRules.Verdict]
  /// The first crossing of each person who passed by.
  let passersby: [Crossing]
  /// Whether there is an entrance line.
  let hasEntrance: Bool
  /// Whether there is a passers-by line.
  let hasPassersbyLine: Bool

  init(
    _ crossings: [Crossing], lines scene: [CountingLine], staff: Set<TrackID>,
    thresholds: CountingThresholds
  ) {
    let rules = TrafficRules(thresholds: thresholds, staff: staff)
    let byLine = scene.map { line in
      crossings.filter { $0.line == line.id }.sorted { ($0.time, $0.track) < ($1.time, $1.track) }
    }
    var traffic: [TrafficRules.Verdict] = []
    var lines: [LineResult] = []
    for (line, crossings) in zip(scene, byLine) {
      let verdicts = line.kind == .entrance ? rules.verdicts(crossings) : nil
      traffic += verdicts ?? []
      lines.append(LineResult(line: line, crossings: crossings, traffic: verdicts.map(rules.traffic)))
    }
    func all(_ kind: CountingLine.Kind) -> [Crossing] {
      zip(scene, byLine).filter { $0.0.kind == kind }.flatMap(\.1)
    }
    self.byLine = byLine
    self.lines = lines
    self.traffic = traffic
    passersby = rules.passersby(all(.passersby), entrances: all(.entrance))
    hasEntrance = scene.contains { $0.kind == .entrance }
    hasPassersbyLine = scene.contains { $0.kind == .passersby }
  }

  /// The crossings in over entrance lines that are traffic.
  var entries: [Crossing] {
    traffic.filter { $0.exclusion == nil && $0.crossing.direction == .in }.map(\.crossing)
  }
}
