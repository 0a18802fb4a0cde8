internal import Glibc

/// The threshold that pairs of different people allow for a stated rate of false accepts.
public struct ThresholdChoice: Hashable, Sendable {
  /// The lowest similarity to accept.
  public let threshold: Double
  /// The share of pairs of different people that may be accepted.
  public let rateOfPairs: Double
  /// How many pairs of different people there were.
  public let pairs: Int

  /// Why no threshold can be stated.
  public struct TooFewPairs: Error, Hashable, Sendable {
    /// How many pairs of different people would do.
    public let needed: Int
  }

  /// Chooses a threshold.
  /// - Parameters:
  ///   - similarities: of pairs of different people.
  ///   - rate: how often a stranger may be taken for some member, above 0 and below 1.
  ///   - members: how many there are; each is another chance: 1 - (1 - p)ⁿ.
  /// - Throws: ``TooFewPairs`` where the rate is so low that not even one pair may be accepted.
  public init(similarities: [Double], rate: Double, members: Int) throws(TooFewPairs) {
    precondition(rate > 0 && rate < 1 && members >= 1, "a rate between 0 and 1, members from 1")
    rateOfPairs = -expm1(log1p(-rate) / Double(members))
    let allowed = Int(rateOfPairs * Double(similarities.count))
    guard allowed >= 1 else { throw TooFewPairs(needed: Int((1 / rateOfPairs).rounded(.up))) }
    // Just above the first similarity that is one too many.
    threshold = similarities.sorted(by: >)[min(allowed, similarities.count - 1)].nextUp
    pairs = similarities.count
  }
}
