internal import FootfallCore

/// Two layouts to be compared by what was measured while each stood.
///
///     let experiment = try Experiment(entries, before: 0...27, after: 28...55, controls: [otherStore])
///     let comparison = experiment.compared(seed: 1)
///     comparison.effect.interval()
public struct Experiment: Sendable {
  /// How it was decided which layout stands when.
  public enum Kind: String, Sendable {
    /// One after the other, and nothing to compare with.
    case beforeAfter
    /// One after the other, while controls stayed as they were (difference in differences).
    case controlled
    /// In turns by a rule, for example every other week.
    case switched
    /// In turns drawn by lot.
    case randomised
  }

  /// On which scale layouts differ.
  public enum Scale: String, Sendable, CaseIterable {
    /// By a number.
    case linear
    /// By a factor.
    case logarithmic
  }

  /// What was measured of one layout on one day or in a part of it, less the controls if there are any.
  struct Cell: Sendable {
    let day: Int
    let part: Int
    let isChanged: Bool
    /// On the scale of the experiment.
    let value: Double
    /// Of what is compared alone, as measured.
    let measured: DayValue
  }

  /// How it was decided which layout stands when.
  public let kind: Kind
  /// On which scale layouts differ.
  public let scale: Scale
  /// By day, then by part.
  let cells: [Cell]

  /// Compares the time before a change with the time after it.
  /// - Parameters:
  ///   - values: of what was changed; days outside both periods are left out.
  ///   - before: days since 1970-01-01.
  ///   - after: as `before`, later.
  ///   - controls: of zones or stores that stayed as they were; their mean is taken off on the days on which all of them
  ///     have values, and other days are left out.
  public init(
    _ values: [DayValue], before: ClosedRange<Int>, after: ClosedRange<Int>, controls: [[DayValue]] = [],
    scale: Scale = .linear
  ) throws(ExperimentFault) {
    guard !before.overlaps(after) else { throw .overlappingPeriods }
    guard before.lowerBound < after.lowerBound else { throw .periodsInReverse }
    kind = controls.isEmpty ? .beforeAfter : .controlled
    self.scale = scale
    let compared = values.filter { before.contains($0.day) || after.contains($0.day) }
    cells = try Experiment.cells(compared, controls: controls, scale) { after.contains($0.day) }
    try check(sides: ("the period before", "the period after"))
  }

  /// Compares two layouts that stood in turns.
  /// - Parameters:
  ///   - baseline: values while the layout stood that the other is compared with.
  ///   - changed: values while the other one stood.
  ///   - isRandom: whether it was drawn by lot which stood when.
  public init(
    baseline: [DayValue], changed: [DayValue], isRandom: Bool, scale: Scale = .linear
  ) throws(ExperimentFault) {
    kind = isRandom ? .randomised : .switched
    self.scale = scale
    let old = try Experiment.cells(baseline, controls: [], scale) { _ in false }
    let new = try Experiment.cells(changed, controls: [], scale) { _ in true }
    cells = (old + new).sorted { ($0.day, $0.part) < ($1.day, $1.part) }
    try check(sides: ("the first layout", "the second layout"))
  }

  /// What is compared, less the mean of the controls.
  static func cells(
    _ values: [DayValue], controls: [[DayValue]], _ scale: Scale, isChanged: (DayValue) -> Bool
  ) throws(ExperimentFault) -> [Cell] {
    let tables = controls.map { control in
      Dictionary(control.map { (Place($0), $0) }, uniquingKeysWith: { first, _ in first })
    }
    var cells: [Cell] = []
    for value in values {
      let beside = tables.compactMap { $0[Place(value)] }
      guard beside.count == controls.count else { continue }
      var level = 0.0
      for control in beside { level += try scale.of(control) / Double(controls.count) }
      cells.append(
        Cell(
          day: value.day, part: value.part, isChanged: isChanged(value),
          value: try scale.of(value) - level, measured: value))
    }
    return cells.sorted { ($0.day, $0.part) < ($1.day, $1.part) }
  }

  private struct Place: Hashable {
    let day: Int
    let part: Int

    init(_ value: DayValue) { (day, part) = (value.day, value.part) }
  }

  private func check(sides: (String, String)) throws(ExperimentFault) {
    for (name, isChanged) in [(sides.0, false), (sides.1, true)] {
      let days = days(isChanged: isChanged)
      if days < 2 { throw .fewDays(side: name, days: days) }
    }
  }

  /// On how many days something was measured.
  func days(isChanged: Bool) -> Int {
    Set(cells.lazy.filter { $0.isChanged == isChanged }.map(\.day)).count
  }
}

extension Experiment.Scale {
  fileprivate func of(_ value: DayValue) throws(ExperimentFault) -> Double {
    switch self {
    case .linear: return value.value
    case .logarithmic:
      guard value.value > 0 else { throw .noLogarithm(day: value.day, value: value.value) }
      return NaturalLogarithm.of(value.value)
    }
  }

  /// A difference on this scale as a share of the baseline; nil where that is 0.
  public func share(_ difference: Double, of baseline: Double) -> Double? {
    switch self {
    case .linear: return baseline == 0 ? nil : difference / baseline
    case .logarithmic: return ExponentialFunction.of(min(difference, 700)) - 1
    }
  }
}
