import FootfallLayout
import Testing

@Suite("Least squares with clusters")
struct LeastSquaresTests {
  private typealias Oracle = StatisticsOracle

  private static let rows = stride(from: 0, to: Oracle.design.count, by: 4).map {
    Array(Oracle.design[$0..<$0 + 4])
  }

  @Test("The toy difference in differences: effect 5.5, error 1.1902380714, interval 2.9066940 to 8.0933060")
  func toy() throws {
    let values: [Double] = [10, 12, 11, 13, 20, 22, 19, 21, 9, 11, 10, 12, 14, 15, 13, 14]
    let rows = (0..<16).map { index -> [Double] in
      let (treated, after) = (index < 8 ? 1.0 : 0, index / 4 % 2 == 1 ? 1.0 : 0)
      return [1, treated, after, treated * after]
    }
    let estimate = try #require(LeastSquares(rows: rows, values: values)).estimate(3)
    #expect(abs(estimate.value - 5.5) < 1e-10)
    #expect(abs(estimate.standardError - 1.1902380714) < 5e-11)
    #expect(abs(estimate.interval().lowerBound - 2.9066940) < 5e-8)
    #expect(abs(estimate.interval().upperBound - 8.0933060) < 5e-8)
    #expect(abs(estimate.interval().lowerBound - Oracle.toy[2]) < 1e-9)
  }

  @Test("CR2 by day with Bell and McCaffrey's degrees of freedom is as its definition says")
  func clusters() throws {
    let model = try #require(LeastSquares(rows: Self.rows, values: Oracle.outcome))
    let estimate = try #require(model.estimate(3, clusters: Oracle.outcome.indices.map { $0 / 3 }))
    #expect(abs(estimate.standardError - Oracle.cr2[0]) < 1e-9)
    #expect(abs(estimate.degreesOfFreedom - Oracle.cr2[1]) < 1e-7)
  }

  @Test("With one row a cluster CR2 is HC2, as statsmodels has it")
  func single() throws {
    let model = try #require(LeastSquares(rows: Self.rows, values: Oracle.outcome))
    for column in 0..<4 {
      let estimate = try #require(model.estimate(column, clusters: Array(Oracle.outcome.indices)))
      #expect(abs(estimate.standardError - Oracle.hc2[column]) < 1e-10)
    }
  }

  @Test("Of two samples the error is Welch's")
  func twoSamples() throws {
    let rows = Oracle.first.map { _ in [1.0, 1] } + Oracle.second.map { _ in [1.0, 0] }
    let values = Oracle.first + Oracle.second
    let model = try #require(LeastSquares(rows: rows, values: values))
    let estimate = try #require(model.estimate(1, clusters: Array(values.indices)))
    let welch = try #require(Estimate.welch(Oracle.first, minus: Oracle.second))
    #expect(abs(estimate.value - welch.value) < 1e-10)
    #expect(abs(estimate.standardError - welch.standardError) < 1e-10)
  }

  @Test("Rows written twice within their days change nothing")
  func duplicates() throws {
    let days = Oracle.outcome.indices.map { $0 / 3 }
    let once = try #require(
      LeastSquares(rows: Self.rows, values: Oracle.outcome)?.estimate(3, clusters: days))
    let twice = try #require(
      LeastSquares(rows: Self.rows + Self.rows, values: Oracle.outcome + Oracle.outcome)?
        .estimate(3, clusters: days + days))
    #expect(abs(once.standardError - twice.standardError) < 1e-9)
    #expect(abs(once.degreesOfFreedom - twice.degreesOfFreedom) < 1e-6)
  }

  @Test("Columns that make up one another, and as many columns as rows, are refused")
  func singular() {
    #expect(LeastSquares(rows: [[1, 2], [1, 2], [1, 2]], values: [1, 2, 3]) == nil)
    #expect(LeastSquares(rows: [[1, 2], [1, 3]], values: [1, 2]) == nil)
    #expect(LeastSquares(rows: [], values: []) == nil)
    let own = LeastSquares(rows: [[1, 0], [0, 1], [1, 0]], values: [1, 2, 3])
    #expect(own?.estimate(1, clusters: [0, 1, 2]) == nil)
  }
}
