internal import FootfallAnalytics
internal import FootfallCore

/// One minute of a store, seen or not.
struct StoreMinute {
  static let length: Int64 = 60_000
  /// A look at everybody in the store counts once in so many minutes.
  private static let minutesBetweenLooks: Int64 = 10

  var start: Int64
  /// People at all doors; nil where one of them was not seen.
  var flow: StoreFlow?
  /// How many people were seen at once where all can be seen.
  var look: Int?
  var isOpen: Bool

  var end: Int64 { start + Self.length }
  /// Whether people came and went whom nobody saw.
  var isHole: Bool { flow == nil && isOpen }

  /// All minutes from the first that was seen to the last, one list for each run of recordings without a day between.
  /// - Parameter flows: in the order of time.
  static func runs(of flows: [StoreFlow], looks: [Int64: Int], week: StoreWeek) -> [[StoreMinute]] {
    var runs: [[StoreMinute]] = []
    for flow in flows where flow.coverage >= StoreOccupancy.leastCoverage {
      let start = flow.startMilliseconds
      let minute = StoreMinute(start: start, flow: flow, look: looks[start], week: week)
      guard var next = runs.last?.last?.end, start - next <= CivilTime.millisecondsPerDay else {
        runs.append([minute])
        continue
      }
      if start < next { continue }
      while next + length <= start {
        runs[runs.count - 1].append(StoreMinute(start: next, week: week))
        next += length
      }
      runs[runs.count - 1].append(minute)
    }
    return runs
  }

  private init(start: Int64, flow: StoreFlow? = nil, look: Int? = nil, week: StoreWeek) {
    self.start = start
    self.flow = flow
    // Whoever is hidden stays so for a while: looks minute by minute would tell the same again.
    self.look = start / Self.length % Self.minutesBetweenLooks == 0 ? look : nil
    isOpen = week.isOpen(at: start)
  }

  /// Minutes of which each may tell something of the others.
  struct Stretch {
    var minutes: [StoreMinute] = []
    var startsEmpty = false
    var endsEmpty = false

    /// Whether it has a minute in a range of time.
    func overlaps(_ range: Range<Int64>) -> Bool {
      guard let first = minutes.first, let last = minutes.last else { return false }
      return first.start < range.upperBound && range.lowerBound < last.end
    }

    /// The steps for the smoother.
    var steps: [OccupancyStep] {
      let seen = minutes.compactMap(\.flow)
      let people = seen.reduce(0.0) { $0 + Double($1.entries + $1.exits) / 2 }
      let expected = people / Double(max(1, seen.count))
      return minutes.map { minute in
        guard let flow = minute.flow else {
          return OccupancyStep(flow: .unobserved(expected: minute.isHole ? expected : 0))
        }
        return OccupancyStep(
          flow: .counted(entries: flow.entries, exits: flow.exits, coverage: flow.coverage),
          inside: minute.look)
      }
    }
  }

  /// Cuts time where the store is empty and where nobody looked for long.
  static func stretches(of minutes: [StoreMinute], week: StoreWeek) -> [Stretch] {
    var stretches: [Stretch] = []
    var current = Stretch()
    for (index, minute) in minutes.enumerated() {
      if index == 0 { current.startsEmpty = !week.isOpen(at: minute.start - length) }
      if isCut(index, in: minutes) {
        stretches.append(current)
        current = Stretch()
      }
      current.minutes.append(minute)
      let isLast = index == minutes.count - 1
      let isEmpty = isLast ? !week.isOpen(at: minute.end) : week.isQuiet(at: minute.start)
      guard isEmpty || isLast else { continue }
      current.endsEmpty = isEmpty
      stretches.append(current)
      current = Stretch(startsEmpty: isEmpty)
    }
    return stretches
  }

  /// Whether a long hole begins or ends before a minute.
  private static func isCut(_ index: Int, in minutes: [StoreMinute]) -> Bool {
    guard index > 0, minutes[index].isHole != minutes[index - 1].isHole else { return false }
    let hole =
      minutes[index].isHole
      ? minutes[index...].prefix(while: \.isHole).count
      : minutes[..<index].reversed().prefix(while: \.isHole).count
    return Int64(hole) * length > StoreOccupancy.longestHole
  }
}
