/// Precision and recall as the score goes down.
struct PrecisionRecallCurve {
  /// Precision and recall of all detections with at least `score`.
  struct Point {
    var score: Double?
    var precision: Double
    var recall: Double
  }

  /// Detections, the best score first, and whether each is right.
  let ranking: [(score: Double, isMatch: Bool)]
  /// The number of true boxes.
  let truthCount: Int

  /// The mean, over the recalls 0, 0.01 … 1, of the best precision at that recall or a larger one.
  var averagePrecision: Double {
    if truthCount == 0 { return 0 }
    var recalls: [Double] = []
    var precisions: [Double] = []
    var matches = 0.0
    for (index, entry) in ranking.enumerated() {
      if entry.isMatch { matches += 1 }
      recalls.append(matches / Double(truthCount))
      // pycocotools adds the same to the divisor.
      precisions.append(matches / (Double(index + 1) + .ulpOfOne))
    }
    for index in precisions.indices.dropFirst().reversed() {
      precisions[index - 1] = max(precisions[index - 1], precisions[index])
    }
    var sum = 0.0
    var index = 0
    for step in 0...100 {
      let recall = step == 100 ? 1 : Double(step) * 0.01
      while index < recalls.count, recalls[index] < recall { index += 1 }
      if index == recalls.count { break }
      sum += precisions[index]
    }
    return sum / 101
  }

  /// Where F1 is largest; at the highest score of several.
  var bestPoint: Point {
    var best = Point(score: nil, precision: 0, recall: 0)
    var bestF1 = -1.0
    var matches = 0
    for (index, entry) in ranking.enumerated() {
      if entry.isMatch { matches += 1 }
      // A threshold keeps all detections of equal score, or none.
      if index + 1 < ranking.count, ranking[index + 1].score == entry.score { continue }
      let f1 = Double(2 * matches) / Double(index + 1 + truthCount)
      if f1 > bestF1 {
        bestF1 = f1
        best = point(score: entry.score, matches: matches, detections: index + 1)
      }
    }
    return best
  }

  /// Precision and recall of the detections with at least `score`.
  func point(score: Double) -> Point {
    let kept = ranking.prefix { $0.score >= score }
    return point(score: score, matches: kept.count(where: \.isMatch), detections: kept.count)
  }

  private func point(score: Double, matches: Int, detections: Int) -> Point {
    Point(
      score: score, precision: Double(matches) / Double(max(1, detections)),
      recall: Double(matches) / Double(max(1, truthCount)))
  }
}
