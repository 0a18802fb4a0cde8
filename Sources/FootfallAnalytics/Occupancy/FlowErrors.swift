internal import FootfallCore

/// How often counts are wrong in both directions.
public struct FlowErrors: Hashable, Sendable {
  /// Of crossings in.
  public let entries: CountErrors
  /// Of crossings out.
  public let exits: CountErrors

  /// What is supposed where no audit tells.
  public static let unaudited = FlowErrors(entries: .unaudited, exits: .unaudited)

  /// Creates errors.
  public init(entries: CountErrors, exits: CountErrors) {
    self.entries = entries
    self.exits = exits
  }

  /// The errors that explain why as many did not come out as went in, though nobody stayed.
  ///
  /// The true number is the one that is nearest to both counts, each weighed by the variance that its errors give it
  /// (least squares); what the counts differ from it is added to their errors.
  /// - Parameters:
  ///   - entries: all that were counted in between two moments at which the store was empty.
  ///   - exits: all that were counted out.
  func balanced(entries countedIn: Double, exits countedOut: Double) -> FlowErrors {
    let (wentIn, cameOut) = (countedIn * entries.factor, countedOut * exits.factor)
    guard wentIn > 0, cameOut > 0 else {
      return FlowErrors(
        entries: cameOut > 0 ? entries : entries.corrected(to: 0),
        exits: wentIn > 0 ? exits : exits.corrected(to: 0))
    }
    // Counts without any error would weigh infinitely much.
    let least = 1e-9
    let weightIn = 1 / (countedIn * max(entries.variance, least))
    let weightOut = 1 / (countedOut * max(exits.variance, least))
    let people = (wentIn * weightIn + cameOut * weightOut) / (weightIn + weightOut)
    return FlowErrors(
      entries: entries.corrected(to: people / countedIn), exits: exits.corrected(to: people / countedOut))
  }

  /// How the number of people inside changes in a step with such a flow.
  func change(in flow: OccupancyStep.Flow) -> CountDistribution {
    switch flow {
    case .counted(let countedIn, let countedOut, let coverage):
      let leaving = exits.seeing(coverage).truth(behind: countedOut).negated
      return entries.seeing(coverage).truth(behind: countedIn).adding(leaving)
    case .unobserved(let expected):
      let leaving = CountDistribution.poisson(mean: expected).negated
      return CountDistribution.poisson(mean: expected).adding(leaving)
    }
  }
}
