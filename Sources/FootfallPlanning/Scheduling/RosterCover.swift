/// What one more stretch of work would cost in cover, its breaks at the best places.
struct RosterCover {
  /// What one more head would cost, beside the problem's demands.
  var gains: [Double]
  private let breaks: [RosterProblem.Break]
  private let roles: Int
  private let slots: Int
  private let spans: [Range<Int>]
  private var span = 0..<0
  /// Of each break, the number that equal ones share.
  private let windows: [Int]
  /// By role and window: the look at which its best start was found, and what that spares.
  private var found: [(look: Int, spared: Double)]
  private let windowCount: Int
  private var looks = 0
  /// Sums of `gains` from the start of the day looked at, role after role.
  private var sums: [Double]

  /// Nobody works.
  init(_ problem: RosterProblem) {
    gains = problem.demands.map { $0.cost(heads: 1) - $0.cost(heads: 0) }
    breaks = problem.breaks
    var known: [RosterProblem.Break: Int] = [:]
    windows = problem.breaks.map { pause in
      let window = known[pause] ?? known.count
      known[pause] = window
      return window
    }
    windowCount = known.count
    found = Array(repeating: (0, 0), count: known.count * problem.roles)
    roles = problem.roles
    slots = problem.slots
    spans = problem.daySpans
    sums = [Double](repeating: 0, count: roles * ((spans.map(\.count).max() ?? 0) + 1))
  }

  /// Readies what follows for the stretches of one day, until `gains` change.
  mutating func look(atDay day: Int) {
    span = spans[day]
    looks += 1
    for role in 0..<roles {
      let first = role * (span.count + 1)
      var sum = 0.0
      sums[first] = 0
      for offset in 0..<span.count {
        sum += gains[role * slots + span.lowerBound + offset]
        sums[first + offset + 1] = sum
      }
    }
  }

  /// What a stretch of the day costs.
  mutating func cost(of stretch: RosterProblem.Stretch) -> Double {
    let whole = sum(stretch.slots, role: stretch.role)
    switch stretch.breaks.count {
    case 0: return whole
    case 1: return whole - spared(byBreak: stretch.breaks.lowerBound, role: stretch.role)
    default: return whole - placed(breaks[stretch.breaks], role: stretch.role).spared
    }
  }

  /// Where the breaks of a stretch of the day are best; the earliest of equals.
  func breakStarts(of stretch: RosterProblem.Stretch) -> [Int] {
    placed(breaks[stretch.breaks], role: stretch.role).starts
  }

  private func sum(_ slots: Range<Int>, role: Int) -> Double {
    let first = role * (span.count + 1) - span.lowerBound
    return sums[first + slots.upperBound] - sums[first + slots.lowerBound]
  }

  /// What a break spares at its best start.
  private mutating func spared(byBreak number: Int, role: Int) -> Double {
    let place = role * windowCount + windows[number]
    if found[place].look == looks { return found[place].spared }
    let pause = breaks[number]
    var best = -Double.infinity
    for start in pause.starts { best = max(best, sum(start..<start + pause.slots, role: role)) }
    found[place] = (looks, best)
    return best
  }

  /// The best places of several breaks, none before the end of the one before: backwards, from each start of a break
  /// the best of what may follow.
  private func placed(_ breaks: ArraySlice<RosterProblem.Break>, role: Int) -> (starts: [Int], spared: Double)
  {
    // By start of the break looked at, the latest first: the best from that start on.
    var following: [(starts: [Int], spared: Double)] = [([], 0)]
    var firstFollowing = Int.max
    for pause in breaks.reversed() {
      var best: [(starts: [Int], spared: Double)] = []
      for start in pause.starts.reversed() {
        let end = start + pause.slots
        let later = firstFollowing == .max ? 0 : max(0, firstFollowing - end)
        let rest = following[min(later, following.count - 1)]
        let isOpen = firstFollowing == .max || end <= firstFollowing
        let spared = isOpen ? sum(start..<end, role: role) + rest.spared : -.infinity
        if let last = best.last, last.spared > spared {
          best.append(last)
        } else {
          best.append(([start] + rest.starts, spared))
        }
      }
      following = best
      firstFollowing = pause.starts.upperBound
    }
    return following.last ?? ([], 0)
  }
}
