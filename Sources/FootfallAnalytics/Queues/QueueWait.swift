internal import FootfallCore

/// One person's wait in one queue, from the first entry to the counter or to giving up.
struct QueueWait: Sendable {
  enum Outcome: Sendable {
    /// The visit to the service zone that ended the wait.
    case served(Visit)
    /// The person left and did not come to a service zone in time.
    case abandoned
    /// What became of the person was not seen.
    case unknown
  }

  /// The queue's place in the scene.
  var zone: Int
  var enter: MediaTime
  /// Entry of the service zone, or the last time in a queue.
  var end: MediaTime
  var outcome: Outcome
  /// Whether the person was already waiting when the recording began.
  var wasUnderWay: Bool

  var seconds: Double { (end - enter).inSeconds }

  /// The service that ended the wait.
  var service: Visit? { if case .served(let visit) = outcome { visit } else { nil } }

  /// Whether the wait was seen from its beginning to service.
  var isWhole: Bool { service != nil && !wasUnderWay }
}
