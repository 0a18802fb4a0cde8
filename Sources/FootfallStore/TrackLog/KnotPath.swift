/// Reduces a sampled path to the knots of a polyline that stays within a tolerance of every sample.
///
/// One pass in constant memory beside the knots: the swing-door method (Bristol, ISA 1990), which keeps the cone of
/// slopes that still serve all samples since the last knot. Knots lie on samples rounded to whole quanta, and the
/// check is made with the rounded ends, so that the tolerance bounds rounding and thinning together.
struct KnotPath: Sendable {
  /// A corner of the polyline.
  struct Knot: Hashable, Sendable {
    /// The frame.
    var frame: Int
    /// The value in whole quanta; lanes that are not used are 0.
    var value: SIMD4<Int64>
  }

  /// Values beyond this many quanta are cut off, so that differences never overflow.
  private static let limit = 1e15

  /// Stretches without missing frames, each with its knots in order of frames.
  private(set) var segments: [[Knot]] = []
  private let tolerance: SIMD4<Double>
  private var pending: Knot?
  private var low = SIMD4<Double>(repeating: 0)
  private var high = SIMD4<Double>(repeating: 0)

  /// - Parameter tolerance: the largest distance of the polyline from a sample, in quanta, at least 0.5.
  init(tolerance: Double) {
    self.tolerance = SIMD4(repeating: tolerance)
  }

  /// Adds the next sample; frames increase.
  /// - Parameters:
  ///   - value: the sample in quanta.
  ///   - isBreak: whether a new segment begins although no frame is missing.
  mutating func add(frame: Int, value exact: SIMD4<Double>, isBreak: Bool = false) {
    let value = KnotPath.bounded(exact)
    let knot = Knot(frame: frame, value: SIMD4<Int64>(value.rounded(.toNearestOrAwayFromZero)))
    guard let previous = pending, previous.frame + 1 == frame, !isBreak, let last = segments.last?.last else {
      endSegment()
      segments.append([knot])
      pending = knot
      return
    }
    pending = knot
    if previous.frame > last.frame, !isInCone(knot, from: last) {
      segments[segments.count - 1].append(previous)
      openCone(from: previous, to: value, frame: frame)
    } else if previous.frame == last.frame {
      openCone(from: last, to: value, frame: frame)
    } else {
      narrowCone(from: last, to: value, frame: frame)
    }
  }

  /// Writes down the last knot.
  mutating func finish() {
    endSegment()
    pending = nil
  }

  private mutating func endSegment() {
    guard let pending, let last = segments.last?.last, pending.frame > last.frame else { return }
    segments[segments.count - 1].append(pending)
  }

  private func isInCone(_ knot: Knot, from last: Knot) -> Bool {
    let slope = SIMD4<Double>(knot.value &- last.value) / Double(knot.frame - last.frame)
    return all(slope .>= low) && all(slope .<= high)
  }

  private mutating func openCone(from last: Knot, to value: SIMD4<Double>, frame: Int) {
    let run = Double(frame - last.frame)
    low = (value - tolerance - SIMD4<Double>(last.value)) / run
    high = (value + tolerance - SIMD4<Double>(last.value)) / run
  }

  private mutating func narrowCone(from last: Knot, to value: SIMD4<Double>, frame: Int) {
    let (widerLow, widerHigh) = (low, high)
    openCone(from: last, to: value, frame: frame)
    low.replace(with: widerLow, where: widerLow .> low)
    high.replace(with: widerHigh, where: widerHigh .< high)
  }

  private static func bounded(_ value: SIMD4<Double>) -> SIMD4<Double> {
    value.replacing(with: 0, where: value .!= value)
      .clamped(lowerBound: SIMD4(repeating: -limit), upperBound: SIMD4(repeating: limit))
  }
}
