internal import FootfallCore

/// Notices that a camera shows exactly the same picture over and over, as a hung encoder or recorder does.
struct FrozenWatch: Sendable {
  private let patienceNanoseconds: Int64
  private var checksum: UInt64?
  /// When the picture came first.
  private var since: Int64
  /// Whether the picture has been the same for too long.
  private(set) var isFrozen = false

  /// - Parameters:
  ///   - patience: how long a picture may stay the same.
  ///   - known: the checksum of the picture at which the camera was frozen before, which is not looked at again.
  init(patience: Duration, known: UInt64?) {
    patienceNanoseconds = patience.wholeNanoseconds
    checksum = known
    since = known == nil ? 0 : -patienceNanoseconds
  }

  /// Takes in the next picture.
  /// - Parameter nanoseconds: when it arrived, on a clock that never steps.
  /// - Returns: whether the picture is frozen.
  mutating func observe(_ checksum: UInt64, at nanoseconds: Int64) -> Bool {
    if checksum != self.checksum { (self.checksum, since) = (checksum, nanoseconds) }
    isFrozen = nanoseconds - since >= patienceNanoseconds
    return isFrozen
  }
}
