internal import FootfallCore

/// Estimates how many people are in a store right now from counts at its doors.
///
/// As ``OccupancySmoother``, without the future: what a day's counts differ by when the store is empty again corrects
/// the next days'.
public struct OccupancyFilter: Sendable {
  /// How much of what is known of the bias is kept from one empty moment to the next: about a week is remembered.
  private static let memory = 0.8
  /// Crossings each way, without bias, that a new store is supposed to have had.
  private static let prior = 100.0

  private let errors: FlowErrors
  private let level: Double
  private var belief = CountDistribution.certain(0)
  /// Counts since the store was empty, and those before, fading.
  private var today = (entries: 0.0, exits: 0.0)
  private var before = (entries: 0.0, exits: 0.0)
  private var corrected: FlowErrors

  /// Creates a filter for a store that is empty.
  /// - Parameters:
  ///   - errors: how often counts are wrong.
  ///   - level: the probability of the intervals, above 0 and below 1.
  public init(errors: FlowErrors = .unaudited, level: Double = OccupancyEstimate.usualLevel) {
    precondition(level > 0 && level < 1, "a level between 0 and 1")
    self.errors = errors
    self.level = level
    corrected = errors
  }

  /// The people inside at the end of the steps taken in so far.
  public var estimate: OccupancyEstimate { OccupancyEstimate(belief, level: level) }

  /// Takes in the next step.
  public mutating func take(_ step: OccupancyStep) {
    let moved = belief.moved(by: corrected.change(in: step.flow))
    belief = CountDistribution?.some(moved).seeing(step.inside) ?? moved
    guard case .counted(let entries, let exits, let coverage) = step.flow else { return }
    today.entries += Double(entries) / coverage
    today.exits += Double(exits) / coverage
  }

  /// Takes in that the store is empty.
  public mutating func takeEmpty() {
    before.entries = before.entries * Self.memory + today.entries
    before.exits = before.exits * Self.memory + today.exits
    today = (0, 0)
    corrected = errors.balanced(
      entries: before.entries + Self.prior / errors.entries.factor,
      exits: before.exits + Self.prior / errors.exits.factor)
    belief = .certain(0)
  }
}
