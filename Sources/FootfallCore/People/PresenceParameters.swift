/// How long somebody who is not seen is still taken to be there, and to be who they were.
///
/// Tracking, counting and advice go by the same times, so that they tell of the same people.
public struct PresenceParameters: Hashable, Sendable {
  /// The longest time unseen that counts as present (docs/dwell-and-queues.md): boxes are drawn into such a hole,
  /// visits go on.
  public var bridgedGap: Duration = .seconds(2)
  /// The longest time unseen after which somebody may come back as who they were.
  ///
  /// Whoever stood still before comes back where they were; who walked is expected elsewhere by then (docs/adr/0008).
  public var lostPatience: Duration = .seconds(6)

  /// Creates the default times.
  public init() {}
}
