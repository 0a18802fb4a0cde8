/// How well detections agree with the truth: average precision as COCO defines it, for one class.
///
/// The figures equal those of pycocotools with neither crowds nor area limits, but without its limit of 100 detections
/// in an image. All are shares of 1, and 0 where there is no true box.
public struct DetectionScores: Hashable, Sendable {
  /// Detections that score less are left out, so that results of different detectors end at the same place.
  public static let defaultMinimumScore = 0.05

  /// Average precision at IoU 0.5: the mean of the interpolated precision at the recalls 0, 0.01 … 1.
  public let ap50: Double
  /// The mean of the average precision over the IoU thresholds 0.50, 0.55 … 0.95.
  public let ap50to95: Double
  /// The share of detections with at least ``score`` that match a true box at IoU 0.5.
  public let precision: Double
  /// The share of true boxes that a detection with at least ``score`` matches at IoU 0.5.
  public let recall: Double
  /// The score behind ``precision`` and ``recall``; nil where nothing was detected and none was asked for.
  public let score: Double?

  /// Compares `detections` with `truth`.
  /// - Parameters:
  ///   - truth: true boxes; their scores are not looked at.
  ///   - detections: boxes with scores, in any order.
  ///   - frames: the frames that are looked at; all where nil. Those after the last true box are never looked at.
  ///   - minimumScore: detections that score less are left out.
  ///   - score: where to state precision and recall; nil for the score at which their harmonic mean, F1, is largest
  ///     (the highest such score).
  /// - Complexity: O(n log n) for n rows and a bounded crowd.
  public init(
    truth: [MOTRow], detections: [MOTRow], frames: ClosedRange<Int>? = nil,
    minimumScore: Double = defaultMinimumScore, score: Double? = nil
  ) {
    let pairs = PairedFrames(
      truth: truth, result: detections.filter { $0.score >= minimumScore }, frames: frames)
    let matcher = DetectionMatcher(pairs)
    let curves = Self.thresholds.map { matcher.curve(threshold: $0) }
    ap50 = curves[0].averagePrecision
    ap50to95 = curves.reduce(0) { $0 + $1.averagePrecision } / Double(curves.count)
    let point = score.map { curves[0].point(score: $0) } ?? curves[0].bestPoint
    precision = point.precision
    recall = point.recall
    self.score = point.score
  }

  /// Computed as numpy's `linspace(0.5, 0.95, 10)` does.
  private static let thresholds: [Double] = {
    let step = (0.95 - 0.5) / 9
    return (0..<9).map { 0.5 + Double($0) * step } + [0.95]
  }()
}
