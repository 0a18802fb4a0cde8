import FootfallCore
import Foundation

/// Progress on standard error: a bar with the time left on a terminal, a line every ten seconds otherwise.
///
/// Several parts of the work may report side by side; what is shown is their sum.
final class ProgressReporter: @unchecked Sendable {
  // @unchecked: `frames` and `last` are only touched with `lock` held.

  private let label: String
  private let total: Int?
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private let lock = NSLock()
  private var frames: [Int]
  private var last: ContinuousClock.Instant?

  /// - Parameters:
  ///   - label: what is being worked on.
  ///   - totals: the number of frames expected of each part; nil where unknown.
  init(_ label: String, totals: [Int?]) {
    self.label = label
    let known = totals.compactMap { $0 }.filter { $0 > 0 }
    total = known.count == totals.count ? known.reduce(0, +) : nil
    frames = [Int](repeating: 0, count: totals.count)
  }

  /// Tells that `count` frames of a part are done; shown at most ten times a second.
  func update(part: Int, frames count: Int) {
    lock.lock()
    defer { lock.unlock() }
    frames[part] = count
    let now = ContinuousClock.now
    let pause: Duration = isTerminal ? .milliseconds(100) : .seconds(10)
    guard now - (last ?? start) >= pause else { return }
    last = now
    show(frames.reduce(0, +), elapsed: (now - start).inSeconds)
  }

  /// Clears the bar.
  func finish() {
    lock.lock()
    defer { lock.unlock() }
    if isTerminal, last != nil { write("\r\u{1B}[K") }
  }

  private func show(_ frames: Int, elapsed: Double) {
    let rate = Double(frames) / max(elapsed, 1e-9)
    var text = "\(label): \(frames)"
    if let total {
      let share = min(1, Double(frames) / Double(total))
      let left = max(0, Double(total - frames)) / max(rate, 1e-9)
      text += " of \(total) frames, \(Int(share * 100)) %, \(rate.fixed(0)) fps, \(clock(left)) left"
      if isTerminal {
        let filled = Int(share * 24)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
        text = "\(bar) \(text)"
      }
    } else {
      text += " frames, \(rate.fixed(0)) fps"
    }
    write(isTerminal ? "\r\(text)\u{1B}[K" : "\(text)\n")
  }

  private func clock(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    return String(format: "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60)
  }

  private func write(_ text: String) { StandardError.write(text) }
}
