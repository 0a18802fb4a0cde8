internal import FootfallCore

/// Estimates how many people were in a store from counts at its doors, with hindsight.
///
/// Counts in and out are wrong by a few per cent, and their running difference drifts without bound. Here the number
/// inside is a hidden state that changes by the true crossings behind the counts, is never negative, and is zero when
/// the store is known to be empty; each moment is judged by all that came before and after (forward-backward
/// algorithm: Rabiner, Proceedings of the IEEE 77, 1989; the model follows Hutchins, Ihler and Smyth, "Modeling count
/// data from multiple sensors: a building occupancy model", CAMSAP 2007).
///
/// ```swift
/// let day = OccupancySmoother().estimates(of: steps, startsEmpty: true, endsEmpty: true)
/// ```
public struct OccupancySmoother: Sendable {
  private let errors: FlowErrors
  private let level: Double

  /// Creates a smoother.
  /// - Parameters:
  ///   - errors: how often counts are wrong; both may be biased by more than that between two empty moments. Where
  ///     the time at hand has no two of them, ``FlowBalance`` tells what the days before say of the bias.
  ///   - level: the probability of the intervals, above 0 and below 1.
  public init(errors: FlowErrors = .unaudited, level: Double = OccupancyEstimate.usualLevel) {
    precondition(level > 0 && level < 1, "a level between 0 and 1")
    self.errors = errors
    self.level = level
  }

  /// The people inside at the end of each step; nil where nothing says how many there were to begin with.
  /// - Parameters:
  ///   - steps: in time order, without holes.
  ///   - startsEmpty: whether the store is known to be empty before the first step.
  ///   - endsEmpty: whether it is known to be empty after the last one.
  /// - Complexity: O(n w k) for n steps, w numbers that are possible at a time and k possible changes in a step.
  public func estimates(
    of steps: [OccupancyStep], startsEmpty: Bool, endsEmpty: Bool
  ) -> [OccupancyEstimate?] {
    let counted = steps.counted
    let errors =
      startsEmpty && endsEmpty ? errors.balanced(entries: counted.entries, exits: counted.exits) : errors
    // Most minutes are like one before: nobody or few come and go.
    var known: [OccupancyStep.Flow: CountDistribution] = [:]
    let changes = steps.map { step in
      let change = known[step.flow] ?? errors.change(in: step.flow)
      known[step.flow] = change
      return change
    }
    let before = forward(steps, changes, from: startsEmpty ? .certain(0) : nil)
    let after = backward(steps, changes, to: endsEmpty ? .certain(0) : nil)
    return zip(before, after).map { past, future in
      let belief: CountDistribution? =
        switch (past, future) {
        case (let past?, let future?): past.joined(with: future) ?? past
        case (let known, nil), (nil, let known): known
        }
      return belief.map { OccupancyEstimate($0, level: level) }
    }
  }

  /// What each step and those before it say about its end.
  private func forward(
    _ steps: [OccupancyStep], _ changes: [CountDistribution], from start: CountDistribution?
  ) -> [CountDistribution?] {
    var belief = start
    return zip(steps, changes).map { step, change in
      belief = (belief?.moved(by: change)).seeing(step.inside)
      return belief
    }
  }

  /// What the steps after each one say about its end.
  private func backward(
    _ steps: [OccupancyStep], _ changes: [CountDistribution], to end: CountDistribution?
  ) -> [CountDistribution?] {
    var belief = end
    let reversed = zip(steps, changes).reversed().map { step, change in
      defer { belief = belief.seeing(step.inside)?.moved(by: change.negated) }
      return belief
    }
    return reversed.reversed()
  }
}
