internal import FootfallCore

/// Where a person's box is and how it moves: centre, width and height, each with its own filter.
@usableFromInline
struct BoxFilter: Hashable, Sendable {
  private var centerX: ConstantVelocityFilter
  private var centerY: ConstantVelocityFilter
  private var width: ConstantVelocityFilter
  private var height: ConstantVelocityFilter

  init(_ box: BoundingBox, motion: TrackerParameters.Motion) {
    let position = motion.measurementDeviation * box.height
    let velocity = motion.initialVelocityDeviation * box.height
    let sizeVelocity = motion.initialSizeVelocityDeviation * box.height
    centerX = .init(position: box.center.x, positionDeviation: position, velocityDeviation: velocity)
    centerY = .init(position: box.center.y, positionDeviation: position, velocityDeviation: velocity)
    width = .init(position: box.width, positionDeviation: position, velocityDeviation: sizeVelocity)
    height = .init(position: box.height, positionDeviation: position, velocityDeviation: sizeVelocity)
  }

  /// The estimate; sides never fall below one pixel.
  var box: BoundingBox {
    let width = max(1, width.position)
    let height = max(1, height.position)
    return BoundingBox(
      x: centerX.position - width / 2, y: centerY.position - height / 2, width: width, height: height)
  }

  /// How fast the foot point moves, in pixels per second.
  var footVelocity: Point { Point(centerX.velocity, centerY.velocity + height.velocity / 2) }

  /// Moves the estimate on by `seconds`.
  mutating func predict(seconds: Double, motion: TrackerParameters.Motion) {
    let scale = max(1, height.position)
    let walking = motion.acceleration * scale
    let sizing = motion.sizeAcceleration * scale
    centerX.predict(seconds: seconds, accelerationDensity: walking * walking)
    centerY.predict(seconds: seconds, accelerationDensity: walking * walking)
    width.predict(seconds: seconds, accelerationDensity: sizing * sizing)
    height.predict(seconds: seconds, accelerationDensity: sizing * sizing)
  }

  /// Takes in a detected box; a weak detection is trusted less.
  mutating func update(_ detected: BoundingBox, score: Double, motion: TrackerParameters.Motion) {
    let deviation = motion.measurementDeviation * max(1, height.position) * Self.noiseFactor(score: score)
    centerX.update(measured: detected.center.x, deviation: deviation)
    centerY.update(measured: detected.center.y, deviation: deviation)
    width.update(measured: detected.width, deviation: deviation)
    height.update(measured: detected.height, deviation: deviation)
  }

  /// How much noise there is in a detection: more as confidence falls, within a factor of three.
  ///
  /// Du et al., StrongSORT, 2022, equation 3 (NSA Kalman).
  static func noiseFactor(score: Double) -> Double { 1.5 - min(1, score) }

  /// Keeps the size while nobody is seen: a growing or shrinking guess would only get worse.
  ///
  /// Whoever moved so slowly that it may have been the box that trembled stays where they are.
  mutating func hold(motion: TrackerParameters.Motion) {
    width.velocity = 0
    height.velocity = 0
    if footVelocity.length < motion.standingSpeed * height.position {
      centerX.velocity = 0
      centerY.velocity = 0
    }
  }
}
