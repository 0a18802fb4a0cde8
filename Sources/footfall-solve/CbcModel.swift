import CCbc
import FootfallPlanning
import FootfallSolver

/// What CBC calls `Cbc_Model *`.
typealias CbcModelPointer = UnsafeMutableRawPointer

/// A program as CBC holds it.
///
/// CBC 2.10 is told its settings as it is on its command line, and what it prints is the only way to follow it.
final class CbcModel {
  /// Of the library that is running.
  static var version: String { String(cString: Cbc_getVersion()) }

  private let model: CbcModelPointer = Cbc_newModel()
  private let request: SolverRequest

  /// Loads a program.
  init(_ request: SolverRequest) {
    self.request = request
    load()
    if let start = request.start { begin(from: start) }
    set("logLevel", "1")
    set("timeMode", "elapsed")
    set("seconds", "\(request.limits.time / .seconds(1))")
    if let nodes = request.limits.nodes { set("maxNodes", "\(nodes)") }
    if request.limits.gap > 0 { set("ratioGap", "\(request.limits.gap)") }
    // What is less than a step better than the best answer is no better.
    if let step = request.program.objectiveStep { set("increment", "\(step * 0.999)") }
  }

  /// Searches until a limit is met or nothing is left to be tried.
  func solve() { Cbc_solve(model) }

  /// How the search ended.
  ///
  /// `Cbc_status` is 0 where it was complete, and `Cbc_secondaryStatus` then 7 where there is no least objective, and 1
  /// where there is no answer, or none better than one that was found before the first node. Without an answer,
  /// objectives are 1e50.
  var result: SolverMessage {
    let isComplete = Cbc_status(model) == 0
    if isComplete, Cbc_secondaryStatus(model) == 7 {
      return .failed("the program has no least objective")
    }
    let possible = Cbc_getBestPossibleObjValue(model)
    let bound = possible.magnitude < 1e40 ? possible + request.program.offset : -.infinity
    var values: [Double] = []
    if let solution = Cbc_bestSolution(model) {
      values = Array(UnsafeBufferPointer(start: solution, count: request.program.variables.count))
    }
    if isComplete, values.isEmpty {
      return .ended(.infeasible, bound: .infinity, values: [])
    }
    return .ended(isComplete && !values.isEmpty ? .complete : .limit, bound: bound, values: values)
  }

  private func set(_ name: String, _ value: String) { Cbc_setParameter(model, name, value) }

  /// Gives CBC the program column by column, as it keeps it.
  private func load() {
    let program = request.program
    // Without whole variables CBC takes another way, which knows no limit of time: one more that nothing depends on.
    let spare = program.variables.contains(where: \.isWhole) ? 0 : 1
    let ranges = program.variables.map(\.range) + [ClosedRange<Double>](repeating: 0...1, count: spare)
    let costs = program.variables.map(\.cost) + [Double](repeating: 0, count: spare)
    let matrix = ColumnMatrix(program, columns: ranges.count)
    Cbc_loadProblem(
      model, Int32(ranges.count), Int32(program.rowRanges.count), matrix.starts, matrix.rows,
      matrix.coefficients, ranges.map { Self.finite($0.lowerBound) },
      ranges.map { Self.finite($0.upperBound) },
      costs, program.rowRanges.map { Self.finite($0.lowerBound) },
      program.rowRanges.map { Self.finite($0.upperBound) })
    for (column, variable) in program.variables.enumerated() where variable.isWhole {
      Cbc_setInteger(model, Int32(column))
    }
    if spare > 0 { Cbc_setInteger(model, Int32(ranges.count - 1)) }
  }

  private func begin(from start: [Double]) {
    Cbc_setMIPStartI(model, Int32(start.count), Array(0..<Int32(start.count)), start)
  }

  /// CBC's infinity is the greatest number.
  private static func finite(_ value: Double) -> Double {
    value.isInfinite ? (value < 0 ? -Double.greatestFiniteMagnitude : .greatestFiniteMagnitude) : value
  }
}
