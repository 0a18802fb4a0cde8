/// How well tracks agree with the truth: HOTA, CLEAR MOT and identity scores as TrackEval 1.3.0 computes them.
///
///     let scores = TrackingScores(truth: truth, result: tracks)
///     print(scores.hota, scores.mota, scores.idf1)
///
/// All rows count, whatever their columns 7 to 10 say. Scores are shares of 1; MOTA may be negative. A result without
/// boxes has scores of 0, and so has any result where the truth has no boxes.
public struct TrackingScores: Hashable, Sendable {
  /// Higher order tracking accuracy: the mean of √(DetA·AssA) over the thresholds 0.05, 0.10 … 0.95
  /// (Luiten et al., IJCV 129, 2021, equation 17).
  public let hota: Double
  /// Detection accuracy, the mean over the same thresholds.
  public let detA: Double
  /// Association accuracy, the mean over the same thresholds.
  public let assA: Double
  /// Multiple object tracking accuracy at IoU 0.5.
  ///
  /// It is 1 - (misses + false positives + identity switches) / true boxes (Bernardin and Stiefelhagen, 2008).
  public let mota: Double
  /// The mean IoU of the matches behind ``mota``.
  public let motp: Double
  /// The F1 score of identities at IoU 0.5 (Ristani et al., ECCV workshops 2016, equation 11).
  public let idf1: Double
  /// How often a person's track is another than at the match before.
  public let identitySwitches: Int
  /// Boxes of the result that match no true one at IoU 0.5.
  public let falsePositives: Int
  /// True boxes without a match at IoU 0.5.
  public let misses: Int
  /// The number of tracks in the result.
  public let ids: Int
  /// The number of people in the truth.
  public let truthIDs: Int

  /// Compares `result` with `truth`.
  /// - Parameters:
  ///   - truth: true boxes, each id at most once in a frame.
  ///   - result: the tracker's boxes, each id at most once in a frame.
  ///   - frames: the frames that are looked at; all where nil. Those after the last true box are never looked at.
  /// - Complexity: linear in the rows for a bounded crowd, plus O(t²r) for t people and r tracks.
  public init(truth: [MOTRow], result: [MOTRow], frames: ClosedRange<Int>? = nil) {
    let pairs = PairedFrames(truth: truth, result: result, frames: frames)
    let truthCounts = pairs.truth.rowCounts
    let resultCounts = pairs.result.rowCounts
    var clear = ClearScores(truthIDs: truthCounts.count)
    var identity = IdentityScores(truthCounts: truthCounts, resultCounts: resultCounts)
    var higherOrder = HigherOrderScores(truthCounts: truthCounts, resultCounts: resultCounts)
    var overlaps = FrameOverlaps()
    for index in pairs.frames.indices {
      overlaps.load(index, of: pairs)
      clear.add(overlaps)
      identity.add(overlaps)
      higherOrder.align(overlaps)
    }
    for index in pairs.frames.indices {
      overlaps.load(index, of: pairs)
      higherOrder.match(overlaps)
    }
    (hota, detA, assA) = higherOrder.means
    // TrackEval's choice where there is nothing to find.
    mota = pairs.truth.rows.isEmpty ? 0 : clear.accuracy
    motp = clear.precision
    idf1 = identity.f1
    identitySwitches = clear.identitySwitches
    falsePositives = clear.falsePositives
    misses = clear.misses
    ids = resultCounts.count
    truthIDs = truthCounts.count
  }
}
