/// What is counted of each person over several days: quotas, times of day at which they start, paid minutes.
struct RosterTallies {
  /// Of each quota, person after person.
  private var sums: [Int]
  private let quotaStarts: [Int]
  /// Starts of each person at each time of day.
  private var starts: [Int]
  /// Paid minutes of each person.
  private var paid: [Int]

  /// Nobody has anything.
  init(_ problem: RosterProblem) {
    var places = [0]
    for person in problem.people { places.append((places.last ?? 0) + person.quotas.count) }
    quotaStarts = places
    sums = [Int](repeating: 0, count: places.last ?? 0)
    starts = [Int](
      repeating: 0, count: problem.startTimeCost == 0 ? 0 : problem.people.count * problem.startTimes)
    paid = [Int](repeating: 0, count: problem.people.count)
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
    if problem.startTimeCost != 0 {
      let times = starts[person * problem.startTimes..<(person + 1) * problem.startTimes]
      cost += problem.startTimeCost * Double(max(0, times.count { $0 > 0 } - 1))
    }
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
}

extension RosterTallies {
  /// An empty cell, and what the rest of its person's days mean for it.
  struct Look {
    /// The quotas that hold its day, with what they sum to without it.
    var quotas: [(quota: RosterProblem.Quota, sum: Int)]
    /// The times of day at which the person starts on other days; empty where that is free.
    var starts: ArraySlice<Int>
    var paid: Int
    var possible: Int
    /// The shares of the others.
    var others: (least: Double, most: Double)

    /// Whether no hard quota is exceeded with an option.
    func allows(_ option: Int, in problem: RosterProblem) -> Bool {
      quotas.allSatisfy { quota, sum in
        quota.most == .max || sum + problem.amount(of: option, by: quota.measure) <= quota.most
      }
    }

    /// What is counted over several days costs, with an option or with none.
    func cost(adding option: Int?, in problem: RosterProblem) -> Double {
      var cost = 0.0
      for (quota, sum) in quotas where quota.isSoft {
        cost += quota.cost(of: sum + (option.map { problem.amount(of: $0, by: quota.measure) } ?? 0))
      }
      let duty = option.map { problem.duty(ofOption: $0) }
      if problem.startTimeCost != 0 {
        let new = duty.map { starts[starts.startIndex + $0.startTime] == 0 ? 1 : 0 } ?? 0
        cost += problem.startTimeCost * Double(max(0, starts.count { $0 > 0 } + new - 1))
      }
      if problem.fairnessCost != 0, possible > 0 {
        let share = Double(paid + (duty?.paidMinutes ?? 0)) / Double(possible)
        cost += problem.fairnessCost * (max(others.most, share) - min(others.least, share))
      }
      return cost
    }
  }

  /// Looks at an empty cell.
  func look(at cell: Int, of problem: RosterProblem) -> Look {
    let (person, day) = (cell / problem.days, cell % problem.days)
    let first = quotaStarts[person]
    let times = problem.startTimeCost == 0 ? 0 : problem.startTimes
    return Look(
      quotas: problem.people[person].quotas.enumerated().filter { $1.days.contains(day) }
        .map { ($1, sums[first + $0]) },
      starts: starts[person * times..<(person + 1) * times], paid: paid[person],
      possible: problem.people[person].possibleMinutes,
      others: problem.fairnessCost == 0 ? (0, 0) : shares(of: problem, without: person))
  }
}
