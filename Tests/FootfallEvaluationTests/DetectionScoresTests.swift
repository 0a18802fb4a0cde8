import FootfallCore
import FootfallEvaluation
import Testing

@Suite("DetectionScores")
struct DetectionScoresTests {
  private func row(
    _ frame: Int, _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ score: Double = 1
  ) -> MOTRow {
    MOTRow(
      frame: frame, id: -1, box: BoundingBox(x: x, y: y, width: width, height: height), score: score)
  }

  @Test("average precision interpolates over 101 recalls")
  func averagePrecisionByHand() {
    let truth = [row(1, 0, 0, 10, 10), row(1, 100, 0, 10, 10)]
    let detections = [
      row(1, 0, 0, 10, 10, 0.9), row(1, 50, 0, 10, 10, 0.8), row(1, 100, 0, 10, 10, 0.7),
    ]
    let scores = DetectionScores(truth: truth, detections: detections)
    // Precision 1 at the 51 recalls up to 0.50, 2/3 at the 50 above.
    #expect(abs(scores.ap50 - (51 + 50 * 2.0 / 3) / 101) < 1e-12)
    #expect(abs(scores.ap50to95 - scores.ap50) < 1e-12)
    #expect(scores.precision == 2.0 / 3 && scores.recall == 1 && scores.score == 0.7)
  }

  @Test("agrees with pycocotools 2.0.11 where boxes overlap, compete and are out of place")
  func agreesWithPycocotools() {
    let truth = [
      row(1, 100, 100, 50, 100), row(1, 140, 110, 50, 100), row(1, 300, 90, 40, 90),
      row(2, 104, 101, 50, 100), row(2, 150, 112, 50, 100), row(3, 320, 95, 42, 92),
      row(5, 120, 104, 50, 100),
    ]
    let detections = [
      row(1, 102, 103, 50, 100, 0.9), row(1, 131, 108, 52, 98, 0.8), row(1, 118, 104, 50, 104, 0.85),
      row(1, 500, 80, 40, 90, 0.3), row(2, 100, 95, 55, 108, 0.7), row(2, 151, 112, 49, 101, 0.8),
      row(2, 152, 113, 50, 100, 0.6), row(3, 330, 100, 40, 90, 0.55), row(4, 330, 100, 40, 90, 0.65),
      // Scores too little; frame 6 is after the truth.
      row(5, 120, 104, 50, 100, 0.04), row(5, 121, 106, 50, 95, 0.4), row(6, 121, 106, 50, 95, 0.99),
    ]
    let scores = DetectionScores(truth: truth, detections: detections)
    // COCOeval with one class, one area range and maxDets 10^6 on the same boxes.
    #expect(abs(scores.ap50 - 0.6739273927392739) < 1e-12)
    #expect(abs(scores.ap50to95 - 0.39917491749174916) < 1e-12)
  }

  @Test("a second detection of the same person is false")
  func duplicatesAreFalse() {
    let scores = DetectionScores(
      truth: [row(1, 0, 0, 10, 10)],
      detections: [row(1, 0, 0, 10, 10, 0.6), row(1, 0, 0, 10, 10, 0.6)])
    #expect(scores.precision == 0.5 && scores.recall == 1)
  }

  @Test("precision and recall are at the best F1, or at the score asked for")
  func operatingPoint() {
    let truth = (1...4).map { row($0, 0, 0, 10, 10) }
    let detections =
      (1...3).map { row($0, 0, 0, 10, 10, 0.8) } + (1...4).map { row($0, 50, 0, 10, 10, 0.3) }
    let best = DetectionScores(truth: truth, detections: detections)
    #expect(best.precision == 1 && best.recall == 0.75 && best.score == 0.8)
    let low = DetectionScores(truth: truth, detections: detections, score: 0.05)
    #expect(low.precision == 3.0 / 7 && low.recall == 0.75)
    let high = DetectionScores(truth: truth, detections: detections, score: 0.9)
    #expect(high.precision == 0 && high.recall == 0)
  }

  @Test("a perfect result scores 1, an empty one 0")
  func extremes() {
    let truth = (1...30).flatMap { frame in (0..<4).map { row(frame, 30 * Double($0), 0, 10, 30) } }
    let perfect = DetectionScores(truth: truth, detections: truth)
    #expect(abs(perfect.ap50 - 1) < 1e-12 && abs(perfect.ap50to95 - 1) < 1e-12)
    #expect(perfect.precision == 1 && perfect.recall == 1)
    let empty = DetectionScores(truth: truth, detections: [])
    #expect(empty.ap50 == 0 && empty.ap50to95 == 0 && empty.precision == 0 && empty.recall == 0)
    #expect(empty.score == nil)
    #expect(DetectionScores(truth: [], detections: truth).ap50 == 0)
  }

  @Test("frames with detections alone count as far as the truth goes")
  func framesWithoutTruth() {
    let truth = [row(1, 0, 0, 10, 10), row(3, 0, 0, 10, 10)]
    let detections = [2, 4].map { row($0, 0, 0, 10, 10, 0.9) } + truth
    let scores = DetectionScores(truth: truth, detections: detections, score: 0.5)
    #expect(scores.precision == 2.0 / 3 && scores.recall == 1)
  }
}
