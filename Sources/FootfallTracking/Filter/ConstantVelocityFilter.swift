/// A Kalman filter over one coordinate that moves with a nearly constant velocity.
///
/// The transition, process and measurement noise of a box tracker do not mix coordinates, so one 8-state filter is
/// exactly four of these 2-state ones. Process noise is white acceleration in continuous time (Bar-Shalom, Li and
/// Kirubarajan, Estimation with Applications to Tracking and Navigation, 2001, eq. 6.2.2-4), so that the frame rate
/// does not matter.
@usableFromInline
struct ConstantVelocityFilter: Hashable, Sendable {
  /// The coordinate, in pixels.
  @usableFromInline var position: Double
  /// Its rate of change, in pixels per second.
  @usableFromInline var velocity: Double
  /// The covariance of (position, velocity).
  private var positionVariance: Double
  private var covariance: Double
  private var velocityVariance: Double

  init(position: Double, positionDeviation: Double, velocityDeviation: Double) {
    self.position = position
    velocity = 0
    positionVariance = positionDeviation * positionDeviation
    covariance = 0
    velocityVariance = velocityDeviation * velocityDeviation
  }

  /// Moves the estimate on by `seconds`; `accelerationDensity` is in pixels² per second³.
  mutating func predict(seconds: Double, accelerationDensity: Double) {
    position += velocity * seconds
    let squared = seconds * seconds
    positionVariance +=
      2 * seconds * covariance + squared * velocityVariance + accelerationDensity * squared * seconds / 3
    covariance += seconds * velocityVariance + accelerationDensity * squared / 2
    velocityVariance += accelerationDensity * seconds
  }

  /// Takes in a measured position with the given standard deviation, in pixels.
  mutating func update(measured: Double, deviation: Double) {
    let innovationVariance = positionVariance + deviation * deviation
    let positionGain = positionVariance / innovationVariance
    let velocityGain = covariance / innovationVariance
    let innovation = measured - position
    position += positionGain * innovation
    velocity += velocityGain * innovation
    velocityVariance -= velocityGain * covariance
    covariance *= 1 - positionGain
    positionVariance *= 1 - positionGain
  }
}
