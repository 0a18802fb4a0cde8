import FootfallCore
import FootfallTestSupport
import Testing

@testable import FootfallTracking

@Suite struct MatcherTests {
  private static let minimum = 0.3

  /// The best pairs by the plain solver over the whole matrix.
  private func plainPairs(_ similarities: [[Double]], columns: Int) -> [Int] {
    let costs = similarities.joined().map { $0 >= Self.minimum ? 1 - $0 : 1 }
    var solver = AssignmentSolver()
    var columnOfRow: [Int] = []
    solver.solve(costs: costs, rows: similarities.count, columns: columns, into: &columnOfRow)
    return columnOfRow.enumerated().map { row, column in
      column >= 0 && similarities[row][column] >= Self.minimum ? column : -1
    }
  }

  private func pairs(_ similarities: [[Double]], columns: Int, by matcher: inout Matcher) -> [Int] {
    matcher.match(similarities.count, columns, minimum: Self.minimum) { similarities[$0][$1] }
    return matcher.columnOfRow
  }

  @Test(arguments: [0.02, 0.1, 0.3, 1])
  func groupByGroupThePairsAreThoseOfTheWholeMatrix(density: Double) {
    var generator = SeededGenerator(seed: 41)
    var matcher = Matcher()
    for round in 0..<300 {
      let rows = Int.random(in: 0...24, using: &generator)
      let columns = Int.random(in: 0...24, using: &generator)
      // Drawn from a continuum, so that the best solution is the only one.
      let similarities = (0..<rows).map { _ in
        (0..<columns).map { _ in
          Double.random(in: 0..<1, using: &generator) < density
            ? Double.random(in: 0...1, using: &generator) : 0
        }
      }
      let found = pairs(similarities, columns: columns, by: &matcher)
      #expect(found == plainPairs(similarities, columns: columns), "round \(round), seed 41")
    }
  }

  @Test func whereSeveralSolutionsAreBestOneOfThemIsFound() {
    var generator = SeededGenerator(seed: 42)
    var matcher = Matcher()
    for round in 0..<300 {
      let rows = Int.random(in: 1...12, using: &generator)
      let columns = Int.random(in: 1...12, using: &generator)
      let similarities = (0..<rows).map { _ in
        (0..<columns).map { _ in Double(Int.random(in: 0...4, using: &generator)) / 4 }
      }
      let found = pairs(similarities, columns: columns, by: &matcher)
      let used = found.filter { $0 >= 0 }
      #expect(Set(used).count == used.count)
      let total = sum(found, similarities)
      let best = sum(plainPairs(similarities, columns: columns), similarities)
      #expect(total == best, "round \(round), seed 42")
    }
  }

  @Test func noPairBelowTheMinimumIsMade() {
    var matcher = Matcher()
    #expect(pairs([[0.29, 0.1], [0.3, 0.29]], columns: 2, by: &matcher) == [-1, 0])
    #expect(pairs([[], []], columns: 0, by: &matcher) == [-1, -1])
    #expect(pairs([], columns: 3, by: &matcher) == [])
  }

  /// Quarters add up without rounding.
  private func sum(_ columnOfRow: [Int], _ similarities: [[Double]]) -> Double {
    columnOfRow.enumerated().reduce(0) { sum, pair in
      pair.element < 0 ? sum : sum + similarities[pair.offset][pair.element]
    }
  }
}
