internal import FootfallCore

/// What a person has looked like lately: a running mean in which a new look weighs an eighth.
struct AppearanceMemory: Sendable {
  /// In 255ths times 256.
  private var mean = SIMD32<UInt16>(repeating: 0)
  private var looks = 0

  /// What they look like; nil before the first look.
  var appearance: Appearance? {
    looks == 0 ? nil : Appearance(shares: SIMD32<UInt8>(truncatingIfNeeded: mean &>> 8))
  }

  /// Takes in a look at the person.
  mutating func learn(_ appearance: Appearance) {
    // The first looks weigh 1, 1/2 and 1/4.
    let shift = SIMD32<UInt16>(repeating: UInt16(min(looks, 3)))
    let new = SIMD32<UInt16>(truncatingIfNeeded: appearance.shares) &<< 8
    mean = mean &- (mean &>> shift) &+ (new &>> shift)
    looks += 1
  }
}
