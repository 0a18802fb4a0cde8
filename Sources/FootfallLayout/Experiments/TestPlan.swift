internal import FootfallCore

/// How long a test has to be to find an effect, by how values differed from day to day in the past.
public struct TestPlan: Sendable {
  /// A length of the test.
  public struct Length: Sendable {
    /// Weeks of each layout.
    public let weeks: Int
    /// What the comparison will be able to find, on the scale of the experiment.
    public let test: TestPower
    /// The probability to find the effect asked for.
    public let power: Double
  }

  /// How it will be decided which layout stands when.
  public let kind: Experiment.Kind
  /// On which scale layouts will differ.
  public let scale: Experiment.Scale
  /// Days of the past.
  public let days: Int
  /// Their mean as measured.
  public let mean: Double
  /// How days differ from their weekday's level.
  public let deviation: Double
  /// Whether a day resembles the one before, from −1 to 1, what weekdays make alike apart.
  public let autocorrelation: Double
  private let effect: Double
  private let significance: Double
  private let cellsPerDay: Double

  /// Plans.
  /// - Parameters:
  ///   - past: values of days on which nothing changed.
  ///   - controls: of what will stay as it is, if the test will have controls.
  ///   - kind: how it will be decided which layout stands when.
  ///   - share: the effect to be found, as a share of the mean.
  ///   - significance: the probability to find an effect where there is none.
  /// - Throws: with fewer than 14 days, which do not tell how days differ.
  public init(
    past: [DayValue], controls: [[DayValue]] = [], kind: Experiment.Kind, scale: Experiment.Scale = .linear,
    share: Double, significance: Double = 0.05
  ) throws(ExperimentFault) {
    self.kind = kind
    self.scale = scale
    let cells = try Experiment.cells(past, controls: controls, scale) { _ in false }
    days = Set(cells.map(\.day)).count
    guard days >= Experiment.fewestDays, let model = DayModel(cells, adjusted: true, columns: { _ in [] })
    else { throw .fewDays(side: "the past", days: days, least: Experiment.fewestDays) }
    mean = cells.map(\.measured.value).mean ?? 0
    deviation = model.residualDeviation
    autocorrelation = TestPlan.autocorrelation(model.residuals)
    effect = scale == .linear ? share * mean : NaturalLogarithm.of(1 + share)
    self.significance = significance
    cellsPerDay = Double(cells.count) / Double(days)
  }

  /// What a test of so many weeks of each layout finds; nil where days never vary.
  public func length(weeks: Int) -> Length? {
    precondition(weeks > 0, "a test takes weeks")
    let count = 7 * cellsPerDay * Double(weeks)
    guard variation > 0 else { return nil }
    let test = TestPower(
      standardError: variation * (2 / count).squareRoot(), degreesOfFreedom: 2 * count - 8,
      significance: significance)
    return Length(weeks: weeks, test: test, power: test.power(of: effect))
  }

  /// The deviation that the mean of many days goes by.
  ///
  /// Where layouts follow each other, days that resemble the ones before count for less (Bartlett, JRSS 98, 1935); where
  /// they stand in turns that is the same for both.
  private var variation: Double {
    let isInTurns = kind == .randomised || kind == .switched
    let correlation = isInTurns ? 0 : min(max(0, autocorrelation), 0.9)
    return deviation * ((1 + correlation) / (1 - correlation)).squareRoot()
  }

  private static func autocorrelation(_ residuals: [Double]) -> Double {
    let square = residuals.reduce(0) { $0 + $1 * $1 }
    guard square > 0 else { return 0 }
    return zip(residuals, residuals.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 } / square
  }
}
