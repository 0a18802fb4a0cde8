import FootfallCore
import FootfallEvaluation
import FootfallTestSupport
import Testing

@Suite("TrackingScores")
struct TrackingScoresTests {
  /// A box of 40 x 100 pixels.
  private func row(_ frame: Int, _ id: Int, x: Double, y: Double = 0) -> MOTRow {
    MOTRow(frame: frame, id: id, box: BoundingBox(x: x, y: y, width: 40, height: 100))
  }

  /// Three people who walk side by side for 20 frames.
  private var crowd: [MOTRow] {
    (1...20).flatMap { frame in
      (1...3).map { row(frame, $0, x: Double(100 * $0 + 3 * frame)) }
    }
  }

  @Test("a perfect result scores 1 in everything")
  func perfectResult() {
    let scores = TrackingScores(truth: crowd, result: crowd)
    for score in [scores.hota, scores.detA, scores.assA, scores.mota, scores.motp, scores.idf1] {
      #expect(abs(score - 1) < 1e-12)
    }
    #expect(scores.identitySwitches + scores.falsePositives + scores.misses == 0)
    #expect(scores.ids == 3 && scores.truthIDs == 3)
  }

  @Test("an empty result scores 0 and misses everything")
  func emptyResult() {
    let scores = TrackingScores(truth: crowd, result: [])
    for score in [scores.hota, scores.detA, scores.assA, scores.mota, scores.motp, scores.idf1] {
      #expect(score == 0)
    }
    #expect(scores.misses == 60 && scores.falsePositives == 0 && scores.ids == 0)
  }

  @Test("an empty truth scores 0 and makes every box false")
  func emptyTruth() {
    let scores = TrackingScores(truth: [], result: crowd)
    #expect(scores.hota == 0 && scores.mota == 0 && scores.idf1 == 0)
    #expect(scores.falsePositives == 60 && scores.truthIDs == 0)
  }

  @Test("a track that changes its id half-way costs one switch, half the identity and √½ of HOTA")
  func identitySwitch() {
    let truth = (1...4).map { row($0, 1, x: 0) }
    let result = (1...4).map { row($0, $0 < 3 ? 7 : 8, x: 0) }
    let scores = TrackingScores(truth: truth, result: result)
    #expect(scores.identitySwitches == 1 && scores.ids == 2)
    #expect(scores.mota == 0.75 && scores.idf1 == 0.5 && scores.detA == 1)
    // Each of the two pairs has 2 matches of 4 + 2 - 2 boxes.
    #expect(abs(scores.assA - 0.5) < 1e-12 && abs(scores.hota - 0.5.squareRoot()) < 1e-12)
  }

  @Test("a person keeps their track while it overlaps enough, even where another overlaps more")
  func continuityComesFirst() {
    let truth = [row(1, 1, x: 0), row(2, 1, x: 0)]
    let result = [row(1, 7, x: 0), row(2, 7, x: 10), row(2, 8, x: 1)]
    let scores = TrackingScores(truth: truth, result: result)
    #expect(scores.identitySwitches == 0 && scores.falsePositives == 1)
    // Overlaps of 40 and of 30 in 50.
    #expect(abs(scores.motp - (1 + 0.6) / 2) < 1e-12)
  }

  @Test("a switch is noticed after any gap")
  func switchAfterGap() {
    let truth = [row(1, 1, x: 0), row(50, 1, x: 0)]
    let result = [row(1, 7, x: 0), row(50, 8, x: 0)]
    #expect(TrackingScores(truth: truth, result: result).identitySwitches == 1)
  }

  @Test("an overlap of exactly one half is a match")
  func thresholdIsInclusive() {
    let truth = [MOTRow(frame: 1, id: 1, box: BoundingBox(x: 0, y: 0, width: 10, height: 10))]
    let result = [MOTRow(frame: 1, id: 1, box: BoundingBox(x: 0, y: 0, width: 5, height: 10))]
    let scores = TrackingScores(truth: truth, result: result)
    #expect(scores.misses == 0 && scores.idf1 == 1)
    // Matched at the 10 thresholds up to 0.50 of 19.
    #expect(abs(scores.hota - 10.0 / 19) < 1e-12)
  }

  @Test("frames after the last true box are not looked at, nor those out of the range asked for")
  func framesInRange() {
    let late = crowd + [row(21, 9, x: 0), row(90, 9, x: 0)]
    #expect(TrackingScores(truth: crowd, result: late).falsePositives == 0)
    let part = TrackingScores(truth: crowd, result: late, frames: 6...10)
    #expect(part.misses == 0 && part.truthIDs == 3 && part.hota > 1 - 1e-12)
    #expect(TrackingScores(truth: crowd, result: [], frames: 6...10).misses == 15)
    #expect(TrackingScores(truth: crowd, result: late, frames: 6...Int.max).falsePositives == 0)
  }

  @Test("neither the names of ids nor the order of lines matters", arguments: [1, 2, 3, 4, 5] as [UInt64])
  func namesDoNotMatter(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let result = crowd.compactMap { row -> MOTRow? in
      if Double.random(in: 0..<1, using: &random) < 0.2 { return nil }
      var row = row
      row.box.x += Double.random(in: -25...25, using: &random)
      if row.frame > 10, row.id < 3 { row.id = 3 - row.id }
      return row
    }
    let scores = TrackingScores(truth: crowd, result: result)
    let renamed = result.shuffled(using: &random).map { row in
      MOTRow(frame: row.frame, id: 1000 - 7 * row.id, box: row.box, score: row.score)
    }
    let again = TrackingScores(truth: crowd.shuffled(using: &random), result: renamed)
    #expect(abs(scores.hota - again.hota) < 1e-12 && abs(scores.motp - again.motp) < 1e-12, "seed \(seed)")
    #expect(scores.mota == again.mota && scores.idf1 == again.idf1, "seed \(seed)")
    #expect(scores.identitySwitches == again.identitySwitches, "seed \(seed)")
  }
}
