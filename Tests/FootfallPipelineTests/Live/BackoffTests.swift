import FootfallCore
import FootfallProcess
import FootfallTestSupport
import Testing

@Suite("Waiting before another attempt")
struct BackoffTests {
  @Test("each failure doubles the wait, from a second to a minute, less up to a quarter")
  func doubling() {
    var generator = SeededGenerator(seed: 1)
    var backoff = Backoff()
    for full in [1.0, 2, 4, 8, 16, 32, 60, 60, 60] {
      let wait = backoff.next(using: &generator).inSeconds
      #expect(wait >= 0.75 * full && wait <= full, "\(full): \(wait)")
    }
    backoff.reset()
    #expect(backoff.next(using: &generator) <= .seconds(1))
  }

  @Test("cameras that failed together do not come back together")
  func jitter() {
    var generator = SeededGenerator(seed: 2)
    let waits = (0..<100).map { _ in
      var backoff = Backoff()
      return backoff.next(using: &generator)
    }
    #expect(Set(waits).count > 90)
  }
}
