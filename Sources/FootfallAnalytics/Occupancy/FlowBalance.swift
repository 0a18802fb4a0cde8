/// What counts in and out of a store differ by, learned from each time when it was empty before and after.
///
/// A day that is not over yet cannot tell by how much its counts are off; the days before can.
public struct FlowBalance: Sendable {
  /// How much of what is known is kept from one empty moment to the next: about a week is remembered.
  private static let memory = 0.8
  /// Crossings each way, without bias, that a new store is supposed to have had.
  private static let prior = 100.0

  private let errors: FlowErrors
  private var counted = (entries: 0.0, exits: 0.0)

  /// Creates the balance of a store of which nothing is known yet.
  /// - Parameter errors: how often counts are wrong.
  public init(errors: FlowErrors = .unaudited) { self.errors = errors }

  /// The errors, and more where in and out have differed.
  public var corrected: FlowErrors {
    errors.balanced(
      entries: counted.entries + Self.prior / errors.entries.factor,
      exits: counted.exits + Self.prior / errors.exits.factor)
  }

  /// Takes in all steps between two moments at which the store was empty.
  public mutating func take(_ steps: [OccupancyStep]) {
    let new = steps.counted
    counted = (
      counted.entries * Self.memory + new.entries, counted.exits * Self.memory + new.exits
    )
  }
}

extension [OccupancyStep] {
  /// How many were counted in and out, as if all of the time had been seen.
  var counted: (entries: Double, exits: Double) {
    var sums = (entries: 0.0, exits: 0.0)
    for step in self {
      guard case .counted(let entries, let exits, let coverage) = step.flow else { continue }
      sums.entries += Double(entries) / coverage
      sums.exits += Double(exits) / coverage
    }
    return sums
  }
}
