import FootfallEvaluation

/// What `evaluate faces` prints as JSON, `footfall.face-scores/1`.
struct FaceReport: Encodable {
  let schema = "footfall.face-scores/1"
  let eer, tarAtFar1pct, accuracy, threshold: Double
  let images, failedToDetect: Int
  let intervals: Intervals
  let roc: [Point]

  private enum CodingKeys: String, CodingKey {
    case schema, eer, tarAtFar1pct, accuracy, threshold, images, failedToDetect, intervals, roc
  }

  /// From low to high with 95 % confidence.
  struct Intervals: Encodable {
    let eer, tarAtFar1pct, accuracy: [Double]
  }

  /// A point of the curve; `threshold` is null where none accepts so few.
  struct Point: Encodable {
    let far, tar: Double
    let tarInterval: [Double]
    let threshold: Double?

    private enum CodingKeys: String, CodingKey {
      case far, tar, tarInterval, threshold
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(far, forKey: .far)
      try container.encode(tar, forKey: .tar)
      try container.encode(tarInterval, forKey: .tarInterval)
      try container.encode(threshold, forKey: .threshold)
    }
  }

  init(_ sample: PairSample) {
    let scores = sample.scores
    func ends(_ estimate: RecognitionScores.Estimate) -> [Double] {
      [estimate.interval.lowerBound, estimate.interval.upperBound]
    }
    eer = scores.equalErrorRate.value
    tarAtFar1pct = scores.trueAcceptsAtOnePercent.value
    accuracy = scores.accuracy.value
    threshold = scores.threshold
    images = sample.pictures
    failedToDetect = sample.picturesWithoutFace
    intervals = Intervals(
      eer: ends(scores.equalErrorRate), tarAtFar1pct: ends(scores.trueAcceptsAtOnePercent),
      accuracy: ends(scores.accuracy))
    roc = scores.curve.map {
      Point(
        far: $0.falseAccepts, tar: $0.trueAccepts.value, tarInterval: ends($0.trueAccepts),
        threshold: $0.threshold.isFinite ? $0.threshold : nil)
    }
  }
}
