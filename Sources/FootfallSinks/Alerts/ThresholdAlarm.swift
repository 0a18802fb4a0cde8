/// Tells when a number has been above a limit for a while, and when it has been back for as long.
///
/// Between `clear` and `above` nothing changes, so that a number that hovers about the limit raises one alarm and not many.
public struct ThresholdAlarm: Hashable, Sendable {
  /// What an alarm does.
  public enum Change: Hashable, Sendable {
    case raised
    case cleared
  }

  /// It is raised by what is greater.
  public let above: Int
  /// It is cleared by this or less; no more than `above`.
  public let clear: Int
  /// How long the number must stay there.
  public let hold: Duration
  /// Whether it is on.
  public private(set) var isRaised: Bool
  private var since: Duration?

  /// Creates an alarm.
  /// - Parameter isRaised: whether it was on when the program last ran.
  public init(above: Int, clear: Int, hold: Duration, isRaised: Bool = false) {
    precondition(clear <= above, "what raises an alarm does not clear it")
    self.above = above
    self.clear = clear
    self.hold = hold
    self.isRaised = isRaised
  }

  /// Takes in the number at a moment.
  /// - Parameters:
  ///   - value: nil where it is not known: then nothing changes, and the wait begins anew.
  ///   - time: since any moment, on a clock that nobody sets.
  public mutating func observe(_ value: Int?, at time: Duration) -> Change? {
    guard let value, isRaised ? value <= clear : value > above else {
      since = nil
      return nil
    }
    // Of two cameras that are told in turn one may be a little behind.
    let start = min(since ?? time, time)
    since = start
    guard time - start >= hold else { return nil }
    since = nil
    isRaised.toggle()
    return isRaised ? .raised : .cleared
  }
}
