/// Lets only so many in at a time; the others wait in order.
///
/// Test cases all begin at once. Without it they would start dozens of programs on two processors, and none of them
/// would be as quick as it is for a user.
actor Turnstile {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// Creates a turnstile that lets `places` in.
  init(places: Int) { free = places }

  /// Does `work` once there is a place for it.
  func pass<Result: Sendable>(_ work: @Sendable () async throws -> Result) async throws -> Result {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
    defer { leave() }
    return try await work()
  }

  private func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
