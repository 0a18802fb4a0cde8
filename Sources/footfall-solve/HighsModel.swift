import FootfallPlanning
import FootfallSolver
import Glibc

/// A program as HiGHS holds it.
final class HighsModel {
  /// Told of each better answer and bound.
  typealias Listener = (SolverMessage) -> Void

  private let library: HighsLibrary
  private let request: SolverRequest
  private let model: HighsLibrary.Model
  private let listener: Listener
  private var bound = -Double.infinity

  /// Loads a program; nil where there is no memory for it.
  init?(_ request: SolverRequest, in library: HighsLibrary, listener: @escaping Listener) {
    guard let model = library.create() else { return nil }
    self.library = library
    self.request = request
    self.model = model
    self.listener = listener
    set()
    guard load() >= 0 else { return nil }
    if let start = request.start { _ = library.setSolution(model, start, nil, nil, nil) }
  }

  /// Searches until a limit is met or nothing is left to be tried.
  func solve() {
    let own = Unmanaged.passUnretained(self).toOpaque()
    let callback: HighsLibrary.Callback = { kind, _, told, _, own in
      guard let told, let own else { return }
      Unmanaged<HighsModel>.fromOpaque(own).takeUnretainedValue().hear(kind, told)
    }
    _ = library.setCallback(model, callback, own)
    for kind in [Event.betterAnswer, Event.interrupt] { _ = library.startCallback(model, kind) }
    _ = library.run(model)
    guard library.status(model) == Status.unboundedOrInfeasible else { return }
    // Which of the two is found out without presolve.
    _ = library.setText(model, "presolve", "off")
    _ = library.run(model)
  }

  /// How the search ended.
  var result: SolverMessage {
    switch library.status(model) {
    case Status.infeasible: return .ended(.infeasible, bound: .infinity, values: [])
    case Status.unbounded, Status.unboundedOrInfeasible:
      return .failed("the program has no least objective")
    case let status where status <= Status.postsolveError: return .failed("HiGHS ended with status \(status)")
    case let status:
      return .ended(status == Status.optimal ? .complete : .limit, bound: provedBound, values: values)
    }
  }

  /// The kinds of event, `kHighsCallback…`.
  private enum Event {
    static let betterAnswer: Int32 = 4
    static let interrupt: Int32 = 6
  }

  /// How a search may end, `kHighsModelStatus…`.
  private enum Status {
    static let postsolveError: Int32 = 5
    static let optimal: Int32 = 7
    static let infeasible: Int32 = 8
    static let unboundedOrInfeasible: Int32 = 9
    static let unbounded: Int32 = 10
  }
}

// MARK: - Telling

extension HighsModel {
  private func hear(_ kind: Int32, _ told: UnsafeRawPointer) {
    if let bound = library.item(told, "mip_dual_bound")?.load(as: Double.self), bound > self.bound,
      bound.magnitude < 1e40
    {
      self.bound = bound
      listener(.progress(objective: .nan, bound: bound))
    }
    if kind == Event.betterAnswer,
      let values = library.item(told, "mip_solution")?.assumingMemoryBound(to: Double.self)
    {
      listener(.incumbent(Array(UnsafeBufferPointer(start: values, count: request.program.variables.count))))
    }
  }

  private var values: [Double] {
    var hasAnswer: Int32 = 0
    guard library.integer(model, "primal_solution_status", &hasAnswer) == 0, hasAnswer == 2 else { return [] }
    var values = [Double](repeating: 0, count: request.program.variables.count)
    return library.solution(model, &values, nil, nil, nil) == 0 ? values : []
  }

  private var provedBound: Double {
    var proved = -Double.infinity
    let isWhole = request.program.variables.contains(where: \.isWhole)
    guard isWhole, library.number(model, "mip_dual_bound", &proved) == 0, proved.magnitude < 1e40 else {
      return bound
    }
    return max(proved, bound)
  }
}

// MARK: - Loading

extension HighsModel {
  private func set() {
    let limits = request.limits
    _ = library.setFlag(model, "output_flag", 0)
    _ = library.setInteger(model, "threads", 1)
    _ = library.setText(model, "parallel", "off")
    _ = library.setNumber(model, "time_limit", limits.time / .seconds(1))
    if let nodes = limits.nodes { _ = library.setInteger(model, "mip_max_nodes", Int32(clamping: nodes)) }
    _ = library.setNumber(model, "mip_rel_gap", limits.gap)
    // What is less than a step better than the best answer is no better.
    if let step = request.program.objectiveStep {
      _ = library.setNumber(model, "mip_abs_gap", step * 0.999)
    }
  }

  /// Gives HiGHS the program row by row.
  private func load() -> Int32 {
    let program = request.program
    let (byRow, minimise): (Int32, Int32) = (2, 1)
    return library.passMip(
      model, Int32(program.variables.count), Int32(program.rowRanges.count), Int32(program.columns.count),
      byRow, minimise, program.offset, program.variables.map(\.cost),
      program.variables.map(\.range.lowerBound), program.variables.map(\.range.upperBound),
      program.rowRanges.map(\.lowerBound), program.rowRanges.map(\.upperBound),
      program.rowStarts.map(Int32.init), program.columns.map(Int32.init), program.coefficients,
      program.variables.map { $0.isWhole ? 1 : 0 })
  }
}
