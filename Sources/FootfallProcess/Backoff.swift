/// How long to wait before the next attempt: 1 s after the first failure, twice as long after each further one, 60 s at
/// most, and at random up to a quarter less, so that what failed together does not come back together.
public struct Backoff: Sendable {
  static let shortest = Duration.seconds(1)
  static let longest = Duration.seconds(60)

  private var failures = 0

  /// Begins without a failure.
  public init() {}

  /// Notes that all is well.
  public mutating func reset() { failures = 0 }

  /// Notes a failure.
  /// - Returns: how long to wait.
  public mutating func next(using generator: inout some RandomNumberGenerator) -> Duration {
    let full = min(Self.longest, Self.shortest * Int(1 << min(failures, 6)))
    failures += 1
    return full * Double.random(in: 0.75...1, using: &generator)
  }
}
