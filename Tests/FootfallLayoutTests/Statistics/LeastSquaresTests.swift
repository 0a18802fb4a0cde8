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

  /// The published regression of Card and Krueger (AER 84, 1994) on 75 stores of Pennsylvania and 309 of New Jersey, seen
  /// twice: 23.380 (1.098), −2.949 (1.224), −2.283 (1.553) and, for the interaction, 2.750 (1.731).
  ///
  /// Of the data least squares uses no more than the means of the four cells and the sum of squares about them, so that any
  /// data with these have its coefficients and errors.
  @Test("Card and Krueger's wages: an interaction of 2.750 with an error of 1.731")
  func wages() throws {
    let cells = [(0.0, 0.0, 75, 23.380), (0, 1, 75, 21.097), (1, 0, 309, 20.431), (1, 1, 309, 20.898)]
    // The error of the intercept alone fixes the spread, the others follow. One value of each cell is at its mean, so that
    // as many others as there are degrees of freedom have the whole sum of squares.
    let spread = 1.098 * 75.0.squareRoot()
    var (rows, values): ([[Double]], [Double]) = ([], [])
    for (state, after, count, mean) in cells {
      for store in 0..<count {
        let side = store == count - 1 ? 0.0 : store % 2 == 0 ? 1 : -1
        rows.append([1, state, after, state * after])
        values.append(mean + side * spread)
      }
    }
    let model = try #require(LeastSquares(rows: rows, values: values))
    let published = [(23.380, 1.098), (-2.949, 1.224), (-2.283, 1.553), (2.750, 1.731)]
    for (column, known) in published.enumerated() {
      let estimate = model.estimate(column)
      #expect(abs(estimate.value - known.0) < 0.0011, "\(column): \(estimate.value)")
      #expect(abs(estimate.standardError - known.1) < 0.0011, "\(column): \(estimate.standardError)")
    }
  }

  /// Table 3 of the paper: mean changes of 0.59 (0.54) and −2.16 (1.25), a difference of 2.76 (1.36).
  @Test("Card and Krueger's difference of changes is 2.76 with an error of 1.36")
  func changes() throws {
    func sample(_ mean: Double, error: Double, count: Int) -> [Double] {
      // Half of them on each side: the error of the mean is their distance over the root of n − 1.
      let distance = error * Double(count - 1).squareRoot()
      return (0..<count).map { mean + ($0 % 2 == 0 ? distance : -distance) }
    }
    let difference = try #require(
      Estimate.welch(sample(0.59, error: 0.54, count: 320), minus: sample(-2.16, error: 1.25, count: 76)))
    // The paper subtracts before it rounds.
    #expect(abs(difference.value - 2.76) < 0.0151)
    #expect(abs(difference.standardError - 1.36) < 0.005)
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

  @Test("Of 150 weeks each has the error of a mean of its seven days, and their six degrees of freedom")
  func weeks() throws {
    let weeks = 150
    let values = (0..<7 * weeks).map { Double($0 * 7919 % 101) }
    let rows = values.indices.map { day in (0..<weeks).map { $0 == day / 7 ? 1.0 : 0 } }
    let model = try #require(LeastSquares(rows: rows, values: values))
    for week in stride(from: 0, to: weeks, by: 30) {
      let days = values[7 * week..<7 * week + 7]
      let mean = days.reduce(0, +) / 7
      let variance = days.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 6
      let estimate = try #require(model.estimate(week, clusters: Array(values.indices)))
      #expect(abs(estimate.value - mean) < 1e-9)
      #expect(abs(estimate.standardError - (variance / 7).squareRoot()) < 1e-9)
      #expect(abs(estimate.degreesOfFreedom - 6) < 1e-9)
    }
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
