internal import FootfallCore

extension Optional where Wrapped == CountDistribution {
  /// The belief with what a look into the store says.
  ///
  /// The look may be quite wrong with a probability of a hundredth: what it contradicts stays possible.
  func seeing(_ people: Int?) -> CountDistribution? {
    guard let people else { return self }
    let look = CountErrors.unaudited.truth(behind: people)
    guard let belief = self else { return look }
    let doubt = 0.01
    let high = Swift.max(
      belief.first + belief.probabilities.count, look.first + look.probabilities.count)
    var weights = [Double](repeating: doubt / Double(high), count: high)
    for (index, share) in look.probabilities.enumerated() { weights[look.first + index] += share }
    return belief.joined(with: CountDistribution(first: 0, weights: weights)) ?? belief
  }
}
