/// Additive seasonal smoothing without trend: a level and an offset for each place in the season.
///
/// Hyndman, Koehler, Ord and Snyder, "Forecasting with Exponential Smoothing", 2008, table 2.1 (N,A), in its form of
/// error correction. A missing observation changes nothing; a place never observed gets its offset with the first one.
public struct SeasonalSmoothing: Hashable, Sendable {
  /// The level now.
  public private(set) var level: Double
  /// The offset of each place; nil where it was never observed.
  public private(set) var offsets: [Double?]
  /// The weight of a new observation in the level, 0 to 1.
  public let levelRate: Double
  /// The weight of a new observation in its place's offset, 0 to 1.
  public let offsetRate: Double
  /// The place of the next observation.
  private var place = 0

  /// Begins at a level; `offsets[0]` is that of the next observation.
  public init(level: Double, offsets: [Double?], levelRate: Double, offsetRate: Double) {
    precondition(!offsets.isEmpty, "a season has at least one place")
    self.level = level
    self.offsets = offsets
    self.levelRate = levelRate
    self.offsetRate = offsetRate
  }

  /// Takes in the next observation, or that it is missing.
  public mutating func observe(_ value: Double?) {
    if let value {
      if let offset = offsets[place] {
        let error = value - level - offset
        level += levelRate * error
        offsets[place] = offset + offsetRate * error
      } else {
        offsets[place] = value - level
      }
    }
    place = place + 1 < offsets.count ? place + 1 : 0
  }

  /// The expectation of the observation `steps` after the next one; nil where its place was never observed.
  public func expectation(after steps: Int) -> Double? {
    offsets[(place + steps) % offsets.count].map { level + $0 }
  }
}
