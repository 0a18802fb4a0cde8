/// What is counted of each person over several days: quotas, times of day at which they start, paid minutes.
struct RosterTallies {
  /// Of each quota, person after person.
  private var sums: [Int]
  private let quotaStarts: [Int]
  /// Starts of each person at each time of day.
  private var starts: [Int]
  /// Paid minutes of each person.
  private var paid: [Int]
  private let kinds: OptionKinds
  /// By kind: what was found for the cell looked at last.
  private var costs: [Double]

  /// Nobody has anything.
  init(_ problem: RosterProblem) {
    var places = [0]
    for person in problem.people { places.append((places.last ?? 0) + person.quotas.count) }
    quotaStarts = places
    sums = [Int](repeating: 0, count: places.last ?? 0)
    starts = [Int](
      repeating: 0, count: problem.startTimeCost == 0 ? 0 : problem.people.count * problem.startTimes)
    paid = [Int](repeating: 0, count: problem.people.count)
    kinds = OptionKinds(problem)
    costs = [Double](repeating: 0, count: kinds.examples.count)
  }

  /// Counts an option in or out.
  /// - Returns: what that costs more.
  mutating func count(_ option: Int, in cell: Int, sign: Int, of problem: RosterProblem) -> Double {
    let (person, day) = (cell / problem.days, cell % problem.days)
    let duty = problem.duty(ofOption: option)
    let before = softCost(of: person, in: problem)
    for (number, quota) in problem.people[person].quotas.enumerated() where quota.days.contains(day) {
      sums[quotaStarts[person] + number] += sign * problem.amount(of: option, by: quota.measure)
    }
    if problem.startTimeCost != 0 { starts[person * problem.startTimes + duty.startTime] += sign }
    paid[person] += sign * duty.paidMinutes
    return softCost(of: person, in: problem) - before
  }

  private func softCost(of person: Int, in problem: RosterProblem) -> Double {
    var cost = 0.0
    for (number, quota) in problem.people[person].quotas.enumerated() where quota.isSoft {
      cost += quota.cost(of: sums[quotaStarts[person] + number])
    }
    if problem.startTimeCost != 0 { cost += startTimeCost(of: person, adding: nil, in: problem) }
    if problem.fairnessCost != 0 {
      let (least, most) = shares(of: problem, without: nil)
      cost += problem.fairnessCost * max(0, most - least)
    }
    return cost
  }

  /// The least and the largest share of their possible minutes that people have; (∞, 0) where there is nobody.
  private func shares(of problem: RosterProblem, without left: Int?) -> (least: Double, most: Double) {
    var (least, most) = (Double.infinity, 0.0)
    for (number, person) in problem.people.enumerated() where number != left && person.possibleMinutes > 0 {
      let share = Double(paid[number]) / Double(person.possibleMinutes)
      least = min(least, share)
      most = max(most, share)
    }
    return (least, most)
  }

  private func startTimeCost(of person: Int, adding time: Int?, in problem: RosterProblem) -> Double {
    let first = person * problem.startTimes
    var met = 0
    for other in 0..<problem.startTimes where starts[first + other] > 0 || other == time { met += 1 }
    return problem.startTimeCost * Double(max(0, met - 1))
  }
}

extension RosterTallies {
  /// Weighs all that an empty cell may hold, for `cost(of:)`.
  /// - Returns: what is counted over several days costs without a duty.
  mutating func look(at cell: Int, of problem: RosterProblem) -> Double {
    let others = problem.fairnessCost == 0 ? (0, 0) : shares(of: problem, without: cell / problem.days)
    for kind in kinds.range(cell) {
      costs[kind] = cost(adding: kinds.examples[kind], in: cell, beside: others, of: problem)
    }
    return cost(adding: nil, in: cell, beside: others, of: problem)
  }

  /// What is counted over several days costs with an option of the cell looked at; infinite where that exceeds a hard
  /// quota and the cell may stay empty.
  func cost(of option: Int) -> Double { costs[kinds.kinds[option]] }

  private func cost(
    adding option: Int?, in cell: Int, beside others: (least: Double, most: Double), of problem: RosterProblem
  ) -> Double {
    let (person, day) = (cell / problem.days, cell % problem.days)
    var cost = 0.0
    for (number, quota) in problem.people[person].quotas.enumerated() where quota.days.contains(day) {
      let more = option.map { problem.amount(of: $0, by: quota.measure) } ?? 0
      let sum = sums[quotaStarts[person] + number] + more
      if sum > quota.most, more > 0, !problem.isRequired[cell] { return .infinity }
      if quota.isSoft { cost += quota.cost(of: sum) }
    }
    let duty = option.map { problem.duty(ofOption: $0) }
    if problem.startTimeCost != 0 { cost += startTimeCost(of: person, adding: duty?.startTime, in: problem) }
    let possible = problem.people[person].possibleMinutes
    if problem.fairnessCost != 0, possible > 0 {
      let share = Double(paid[person] + (duty?.paidMinutes ?? 0)) / Double(possible)
      cost += problem.fairnessCost * (max(others.most, share) - min(others.least, share))
    }
    return cost
  }
}
