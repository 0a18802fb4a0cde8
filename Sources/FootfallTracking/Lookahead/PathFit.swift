internal import FootfallCore

/// Where a straight path through sightings has somebody at a moment: a local linear regression with Epanechnikov's
/// kernel (Fan and Gijbels, Local polynomial modelling and its applications, 1996, section 3.2).
///
/// Unlike a filter it does not lag behind, since it knows what comes after.
struct PathFit {
  /// Sightings farther away do not count: people walk straight on for about so long.
  static let reachSeconds = 0.5
  // Weighted sums over sightings: of 1, t and t², of the box's values, and of these times t.
  private var weight = 0.0
  private var time = 0.0
  private var timeSquared = 0.0
  private var values = SIMD4<Double>(repeating: 0)
  private var products = SIMD4<Double>(repeating: 0)

  /// Takes in a sighting.
  /// - Parameters:
  ///   - seconds: when, from the moment asked for.
  ///   - distance: how many seconds away it is, from the nearest sighting on its side.
  mutating func add(_ box: BoundingBox, score: Double, seconds: Double, distance: Double) {
    let nearness = distance / Self.reachSeconds
    // The same noise as the filter assumes.
    let deviation = BoxFilter.noiseFactor(score: score)
    let share = (1 - nearness * nearness) / (deviation * deviation)
    let value = SIMD4(box.center.x, box.center.y, box.width, box.height)
    weight += share
    time += share * seconds
    timeSquared += share * seconds * seconds
    values += share * value
    products += (share * seconds) * value
  }

  /// The box at the moment asked for; nil without a sighting.
  var box: BoundingBox? {
    guard weight > 0 else { return nil }
    let spread = weight * timeSquared - time * time
    let value =
      spread > 1e-9 * weight * weight ? (timeSquared * values - time * products) / spread : values / weight
    let (width, height) = (max(1, value.z), max(1, value.w))
    return BoundingBox(x: value.x - width / 2, y: value.y - height / 2, width: width, height: height)
  }
}
