/// Several looks at a test while it runs, so that all together find something where there is nothing no more often than
/// one look would.
///
/// The probability to do so is spent little by little (Lan and DeMets, Biometrika 70, 1983, with the spending function
/// that resembles O'Brien and Fleming's): early looks need a strong effect, and the last one is hardly stricter than a
/// single one. A store looks by the week, so that its looks are known beforehand; confidence sequences, which allow looks
/// at any time, pay for it with wider intervals at the end.
public struct SequentialPlan: Hashable, Sendable {
  /// The significance of each look, two-sided: what its p value must be below.
  ///
  /// They are made for normal errors and used with those of Student (Jennison and Turnbull, "Group Sequential Methods",
  /// 2000, section 3.8).
  public let significances: [Double]

  /// Looks at equal distances.
  /// - Parameters:
  ///   - looks: 1 to 20.
  ///   - significance: of all looks together, more than 0 and less than 1.
  public init(looks: Int, significance: Double = 0.05) {
    precondition((1...20).contains(looks) && significance > 0 && significance < 1, "looks and a probability")
    let quantile = NormalDistribution.quantile(significance / 4)
    var walk = LookWalk()
    var (spent, significances) = (0.0, [Double]())
    for look in 1...looks {
      let share = Double(look) / Double(looks)
      let allowed = 4 * NormalDistribution.cumulative(quantile / share.squareRoot())
      let bound = walk.bound(spending: allowed - spent)
      walk.advance(within: bound)
      spent = allowed
      significances.append(2 * NormalDistribution.cumulative(-bound / Double(look).squareRoot()))
    }
    self.significances = significances
  }
}

/// The sum of standard normal numbers, one for each look, as long as it has not left the bounds (Armitage, McPherson and
/// Rowe, JRSS A 132, 1969): its density on a grid, by Simpson's rule.
private struct LookWalk {
  private static let intervals = 400
  /// Where the sum may be, and how likely it is there, Simpson's weight included.
  private var points: [(sum: Double, weight: Double)] = [(0, 1)]

  /// The bound that the next sum leaves with this probability.
  func bound(spending probability: Double) -> Double {
    var (low, high) = (0.0, 60.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if probabilityBeyond(middle) > probability { low = middle } else { high = middle }
    }
    return high
  }

  private func probabilityBeyond(_ bound: Double) -> Double {
    points.reduce(0) { sum, point in
      let beyond =
        NormalDistribution.cumulative(point.sum - bound) + NormalDistribution.cumulative(-point.sum - bound)
      return sum + point.weight * beyond
    }
  }

  /// Goes on with the sums within a bound.
  mutating func advance(within bound: Double) {
    let width = 2 * bound / Double(Self.intervals)
    points = (0...Self.intervals).map { index in
      let sum = -bound + Double(index) * width
      let isEnd = index == 0 || index == Self.intervals
      let simpson = (isEnd ? 1.0 : index % 2 == 1 ? 4 : 2) * width / 3
      let density = points.reduce(0) { $0 + $1.weight * NormalDistribution.density(sum - $1.sum) }
      return (sum, simpson * density)
    }
  }
}
