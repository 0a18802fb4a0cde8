import FootfallEvaluation
import FootfallTestSupport
import Foundation
import Testing

@Suite("Published tracking scores")
struct PublishedScoresTests {
  /// MOTA and IDF1 as published for the two results (MOTChallenge's example data); the others by TrackEval 1.3.0.
  struct Published: Sendable {
    let sequence: String
    let mota, idf1, hota, detA, assA: Double
    let switches, falsePositives, misses: Int
  }

  static let published = [
    Published(
      sequence: "TUD-Campus", mota: 52.6, idf1: 55.8, hota: 39.14, detA: 41.80, assA: 36.91,
      switches: 7, falsePositives: 13, misses: 150),
    Published(
      sequence: "TUD-Stadtmitte", mota: 56.4, idf1: 64.5, hota: 39.78, detA: 39.23, assA: 40.88,
      switches: 7, falsePositives: 45, misses: 452),
  ]

  @Test(
    "are reproduced", .enabled(if: SharedData.isPresent("data/tud")), arguments: published)
  func reproduced(_ expected: Published) throws {
    func rows(_ kind: String) throws -> [MOTRow] {
      let file = SharedData.root.appendingPathComponent("data/tud/\(expected.sequence)-\(kind).txt")
      return try MOTRows.parse([UInt8](Data(contentsOf: file)), ids: .oncePerFrame)
    }
    let scores = TrackingScores(truth: try rows("gt"), result: try rows("test"))
    // Published with one digit: half a unit of it, and the last digit is not always rounded.
    #expect(abs(100 * scores.mota - expected.mota) < 0.06)
    #expect(abs(100 * scores.idf1 - expected.idf1) < 0.06)
    #expect(abs(100 * scores.hota - expected.hota) < 0.006)
    #expect(abs(100 * scores.detA - expected.detA) < 0.006)
    #expect(abs(100 * scores.assA - expected.assA) < 0.006)
    #expect(scores.identitySwitches == expected.switches)
    #expect(scores.falsePositives == expected.falsePositives)
    #expect(scores.misses == expected.misses)
  }
}
