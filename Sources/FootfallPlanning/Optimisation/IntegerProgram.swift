/// A linear program of which some variables must be whole: minimise `offset + Σ cost · x` where every row's
/// `lower ≤ Σ coefficient · x ≤ upper` and every variable stays within its bounds.
///
///     var program = IntegerProgram()
///     let open = program.addVariable(0...1, cost: 5, isWhole: true)
///     let short = program.addVariable(0...3, cost: 12)
///     program.addRow(3 ... .infinity, [(open, 3), (short, 1)])
///
/// Rows are held one after the other, so that a program of 10⁵ terms is four arrays and not 10⁴ small ones.
public struct IntegerProgram: Sendable {
  /// A place in `variables`.
  public typealias Column = Int

  /// What a variable may be and costs.
  public struct Variable: Sendable {
    /// From least to most; either may be infinite.
    public var range: ClosedRange<Double>
    /// What one of it adds to the objective.
    public var cost: Double
    /// Whether only whole numbers are allowed.
    public var isWhole: Bool
  }

  /// By column.
  public private(set) var variables: [Variable] = []
  /// What each row's sum may be.
  public private(set) var rowRanges: [ClosedRange<Double>] = []
  /// Where each row's terms begin in `columns`, and at last their number: one more than there are rows.
  public private(set) var rowStarts: [Int] = [0]
  /// The terms' columns, row after row.
  public private(set) var columns: [Column] = []
  /// The terms' coefficients, beside `columns`.
  public private(set) var coefficients: [Double] = []
  /// What the objective is where every variable is 0.
  public var offset = 0.0
  /// The objectives of any two answers differ by a multiple of this; nil where that is not known.
  ///
  /// A search may then end as soon as its bound is less than a step away.
  public var objectiveStep: Double?

  /// A program without variables.
  public init() {}

  /// Adds a variable, and says where.
  @discardableResult
  public mutating func addVariable(_ range: ClosedRange<Double>, cost: Double, isWhole: Bool = false)
    -> Column
  {
    variables.append(Variable(range: range, cost: cost, isWhole: isWhole))
    return variables.count - 1
  }

  /// Adds a row; a column may be named once.
  public mutating func addRow(_ range: ClosedRange<Double>, _ terms: some Sequence<(Column, Double)>) {
    for (column, coefficient) in terms {
      columns.append(column)
      coefficients.append(coefficient)
    }
    rowRanges.append(range)
    rowStarts.append(columns.count)
  }

  /// Holds a variable to one value or a narrower range, as neighbourhood searches do.
  public mutating func limit(_ column: Column, to range: ClosedRange<Double>) {
    variables[column].range = range
  }
}
