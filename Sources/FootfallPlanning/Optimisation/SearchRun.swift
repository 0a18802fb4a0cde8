internal import FootfallCore

/// A ``NeighbourhoodSearch`` that is going on: the best answer, what is being solved, and how large the next part is.
struct SearchRun {
  /// A part that is being solved, and what it let go.
  private struct Part {
    let run: any SolverRun
    let columns: [IntegerProgram.Column]
    let neighbourhood: Int
    /// The number of the best answer that it was begun from.
    let origin: Int
  }

  private let search: NeighbourhoodSearch
  private let wholeVariables: Int
  private var generator: SplitMix64
  private var best: [Double]
  /// Counts the best answers.
  private var version = 0
  private(set) var progress: SolverProgress
  private var parts: [Part] = []
  private var begun = 0
  private var ended = 0
  private var failures = 0
  private var shares: [Double]
  /// The whole, as one solver solves it or two.
  private var wholes: [any SolverRun] = []
  private var heuristic: (any ImprovementHeuristic)?
  /// The time that was left when the whole was begun, and when its bound was last raised.
  private var wholeBegun: Duration?
  private var boundRaised = Duration.zero

  init(
    _ search: NeighbourhoodSearch, start: [Double], heuristic: (any ImprovementHeuristic)?, seed: UInt64
  ) {
    self.search = search
    wholeVariables = search.program.variables.count(where: \.isWhole)
    generator = SplitMix64(seed: seed)
    best = start
    self.heuristic = heuristic
    progress = SolverProgress(
      objective: search.program.objective(of: start), bound: search.program.leastConceivable)
    shares = search.neighbourhoods.map { _ in search.limits.firstShare }
  }

  /// The best answer, and whether it is proved.
  var answer: SolverAnswer {
    SolverAnswer(
      status: progress.gap <= Self.exactness ? .optimal : .feasible, values: best,
      objective: progress.objective,
      bound: progress.bound)
  }

  /// Ends what is being solved.
  func cancel() {
    for part in parts { part.run.cancel() }
    for whole in wholes { whole.cancel() }
  }

  /// Begins what can be begun and takes what has ended.
  /// - Returns: Whether there is more to do.
  mutating func step(timeLeft: () -> Duration) throws(SolverError) -> Bool {
    beginWhole(timeLeft())
    try beginParts(timeLeft())
    if let part = parts.first {
      if let outcome = try outcome(of: part) {
        parts.removeFirst()
        ended += 1
        take(outcome, of: part, timeLeft())
      }
    }
    followWhole(timeLeft())
    if let values = heuristic?.improve() {
      improve(values, objective: search.program.objective(of: values), isOfHeuristic: true)
    }
    if timeLeft() <= .zero || progress.gap <= search.limits.gap + Self.exactness { return false }
    return !wholes.isEmpty || !parts.isEmpty || hasMoreParts
  }

  /// Gaps below it are of the arithmetic.
  private static let exactness = 1e-9

  private var hasMoreParts: Bool { search.limits.parts.map { begun < $0 } ?? true }
}

// MARK: - The whole

extension SearchRun {
  private mutating func beginWhole(_ timeLeft: Duration) {
    guard timeLeft > .zero, wholeBegun == nil, let wait = search.limits.partsBeforeWhole,
      ended >= wait || !hasMoreParts
    else { return }
    wholeBegun = timeLeft
    boundRaised = timeLeft
    // It must end a little before the search does, for its answer to count.
    let limits = SolverLimits(
      time: timeLeft * 0.95, nodes: search.limits.wholeNodes, gap: search.limits.gap)
    // It begins from nothing: told of an answer, CBC leaves out what finds better ones (Instance 4 of
    // docs/planning.md: proved in 5 s without, not in 100 s with). Where it fails, the parts go on, and the bound stays
    // what it is.
    let isSmall = wholeVariables <= Self.mostOfSmallWhole && search.limits.parts == nil
    let solvers = [search.solver] + (isSmall ? [search.rival].compactMap { $0 } : [])
    wholes = solvers.compactMap { try? $0.begin(search.program, from: nil, within: limits) }
  }

  /// Whole variables of a program that two solvers solve at once: beyond, parts find more than a second proof would.
  private static let mostOfSmallWhole = 1_200

  /// Takes the bound of the whole, and at its end its answer.
  private mutating func followWhole(_ timeLeft: Duration) {
    if wholes.isEmpty { return }
    // A search that must be repeatable may not depend on when they arrive.
    if search.limits.parts != nil, hasMoreParts || !parts.isEmpty { return }
    let patience = parts.isEmpty ? patience / wholes.count : .zero
    wholes = wholes.filter { follow($0, timeLeft, within: patience) }
    if isIdle(timeLeft) {
      for whole in wholes { whole.cancel() }
      wholes = []
    }
  }

  /// - Returns: Whether it goes on.
  private mutating func follow(_ whole: any SolverRun, _ timeLeft: Duration, within patience: Duration)
    -> Bool
  {
    let answer: SolverAnswer?
    do throws(SolverError) {
      answer = try whole.answer(within: patience)
    } catch {
      return false
    }
    if raise(whole.progress.bound) { boundRaised = timeLeft }
    guard let answer else {
      if let values = whole.incumbent { improve(values, objective: search.program.objective(of: values)) }
      return true
    }
    raise(answer.bound)
    improve(answer)
    return false
  }

  /// Whether the whole is not worth its time any more.
  private func isIdle(_ timeLeft: Duration) -> Bool {
    guard search.limits.endsIdleWhole, let wholeBegun, boundRaised < wholeBegun else { return false }
    return boundRaised - timeLeft > max(.seconds(10), wholeBegun - boundRaised)
  }

  /// - Returns: Whether the bound is better by more than solvers calculate with.
  @discardableResult
  private mutating func raise(_ bound: Double) -> Bool {
    let before = progress.bound
    progress.bound = max(before, search.program.roundedBound(bound))
    return progress.bound > before + 1e-6
  }
}

// MARK: - Parts

extension SearchRun {
  /// How long to wait for what is being solved.
  private var patience: Duration { heuristic == nil ? .milliseconds(20) : .zero }

  private mutating func beginParts(_ timeLeft: Duration) throws(SolverError) {
    let taken = wholes.count + (heuristic == nil ? 0 : 1)
    let side = max(wholes.isEmpty || taken == 1 ? 1 : 0, search.limits.side - taken)
    while side > parts.count, hasMoreParts, timeLeft > .zero {
      let index = begun % search.neighbourhoods.count
      begun += 1
      let columns = search.neighbourhoods[index].columns(
        share: shares[index], around: best, using: &generator)
      let limits = SolverLimits(
        time: min(search.limits.partTime, timeLeft), nodes: search.limits.partNodes)
      do throws(SolverError) {
        let run = try search.partSolver.begin(holding(allBut: columns, to: best), from: best, within: limits)
        parts.append(Part(run: run, columns: columns, neighbourhood: index, origin: version))
      } catch {
        try count(failure: error)
      }
    }
  }

  /// A part may fail; a solver that is missing, or fails time after time, is an error.
  private mutating func count(failure: SolverError) throws(SolverError) {
    failures += 1
    if case .unavailable = failure { throw failure }
    if failures == Self.failuresAllowed { throw failure }
  }

  /// The program with every whole variable held at its value, but for `columns`.
  private func holding(allBut columns: [IntegerProgram.Column], to values: [Double]) -> IntegerProgram {
    var isFree = [Bool](repeating: false, count: values.count)
    for column in columns { isFree[column] = true }
    var program = search.program
    for column in values.indices where program.variables[column].isWhole && !isFree[column] {
      program.limit(column, to: values[column]...values[column])
    }
    return program
  }

  /// What a part has ended with; nil while it is being solved.
  private mutating func outcome(of part: Part) throws(SolverError) -> SolverAnswer? {
    do throws(SolverError) {
      let answer = try part.run.answer(within: patience)
      if answer != nil { failures = 0 }
      return answer
    } catch {
      try count(failure: error)
      return SolverAnswer(status: .unknown, values: nil, objective: nil, bound: -.infinity)
    }
  }

  /// Parts in a row that may fail.
  private static let failuresAllowed = 4

  private mutating func take(_ answer: SolverAnswer, of part: Part, _ timeLeft: Duration) {
    if part.columns.count == wholeVariables { raise(answer.bound) }
    if part.origin != version, let values = answer.values { join(values, of: part, timeLeft) }
    let isBetter = improve(answer)
    if answer.status == .optimal {
      shares[part.neighbourhood] = min(1, shares[part.neighbourhood] * 1.1)
    } else if !isBetter {
      shares[part.neighbourhood] = max(0.01, shares[part.neighbourhood] * 0.9)
    }
  }

  /// Puts a part's answer into a best answer that is newer than the one it was begun from.
  private mutating func join(_ values: [Double], of part: Part, _ timeLeft: Duration) {
    var joined = best
    for column in part.columns { joined[column] = values[column] }
    if joined == best || timeLeft <= .zero { return }
    let limits = SolverLimits(time: min(search.limits.partTime, timeLeft))
    if let answer = try? search.partSolver.solve(holding(allBut: [], to: joined), from: nil, within: limits) {
      improve(answer)
    }
  }

  /// Takes an answer where it is better than the best.
  @discardableResult
  private mutating func improve(_ answer: SolverAnswer) -> Bool {
    guard let values = answer.values, let objective = answer.objective else { return false }
    return improve(values, objective: objective)
  }

  @discardableResult
  private mutating func improve(_ values: [Double], objective: Double, isOfHeuristic: Bool = false) -> Bool {
    guard objective < (progress.objective ?? .infinity) - 1e-9 else { return false }
    best = values
    progress.objective = objective
    version += 1
    if !isOfHeuristic { heuristic?.take(values) }
    return true
  }
}
