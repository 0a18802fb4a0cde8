/// What may be said of a comparison.
public struct Verdict: Hashable, Sendable {
  /// Which way the value went.
  public enum Direction: String, Sendable {
    /// It is higher with the change.
    case higher
    /// It is lower with the change.
    case lower
    /// Chance explains the difference.
    case inconclusive
  }

  /// Why not more may be said.
  public enum Caveat: String, Sendable, CaseIterable {
    /// There is neither a control nor a lot.
    case noControl
    /// Who decides which layout stands when may have known what comes.
    case notDrawnByLot
    /// Before the change both went apart already.
    case trendBefore
    /// There is too little before the change to see whether both went alike.
    case trendUnknown
    /// Cameras or zones are not the same in both.
    case geometryChanged
    /// A side has fewer than 14 days.
    case fewDays
    /// Weekdays or parts of the day are not the same in both, so that they are not held.
    case weekdaysDiffer
    /// A method that allows for runs of good and bad days does not see a difference.
    case blocksDisagree
  }

  /// Which way the value went.
  public let direction: Direction
  /// Why not more may be said.
  public let caveats: [Caveat]

  /// Whether the change may be called the reason, where there is a difference.
  public var isCausal: Bool {
    let against: [Caveat] = [.noControl, .notDrawnByLot, .trendBefore, .trendUnknown, .geometryChanged]
    return direction != .inconclusive && !caveats.contains(where: against.contains)
  }

  init(
    _ interval: ClosedRange<Double>, blocks: ClosedRange<Double>?, caveats: [Caveat]
  ) {
    let isSeen = !interval.contains(0)
    let isSeenInBlocks = blocks.map { !$0.contains(0) } ?? true
    self.caveats = caveats + (isSeen && !isSeenInBlocks ? [.blocksDisagree] : [])
    direction =
      isSeen && isSeenInBlocks ? (interval.lowerBound > 0 ? .higher : .lower) : .inconclusive
  }
}
