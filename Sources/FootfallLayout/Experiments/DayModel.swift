/// A linear model of values by day: weekdays and parts of the day have levels of their own, wherever both layouts stood
/// on them, and some columns are asked for.
///
/// So what weekdays make differ is neither taken for an effect nor for chance.
struct DayModel {
  private let model: LeastSquares
  private let errors: ClusteredErrors
  /// Whether weekdays and parts have levels of their own.
  let isAdjusted: Bool

  /// Fits; nil where the columns cannot be told apart.
  /// - Parameter columns: what is asked for, of each cell.
  init?(_ cells: [Experiment.Cell], adjusted: Bool, columns: (Experiment.Cell) -> [Double]) {
    let levels = adjusted ? DayModel.levels(cells) : []
    let rows = cells.map { cell in
      columns(cell) + [1] + levels.map { $0 == Level(cell) || $0 == Level(part: cell.part) ? 1 : 0 }
    }
    guard let model = LeastSquares(rows: rows, values: cells.map(\.value)) else { return nil }
    self.model = model
    errors = ClusteredErrors(model, clusters: cells.map(\.day))
    isAdjusted = adjusted
  }

  /// A column's coefficient, with days as clusters.
  func estimate(_ column: Int) -> Estimate? { errors.estimate(column) }

  /// The deviation of cells from the model.
  var residualDeviation: Double { model.residualDeviation }
  /// What each cell is above what the model expects.
  var residuals: [Double] { model.residuals }
  /// Cells less columns.
  var degreesOfFreedom: Double { model.degreesOfFreedom }

  /// Whether each weekday, and each part of the day, occurs with both layouts.
  static func isBalanced(_ cells: [Experiment.Cell]) -> Bool {
    func levels(_ isChanged: Bool) -> Set<Level> {
      let side = cells.filter { $0.isChanged == isChanged }
      return Set(side.map { Level($0) } + side.map { Level(part: $0.part) })
    }
    return levels(false) == levels(true)
  }

  /// A weekday or a part of the day.
  private struct Level: Hashable, Comparable {
    let isPart: Bool
    let index: Int

    init(_ cell: Experiment.Cell) { (isPart, index) = (false, (cell.day % 7 + 7) % 7) }
    init(part: Int) { (isPart, index) = (true, part) }

    static func < (first: Level, second: Level) -> Bool {
      (first.isPart ? 1 : 0, first.index) < (second.isPart ? 1 : 0, second.index)
    }
  }

  /// All levels but the first weekday and the first part, which the others are told against.
  private static func levels(_ cells: [Experiment.Cell]) -> [Level] {
    Array(Set(cells.map { Level($0) }).sorted().dropFirst())
      + Array(Set(cells.map { Level(part: $0.part) }).sorted().dropFirst())
  }
}
