internal import FootfallAnalytics
internal import FootfallCore

extension Experiment {
  /// Fewer days on a side are told as a caveat: two weeks hold each weekday twice.
  public static let fewestDays = 14
  private static let blockDays = 7

  /// Compares.
  /// - Parameters:
  ///   - significance: of the intervals; that of ``SequentialPlan`` where the test has several looks.
  ///   - geometryChanged: whether cameras or zones differ between the sides, which the caller has to know.
  ///   - seed: for the blocks drawn.
  public func compared(
    significance: Double = 0.05, geometryChanged: Bool = false, seed: UInt64
  ) -> Comparison {
    let isBalanced = DayModel.isBalanced(cells)
    let effect = effect
    let checks = checks(significance: significance, seed: seed)
    let isInTurns = kind == .switched || kind == .randomised
    let history = isInTurns ? nil : EventStudy(cells)
    var caveats = caveats(history)
    if geometryChanged { caveats.append(.geometryChanged) }
    if !isBalanced { caveats.append(.weekdaysDiffer) }
    let power =
      effect.standardError > 0 && effect.degreesOfFreedom >= 1
      ? TestPower(
        standardError: effect.standardError, degreesOfFreedom: effect.degreesOfFreedom,
        significance: significance) : nil
    return Comparison(
      kind: kind, scale: scale, baseline: side(isChanged: false), changed: side(isChanged: true),
      effect: effect, significance: significance, checks: checks,
      minimumDetectableEffect: power?.minimumDetectableEffect(), history: history,
      verdict: Verdict(
        effect.interval(significance: significance),
        blocks: checks.first { $0.method == .movingBlocks }?.interval, caveats: caveats))
  }

  /// The change of the value, on the scale of the experiment: by least squares with weekdays and parts of the day held
  /// where both layouts stood on each of them, and days as clusters.
  public var effect: Estimate {
    func column(_ cell: Cell) -> [Double] { [cell.isChanged ? 1 : 0] }
    let adjusted =
      DayModel.isBalanced(cells) ? DayModel(cells, adjusted: true, columns: column)?.estimate(0) : nil
    // With as many levels as days nothing is left to tell chance by; the plain difference always has something.
    let estimate =
      adjusted ?? DayModel(cells, adjusted: false, columns: column)?.estimate(0)
      ?? Estimate(
        value: mean(isChanged: true) - mean(isChanged: false), standardError: 0, degreesOfFreedom: 1)
    let greatest = cells.reduce(0) { max($0, $1.value.magnitude) }
    // Where nothing varies, what rounding leaves would be certain.
    return estimate.standardError == 0 && estimate.value.magnitude <= 1e-9 * greatest
      ? Estimate(value: 0, standardError: 0, degreesOfFreedom: estimate.degreesOfFreedom) : estimate
  }

  private func caveats(_ history: EventStudy?) -> [Verdict.Caveat] {
    var caveats: [Verdict.Caveat] = []
    switch kind {
    case .beforeAfter: caveats.append(.noControl)
    case .switched: caveats.append(.notDrawnByLot)
    case .controlled:
      if let trend = history?.trend {
        if trend.pValue < 0.05 { caveats.append(.trendBefore) }
      } else {
        caveats.append(.trendUnknown)
      }
    case .randomised: break
    }
    if min(days(isChanged: false), days(isChanged: true)) < Self.fewestDays { caveats.append(.fewDays) }
    return caveats
  }

  private func side(isChanged: Bool) -> Comparison.Side {
    let values = cells.filter { $0.isChanged == isChanged }.map(\.measured.value)
    return Comparison.Side(days: days(isChanged: isChanged), mean: values.mean ?? 0)
  }

  private func mean(isChanged: Bool) -> Double { dayMeans(isChanged: isChanged).mean ?? 0 }

  /// The mean of the parts of each day, by day.
  private func dayMeans(isChanged: Bool) -> [Double] {
    let side = Dictionary(grouping: cells.filter { $0.isChanged == isChanged }, by: \.day)
    return side.sorted { $0.key < $1.key }.map { $0.value.map(\.value).mean ?? 0 }
  }

  private func checks(significance: Double, seed: UInt64) -> [Comparison.Check] {
    let (old, new) = (dayMeans(isChanged: false), dayMeans(isChanged: true))
    var checks: [Comparison.Check] = []
    if let welch = Estimate.welch(new, minus: old) {
      checks.append(
        Comparison.Check(
          method: .welch, value: welch.value, interval: welch.interval(significance: significance)))
    }
    let isInTurns = kind == .switched || kind == .randomised
    if !isInTurns, min(old.count, new.count) >= 2 * Self.blockDays {
      if let check = blocks(old, new, significance: significance, seed: seed) { checks.append(check) }
    }
    if kind != .controlled, let difference = pooled() {
      checks.append(
        Comparison.Check(method: .newcombe, value: difference.value, interval: difference.interval))
    }
    return checks
  }

  private func blocks(
    _ old: [Double], _ new: [Double], significance: Double, seed: UInt64
  ) -> Comparison.Check? {
    var generator = SplitMix64(seed: seed)
    let bootstrap = Bootstrap(
      strata: [old.count, new.count], blockLength: Self.blockDays, using: &generator
    ) { times in
      let sums = zip(times, old + new).enumerated().reduce((0.0, 0.0)) { sums, entry in
        let product = Double(entry.element.0) * entry.element.1
        return entry.offset < old.count ? (sums.0 + product, sums.1) : (sums.0, sums.1 + product)
      }
      return sums.1 / Double(new.count) - sums.0 / Double(old.count)
    }
    return bootstrap.map {
      Comparison.Check(
        method: .movingBlocks, value: $0.estimate,
        interval: $0.percentileInterval(significance: significance))
    }
  }

  /// The difference of shares with all days as one; nil of values that are none.
  private func pooled() -> ShareDifference? {
    func share(_ isChanged: Bool) -> Proportion? {
      let shares = cells.filter { $0.isChanged == isChanged }.compactMap(\.measured.share)
      guard shares.count == cells.count(where: { $0.isChanged == isChanged }) else { return nil }
      return Proportion(
        numerator: shares.reduce(0) { $0 + $1.count }, denominator: shares.reduce(0) { $0 + $1.cases })
    }
    guard let new = share(true), let old = share(false) else { return nil }
    return ShareDifference(new, minus: old)
  }
}
