import FootfallCore
import FootfallPlanning

/// How a search goes, on standard error: a line with objective, bound and gap whenever they change, at most one a second.
final class SearchReporter {
  private let label: String
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?

  /// - Parameter label: what is being searched.
  init(_ label: String) { self.label = label }

  /// Tells what is known by now.
  func update(_ progress: SolverProgress) {
    let now = ContinuousClock.now
    if let last, now - last < .seconds(1) { return }
    last = now
    let objective = progress.objective.map { $0.fixed(1) } ?? "-"
    StandardError.write(
      "\(label): objective \(objective), bound \(progress.bound.fixed(1)), gap \((100 * progress.gap).fixed(2)) %, "
        + "\((now - start).inSeconds.fixed(0)) s\n")
  }
}
