internal import FootfallPlanning
internal import FootfallProcess

/// A search that is going on in a process of its own.
final class SolverProcessRun: SolverRun {
  private let program: IntegerProgram
  private let limits: SolverLimits
  private let child: ChildProcess
  /// When the child is killed: some steps of solvers do not look at the clock.
  private let lastMoment: ContinuousClock.Instant
  private var messages = MessageReader()
  private var result: Result<SolverAnswer, SolverError>?
  private(set) var progress: SolverProgress
  /// The start, until something better is found.
  private(set) var incumbent: [Double]?

  /// Hands a program to the child.
  init(
    _ program: IntegerProgram, from start: [Double]?, within limits: SolverLimits, in child: ChildProcess
  ) {
    self.program = program
    self.limits = limits
    let isAnswer = start.map { program.violation(of: $0) == nil } ?? false
    incumbent = isAnswer ? start : nil
    self.child = child
    progress = SolverProgress(objective: incumbent.map(program.objective))
    let request = SolverRequest(program: program, start: incumbent, limits: limits).encoded()
    lastMoment = ContinuousClock.now + limits.time * 1.1 + .seconds(1)
    // Where it fails, the child has ended, which the first look at its answer tells.
    _ = child.send(request, until: lastMoment)
  }

  /// The number of the child's process.
  var processIdentifier: Int32 { child.identifier }

  func cancel() {
    if result != nil { return }
    result = .failure(.failed("the search was cancelled"))
    child.end()
  }

  func answer(within patience: Duration) throws(SolverError) -> SolverAnswer? {
    let deadline = ContinuousClock.now + patience
    while result == nil {
      if let bytes = child.receive(until: min(deadline, lastMoment)) {
        take(bytes)
      } else if ContinuousClock.now >= lastMoment {
        child.end()
        result = .success(bestKnown)
      } else {
        return nil
      }
    }
    return try result?.get()
  }

  /// What is known without an answer of the child.
  private var bestKnown: SolverAnswer {
    answer(values: incumbent, bound: progress.bound)
  }

  private func take(_ bytes: [UInt8]) {
    messages.append(bytes)
    do {
      while result == nil, let message = try messages.next() { take(message) }
    } catch {
      fail("it answered with what is no answer")
    }
    if result == nil, bytes.isEmpty {
      switch child.ending() {
      case .exit(let status): fail("it ended with status \(status) and no answer")
      case .signal(let number): fail("signal \(number) ended it before it answered")
      }
    }
  }

  private func take(_ message: SolverMessage) {
    switch message {
    case .progress(let objective, let bound):
      if objective.isFinite { progress.objective = min(objective, progress.objective ?? .infinity) }
      if bound.isFinite { progress.bound = max(progress.bound, program.roundedBound(bound)) }
    case .incumbent(let values):
      // One that breaks a row is no answer; the last one decides whether the solver is believed.
      if let values = checked(values) { keep(values) }
    case .ended(let ending, let bound, let values):
      end(ending, bound: bound, values: values)
    case .failed(let reason):
      fail(reason)
    }
  }

  private func end(_ ending: SolverMessage.Ending, bound: Double, values found: [Double]) {
    child.end()
    if ending == .infeasible {
      // A solver that calls infeasible what has an answer is not to be believed.
      if incumbent != nil { return fail("it finds no answer where one is known") }
      result = .success(SolverAnswer(status: .infeasible, values: nil, objective: nil, bound: .infinity))
      return
    }
    if !found.isEmpty {
      guard let values = checked(found) else { return fail(reasonAgainst(found)) }
      keep(values)
    }
    result = .success(answer(values: incumbent, bound: proved(ending, bound)))
  }

  /// Takes an answer where it is better than the one known.
  private func keep(_ values: [Double]) {
    let objective = program.objective(of: values)
    if let incumbent, program.objective(of: incumbent) <= objective { return }
    incumbent = values
    progress.objective = min(objective, progress.objective ?? .infinity)
  }

  /// The bound that the end of a search proves.
  private func proved(_ ending: SolverMessage.Ending, _ bound: Double) -> Double {
    if ending == .limit { return max(bound, progress.bound) }
    // Where it ends for the gap, CBC calls the objective its bound.
    return limits.gap > 0 ? progress.bound : incumbent.map(program.objective) ?? -.infinity
  }

  private func answer(values: [Double]?, bound: Double) -> SolverAnswer {
    let objective = values.map(program.objective)
    let bound = min(program.roundedBound(bound), objective ?? .infinity)
    let isProved = objective.map { bound >= $0 - 1e-9 * max(1, $0.magnitude) } ?? false
    return SolverAnswer(
      status: values == nil ? .unknown : isProved ? .optimal : .feasible, values: values,
      objective: objective, bound: bound)
  }

  /// The values with what is nearly whole made whole, or whole variables alone; nil where they are no answer.
  private func checked(_ values: [Double]) -> [Double]? {
    guard values.count == program.variables.count else { return nil }
    return [true, false].lazy.map { self.rounded(values, all: $0) }.first {
      self.program.violation(of: $0) == nil
    }
  }

  private func reasonAgainst(_ values: [Double]) -> String {
    guard values.count == program.variables.count else {
      return "it answered with \(values.count) values for \(program.variables.count) variables"
    }
    return "its answer breaks the program: \(program.violation(of: rounded(values, all: false)) ?? "")"
  }

  private func rounded(_ values: [Double], all: Bool) -> [Double] {
    zip(values, program.variables).map { value, variable in
      guard all || variable.isWhole, (value - value.rounded()).magnitude < 1e-5 else { return value }
      return value.rounded()
    }
  }

  private func fail(_ reason: String) {
    child.end()
    result = .failure(.failed("the solver has failed: \(reason)"))
  }
}
