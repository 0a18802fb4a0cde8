extension WeeklyHistory {
  /// The expected count of each phase of the weeks that follow; nil where a phase was never observed.
  ///
  /// The mean of the three methods, or of the weeks where there are few. Three different errors partly cancel: on
  /// Auckland's counts of 2024 and 2025 a prototype's mean was off by 14.8 %, each method by 15.1 to 15.6 %.
  /// - Parameter factor: how many intervals are forecast together and then split.
  func expectedWeek(factor: Int, _ parameters: ForecastParameters) -> [Double?] {
    let training = last(parameters.trainingWeeks)
    let whole = training.summed(by: factor).wholeWeek(parameters)
    guard factor > 1 else { return whole }
    let shares = training.last(parameters.shareWeeks).splits(factor: factor, prior: parameters.splitPrior)
    return shares.indices.map { phase in whole[phase / factor].map { $0 * shares[phase] } }
  }

  private func wholeWeek(_ parameters: ForecastParameters) -> [Double?] {
    guard weeks >= parameters.ensembleWeeks else { return recentWeek(decay: 1) }
    let methods = [
      smoothedWeek(parameters), sharedWeek(parameters), recentWeek(decay: parameters.weeklyDecay),
    ]
    return (0..<slotsPerWeek).map { phase in methods.compactMap { $0[phase] }.mean }
  }

  /// How a longer interval's count is divided among its `factor` parts, by phase: the shares of the past, drawn towards
  /// an even split by `prior` counts.
  func splits(factor: Int, prior: Double) -> [Double] {
    let sums = (0..<slotsPerWeek).map { observed(phase: $0).reduce(0, +) }
    return sums.indices.map { phase in
      let start = phase - phase % factor
      let whole = sums[start..<start + factor].reduce(0, +)
      return (sums[phase] + prior / Double(factor)) / (whole + prior)
    }
  }

  /// The fewest intervals, of those that divide an hour, whose common count is large enough to be forecast by itself; a
  /// whole hour where none is.
  ///
  /// Times of the week at which nobody ever came do not count: a shop is not small because it closes at night.
  func splitFactor(slotsPerHour: Int, fewestMeanCounts: Double) -> Int {
    let means = (0..<slotsPerWeek).compactMap { observed(phase: $0).mean }.filter { $0 > 0 }
    guard let mean = means.mean else { return slotsPerHour }
    return (1...slotsPerHour).first { factor in
      slotsPerHour % factor == 0 && mean * Double(factor) >= fewestMeanCounts
    } ?? slotsPerHour
  }
}
