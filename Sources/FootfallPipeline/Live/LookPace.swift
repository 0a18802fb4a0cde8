internal import FootfallCore
internal import Synchronization

/// How often a camera is looked at; set on one thread, gone by on another.
final class LookPace: Sendable {
  private let usual: Duration
  private let isHurried = Atomic(false)

  /// - Parameter usual: the time between two looks where nothing is urgent.
  init(usual: Duration) { self.usual = usual }

  /// The time between two looks.
  var interval: Duration { isHurried.load(ordering: .relaxed) ? usual / 2 : usual }

  /// Lets looks follow each other twice as fast, or no longer.
  func hurry(_ isHurried: Bool) { self.isHurried.store(isHurried, ordering: .relaxed) }
}

/// Picks the frames for looks: a frame that comes late does not make those after it late.
struct LookGrid {
  /// When the last look was due.
  private var lastDue: MediaTime?

  /// Whether a look is due at a frame; times increase.
  mutating func isDue(_ time: MediaTime, every interval: Duration) -> Bool {
    guard let last = lastDue else {
      lastDue = time
      return true
    }
    // Time stamps jitter: a frame that is early by less than an eighth is the one that is due.
    guard time - last >= interval - interval / 8 else { return false }
    lastDue = max(last + interval, time - interval)
    return true
  }
}
