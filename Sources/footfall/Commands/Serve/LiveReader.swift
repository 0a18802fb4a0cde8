import FootfallWeb

/// One who listens to what happens; the oldest updates that a slow one has not taken are lost.
struct LiveReader: Sendable {
  private let continuation: AsyncStream<LiveUpdate>.Continuation
  /// Updates that are lost, and of which they have not been told.
  private var lost = 0

  /// - Parameter continuation: of a stream that keeps the newest updates.
  init(_ continuation: AsyncStream<LiveUpdate>.Continuation) { self.continuation = continuation }

  /// Tells an update and, once there is room for it, how many were lost.
  /// - Returns: whether they still listen.
  mutating func tell(_ update: LiveUpdate) -> Bool {
    switch continuation.yield(update) {
    case .dropped(let oldest): lost += oldest.updates
    case .enqueued(let room):
      guard lost > 0, room > 0 else { break }
      continuation.yield(.missed(lost))
      lost = 0
    case .terminated: return false
    @unknown default: break
    }
    return true
  }
}

extension LiveUpdate {
  /// How many updates are lost with it.
  fileprivate var updates: Int { if case .missed(let count) = self { count } else { 1 } }
}
