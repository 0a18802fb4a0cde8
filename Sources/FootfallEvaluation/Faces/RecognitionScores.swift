internal import FootfallCore

/// How well similarity tells pairs of the same person from pairs of different people.
public struct RecognitionScores: Hashable, Sendable {
  /// A point of the receiver operating characteristic.
  public struct Point: Hashable, Sendable {
    /// The share of the pairs of different people that may be accepted, one of ``falseAcceptRates``.
    public let rate: Double
    /// The lowest similarity that is accepted for that; infinite where even the first would be too many.
    public let threshold: Double
    /// Of the pairs of different people, the share accepted.
    public let falseAccepts: Double
    /// Of the pairs of the same person, the share accepted.
    public let trueAccepts: Estimate
  }

  /// A share with its 95 % interval.
  public struct Estimate: Hashable, Sendable {
    /// The share, 0 to 1.
    public let value: Double
    /// From other samples of the same people; a single point where no pair is decided wrongly.
    public let interval: ClosedRange<Double>
  }

  /// The false-accept rates at which the curve is told.
  public static let falseAcceptRates = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1]

  /// Where the shares of false accepts and false refusals are equal.
  public let equalErrorRate: Estimate
  /// The share of pairs of the same person that are accepted where at most 1 % of the others are.
  public let trueAcceptsAtOnePercent: Estimate
  /// The share of right decisions at ``threshold``.
  public let accuracy: Estimate
  /// The lowest similarity to accept for the most right decisions.
  public let threshold: Double
  /// The curve at ``falseAcceptRates``.
  public let curve: [Point]

  /// Scores pairs.
  ///
  /// Intervals come from drawing the people again, with replacement, 1,000 times (Bolle, Ratha and Pankanti, CVIU 93,
  /// 2004): pairs of a person have much in common, and drawing pairs would promise too much.
  /// - Parameter similarities: of each pair; greater is more alike.
  /// - Returns: nil where there is no pair of the same person, or none of different people.
  /// - Complexity: O(1000 n) for n pairs.
  public init?(pairs: [FacePair], similarities: [Double]) {
    precondition(pairs.count == similarities.count, "a similarity for each pair")
    let order = pairs.indices.sorted { (similarities[$1], $0) < (similarities[$0], $1) }
    let sorted = order.map { (similarity: similarities[$0], isSame: pairs[$0].isSame) }
    guard let all = RecognitionCurve(sorted, weight: { _ in 1 }) else { return nil }
    let samples = Self.samples(of: pairs, in: order, sorted: sorted)
    func estimate(_ share: (RecognitionCurve) -> Double) -> Estimate {
      let drawn = samples.map(share).sorted()
      func quantile(_ level: Double) -> Double { drawn[Int(level * Double(drawn.count - 1))] }
      guard !drawn.isEmpty else { return Estimate(value: share(all), interval: 0...1) }
      return Estimate(value: share(all), interval: quantile(0.025)...quantile(0.975))
    }
    equalErrorRate = estimate(\.equalErrorRate)
    trueAcceptsAtOnePercent = estimate { $0.lastStep(falseAccepts: 0.01).trueAccepts }
    accuracy = estimate(\.best.accuracy)
    threshold = all.best.threshold
    curve = Self.falseAcceptRates.map { rate in
      let step = all.lastStep(falseAccepts: rate)
      return Point(
        rate: rate, threshold: step.threshold, falseAccepts: step.falseAccepts,
        trueAccepts: estimate { $0.lastStep(falseAccepts: rate).trueAccepts })
    }
  }

  /// The curves of the people drawn again; a pair counts as often as both of its people were drawn.
  private static func samples(
    of pairs: [FacePair], in order: [Int], sorted: [(similarity: Double, isSame: Bool)]
  ) -> [RecognitionCurve] {
    let identities = PairIdentities(of: pairs)
    var generator = SplitMix64(seed: 1)
    return (0..<1000).compactMap { _ in
      var drawn = [Double](repeating: 0, count: identities.count)
      for _ in 0..<identities.count { drawn[Int.random(in: drawn.indices, using: &generator)] += 1 }
      return RecognitionCurve(sorted) { index in
        let people = identities.ofPairs[order[index]]
        return people.first == people.second
          ? drawn[people.first] : drawn[people.first] * drawn[people.second]
      }
    }
  }
}
