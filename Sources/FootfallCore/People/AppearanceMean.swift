/// What a person looked like on average over many sightings, all of the same weight.
public struct AppearanceMean: Hashable, Sendable {
  /// Of the shares; a day of looks at 30 a second is far from the most that it holds.
  private var sums = SIMD32<UInt32>(repeating: 0)
  /// How many looks it is the mean of.
  public private(set) var looks = 0

  /// The mean of nothing.
  public init() {}

  /// What they look like; nil before the first look.
  public var appearance: Appearance? {
    guard looks > 0 else { return nil }
    let count = SIMD32<UInt32>(repeating: UInt32(looks))
    return Appearance(shares: SIMD32<UInt8>(truncatingIfNeeded: (sums &+ count / 2) / count))
  }

  /// Takes in a look at the person; after 16 million nothing changes the mean any more.
  public mutating func add(_ appearance: Appearance) {
    guard looks < 1 << 24 else { return }
    sums &+= SIMD32<UInt32>(truncatingIfNeeded: appearance.shares)
    looks += 1
  }
}
