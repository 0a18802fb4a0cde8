/// Looks for better answers of an integer program without a solver, in the thread of a ``NeighbourhoodSearch``.
public protocol ImprovementHeuristic {
  /// Is told of a best answer that was found elsewhere.
  mutating func take(_ values: [Double])

  /// Goes on for some milliseconds.
  /// - Returns: An answer that is better than all it knew; nil where it found none.
  mutating func improve() -> [Double]?
}
