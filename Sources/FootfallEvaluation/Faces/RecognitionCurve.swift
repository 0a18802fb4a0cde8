/// How often pairs of the same and of different people are accepted, as the threshold of similarity falls.
struct RecognitionCurve {
  /// The shares at one threshold.
  struct Step {
    /// The lowest similarity that is accepted.
    var threshold: Double
    /// Of the pairs of different people, those accepted.
    var falseAccepts: Double
    /// Of the pairs of the same person, those accepted.
    var trueAccepts: Double
  }

  /// One step for each similarity that occurs, falling; before them one that accepts nothing.
  private(set) var steps: [Step] = [Step(threshold: .infinity, falseAccepts: 0, trueAccepts: 0)]
  private let sameWeight: Double
  private let otherWeight: Double

  /// - Parameters:
  ///   - order: the pairs, the most similar first.
  ///   - weight: how often a pair counts.
  /// - Returns: nil where pairs of the same or of different people have no weight.
  init?(_ order: [(similarity: Double, isSame: Bool)], weight: (_ index: Int) -> Double) {
    var (same, other) = (0.0, 0.0)
    for (index, pair) in order.enumerated() {
      if pair.isSame { same += weight(index) } else { other += weight(index) }
      if index + 1 == order.count || order[index + 1].similarity != pair.similarity {
        steps.append(Step(threshold: pair.similarity, falseAccepts: other, trueAccepts: same))
      }
    }
    guard same > 0, other > 0 else { return nil }
    (sameWeight, otherWeight) = (same, other)
    for index in steps.indices {
      steps[index].falseAccepts /= other
      steps[index].trueAccepts /= same
    }
  }

  /// Where as many pairs of different people are accepted as pairs of the same are refused, both as shares; between
  /// two thresholds on the straight line from one to the other.
  var equalErrorRate: Double {
    for (before, after) in zip(steps, steps.dropFirst())
    where after.falseAccepts >= 1 - after.trueAccepts {
      let (start, end) = (
        1 - before.trueAccepts - before.falseAccepts, 1 - after.trueAccepts - after.falseAccepts
      )
      let fraction = start > end ? start / (start - end) : 1
      return before.falseAccepts + (after.falseAccepts - before.falseAccepts) * fraction
    }
    return 1
  }

  /// The last step at which at most this share of the pairs of different people is accepted.
  func lastStep(falseAccepts limit: Double) -> Step {
    steps.last { $0.falseAccepts <= limit } ?? steps[0]
  }

  /// The largest share of right decisions, and the threshold half-way to the next similarity at which it is reached.
  var best: (accuracy: Double, threshold: Double) {
    let total = sameWeight + otherWeight
    func accuracy(_ step: Step) -> Double {
      (step.trueAccepts * sameWeight + (1 - step.falseAccepts) * otherWeight) / total
    }
    var best = 0
    for index in steps.indices where accuracy(steps[index]) > accuracy(steps[best]) { best = index }
    let here = steps[best].threshold
    let next = best + 1 < steps.count ? steps[best + 1].threshold : here
    return (accuracy(steps[best]), here.isFinite ? (here + next) / 2 : next.nextUp)
  }
}
