internal import FootfallPlanning

extension StaffParser {
  /// More breaks than this in a shift are a slip, and cost time to place.
  private static let mostBreaks = 3

  func rules(
    _ value: YAMLValue, _ gridded: inout [StaffFile.GriddedMinutes]
  ) throws(SceneError) -> ShiftRules {
    let mapping = try value.mapping()
    try mapping.allowOnly(Keys.shifts)
    func minutes(_ key: String, _ meaning: String, _ allowed: ClosedRange<Int>) throws(SceneError) -> Int {
      let value = try mapping.required(key, meaning)
      let minutes = try value.wholeNumber(in: allowed)
      gridded.append(
        StaffFile.GriddedMinutes(label: key, minutes: Located(value: minutes, position: value.position)))
      return minutes
    }
    let start = try minutes("startEveryMinutes", "minutes from one start to the next", 5...Self.minutesOfDay)
    let least = try minutes("minMinutes", "the shortest shift, in minutes", 15...Self.minutesOfDay)
    let most = try minutes("maxMinutes", "the longest shift, in minutes", 15...Self.minutesOfDay)
    let step = try minutes("lengthEveryMinutes", "minutes from one length to the next", 5...Self.minutesOfDay)
    guard least <= most else {
      throw value.error("minMinutes is \(least) and maxMinutes \(most); allowed: no less than minMinutes")
    }
    var rules = ShiftRules(
      startGridMinutes: start, leastMinutes: least, greatestMinutes: most, lengthGridMinutes: step)
    for element in try mapping["breaks"]?.list(of: "break") ?? [] {
      rules.breaks.append(try pause(element, shifts: rules, &gridded))
    }
    rules.split = try mapping["split"].map(split)
    if let length = rules.lengths.first(where: { rules.breaks(ofShift: $0).count > Self.mostBreaks }) {
      throw value.error(
        "shifts of \(length) minutes have \(rules.breaks(ofShift: length).count) breaks; "
          + "allowed: up to \(Self.mostBreaks)")
    }
    return rules
  }

  private func pause(
    _ value: YAMLValue, shifts: ShiftRules, _ gridded: inout [StaffFile.GriddedMinutes]
  ) throws(SceneError) -> BreakRule {
    let mapping = try value.mapping()
    try mapping.allowOnly(Keys.pause)
    let from = try mapping["fromMinutes"]?.wholeNumber(in: 0...Self.minutesOfDay) ?? 0
    let to = try mapping["toMinutes"]?.wholeNumber(in: 1...Self.minutesOfDay + 1) ?? Self.minutesOfDay + 1
    guard from < to else {
      throw value.error("break has fromMinutes \(from) and toMinutes \(to); allowed: more than fromMinutes")
    }
    let length = try mapping.required("minutes", "how long it is")
    let minutes = try length.wholeNumber(in: 1...Self.minutesOfDay)
    gridded.append(
      StaffFile.GriddedMinutes(
        label: "minutes of the break", minutes: Located(value: minutes, position: length.position)))
    let shortest = shifts.lengths.first { (from..<to).contains($0) } ?? max(from, shifts.leastMinutes)
    guard minutes < shortest else {
      throw length.error(
        "the break of \(minutes) minutes is as long as a shift of \(shortest); allowed: less than the shift")
    }
    var window = 0..<shortest
    if let value = mapping["windowMinutes"] {
      let edges = try value.numbers(["from", "to"])
      guard edges[0] >= 0, edges[1] - edges[0] >= Double(minutes), edges[1] <= Double(shortest),
        edges.allSatisfy({ $0 == $0.rounded() })
      else {
        throw value.error(
          "windowMinutes is [\(edges[0].written), \(edges[1].written)]; allowed: whole minutes within 0 to "
            + "\(shortest), the shortest shift with this break, and room for its \(minutes) minutes")
      }
      window = Int(edges[0])..<Int(edges[1])
    }
    return BreakRule(
      shiftMinutes: from..<to, minutes: minutes, isPaid: try mapping["paid"]?.flag() ?? false, window: window)
  }

  private func split(_ value: YAMLValue) throws(SceneError) -> SplitRule {
    let mapping = try value.mapping()
    try mapping.allowOnly(Keys.split)
    let least = try mapping.required("minGapMinutes", "minutes").wholeNumber(in: 1...Self.minutesOfDay)
    let most = try mapping.required("maxGapMinutes", "minutes").wholeNumber(in: 1...Self.minutesOfDay)
    guard least <= most else {
      throw value.error(
        "minGapMinutes is \(least) and maxGapMinutes \(most); allowed: no less than minGapMinutes")
    }
    return SplitRule(gapMinutes: least...most)
  }
}
