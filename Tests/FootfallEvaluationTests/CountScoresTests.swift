import FootfallCore
import FootfallEvaluation
import FootfallTestSupport
import Foundation
import Testing

@Suite("CountScores")
struct CountScoresTests {
  private func crossing(
    _ seconds: Double, _ direction: CountingLine.Direction = .in, line: String = "A",
    camera: String = "door"
  ) -> CrossingRecord {
    CrossingRecord(
      place: .init(camera: camera, line: line, direction: direction), time: MediaTime(seconds: seconds))
  }

  @Test("one missed, one false and one the wrong way cancel in the bias, not in the rest")
  func errorsDoNotCancel() {
    let truth = [crossing(1), crossing(5), crossing(9), crossing(12, .out)]
    let counted = [crossing(1.2), crossing(5, .out), crossing(9.9), crossing(30, .out)]
    let scores = CountScores(truth: truth, counted: counted)
    #expect(scores.bias == 0 && scores.matches == 2)
    #expect(scores.precision == 0.5 && scores.recall == 0.5)
    // In: 2 of 3. Out: 2 of 1.
    #expect(scores.mape.map { abs($0 - (1.0 / 3 + 1) / 2) < 1e-12 } == true)
    #expect(!scores.isEquivalent)
  }

  @Test("places are tallied one by one, in order, those without truth or without counts too")
  func places() {
    let truth = [crossing(1), crossing(5, .out), crossing(6, .out), crossing(9, line: "B")]
    let counted = [crossing(1.2), crossing(5.5, .out), crossing(3, camera: "back")]
    let places = CountScores(truth: truth, counted: counted).places
    #expect(
      places.map { "\($0.place.camera) \($0.place.line) \($0.place.direction)" }
        == ["back A in", "door A in", "door A out", "door B in"])
    #expect(
      places.map { [$0.truth, $0.counted, $0.matches] } == [[0, 1, 0], [1, 1, 1], [2, 1, 1], [1, 0, 0]])
    #expect(places.map(\.recall) == [nil, 1, 0.5, 0] && places.map(\.precision) == [0, 1, 1, nil])
  }

  @Test(
    "crossings match one to one, within a second and at the same place",
    arguments: [
      ("a second apart", [1.0], [2.0], 1),
      ("more than that", [1], [2.000001], 0),
      ("earlier", [2], [1], 1),
      ("two for one", [1], [1, 1.1], 1),
      ("one for two", [1, 1.1], [1], 1),
      ("a chain, in any order", [3, 2, 1], [3.9, 1.9, 2.9], 3),
      ("the nearest is not always right", [1, 1.8], [1.9, 0.5], 2),
    ])
  func matching(label: String, truth: [Double], counted: [Double], matches: Int) {
    let scores = CountScores(truth: truth.map { crossing($0) }, counted: counted.map { crossing($0) })
    #expect(scores.matches == matches, "\(label)")
    let elsewhere = counted.flatMap { [crossing($0, line: "B"), crossing($0, camera: "back")] }
    #expect(CountScores(truth: truth.map { crossing($0) }, counted: elsewhere).matches == 0, "\(label)")
  }

  @Test("matching finds as many pairs as the best assignment", arguments: [1, 2, 3] as [UInt64])
  func matchingIsOptimal(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var solver = AssignmentSolver()
    var columnOfRow: [Int] = []
    for _ in 0..<100 {
      func times(_ random: inout SeededGenerator) -> [Double] {
        (0..<Int.random(in: 0...8, using: &random)).map { _ in Double.random(in: 0...6, using: &random) }
      }
      let truth = times(&random)
      let counted = times(&random)
      let costs = truth.flatMap { time in counted.map { abs($0 - time) <= 1 ? -1.0 : 0 } }
      solver.solve(costs: costs, rows: truth.count, columns: counted.count, into: &columnOfRow)
      let best = columnOfRow.enumerated().count { row, column in
        column >= 0 && costs[row * counted.count + column] < 0
      }
      let scores = CountScores(truth: truth.map { crossing($0) }, counted: counted.map { crossing($0) })
      #expect(scores.matches == best, "seed \(seed): \(truth) and \(counted)")
    }
  }

  @Test("the mean error is taken over quarters of an hour in which somebody crossed or was counted")
  func meanErrorByInterval() {
    // Quarter 1: 2 of 2; quarter 2: 1 of 0, divided by 1; quarter 4: 0 of 1.
    let truth = [crossing(10), crossing(20), crossing(3000)]
    let counted = [crossing(10), crossing(20), crossing(1000)]
    #expect(CountScores(truth: truth, counted: counted).mape == 2.0 / 3)
    #expect(CountScores(truth: truth, counted: counted).bias == 0)
  }

  @Test("what nothing supports is nil")
  func missingFigures() {
    let nothing = CountScores(truth: [], counted: [])
    #expect(nothing.bias == nil && nothing.mape == nil && nothing.precision == nil && nothing.recall == nil)
    #expect(nothing.interval == nil && !nothing.isEquivalent)
    let onlyFalse = CountScores(truth: [], counted: [crossing(1)])
    #expect(onlyFalse.bias == nil && onlyFalse.precision == 0 && onlyFalse.mape == 1)
    let onlyMissed = CountScores(truth: [crossing(1)], counted: [])
    #expect(onlyMissed.bias == -1 && onlyMissed.recall == 0 && onlyMissed.precision == nil)
  }

  @Test("without an error it takes 55 crossings to be equivalent within 5 %", arguments: [12, 54, 55, 400])
  func faultlessCounts(count: Int) throws {
    let crossings = (0..<count).map { crossing(Double(3 * $0)) }
    let scores = CountScores(truth: crossings, counted: crossings)
    #expect(scores.isEquivalent == (count >= 55))
    // Wilson's upper limit of 0 in n is z²/(n + z²), the Poisson score limit z².
    let z2 = 1.6448536269514722 * 1.6448536269514722
    let interval = try #require(scores.interval)
    #expect(abs(interval.lowerBound + z2 / (Double(count) + z2)) < 1e-12)
    #expect(abs(interval.upperBound - z2 / Double(count)) < 1e-12)
  }

  @Test("a wider delta makes more equivalent")
  func delta() {
    let crossings = (0..<30).map { crossing(Double(3 * $0)) }
    var parameters = CountScores.Parameters()
    parameters.delta = 0.1
    #expect(CountScores(truth: crossings, counted: crossings, parameters: parameters).isEquivalent)
  }

  @Test(
    "the interval holds the true bias about nine times in ten",
    arguments: [(200, 0.03, 0.02), (200, 0.10, 0.10), (1000, 0.02, 0.05), (60, 0.05, 0.05)])
  func coverage(count: Int, missRate: Double, extraRate: Double) {
    var random = SeededGenerator(seed: 99)
    let runs = 800
    var held = 0
    for _ in 0..<runs {
      let misses = (0..<count).count { _ in Double.random(in: 0..<1, using: &random) < missRate }
      let extra = poisson(extraRate * Double(count), using: &random)
      let interval = CountScores.biasInterval(misses: misses, extra: extra, truth: count)
      if interval?.contains(extraRate - missRate) == true { held += 1 }
    }
    let share = Double(held) / Double(runs)
    #expect((0.87...0.95).contains(share), "\(share), seed 99")
  }

  /// The number of arrivals in a unit of time at a rate of `mean`.
  private func poisson(_ mean: Double, using random: inout SeededGenerator) -> Int {
    var arrivals = -1
    var time = 0.0
    while time < mean {
      time -= log(1 - Double.random(in: 0..<1, using: &random))
      arrivals += 1
    }
    return arrivals
  }
}
