internal import FootfallCore

/// The part of a roster that is made anew at a time: some people on all days, everybody on some days, or some people on
/// some days.
struct RosterNeighbourhood: Neighbourhood {
  /// What is let go.
  enum Kind: Sendable, CaseIterable { case people, days, block }

  let kind: Kind
  let map: RosterColumns

  func columns(
    share: Double, around incumbent: [Double], using generator: inout SplitMix64
  ) -> [IntegerProgram.Column] {
    let people = Array(0..<map.people).shuffled(using: &generator)
    let first = Int.random(in: 0..<map.days, using: &generator)
    let days = (0..<map.days).map { (first + $0) % map.days }
    let most = share * Double(map.wholeColumns)
    switch kind {
    case .people:
      return map.columns(ofCellsIn: people.map { person in days.map { person * map.days + $0 } }, upTo: most)
    case .days:
      return map.columns(ofCellsIn: days.map { day in people.map { $0 * map.days + day } }, upTo: most)
    case .block:
      let some = days.prefix((map.days + 1) / 2)
      return map.columns(ofCellsIn: people.map { person in some.map { person * map.days + $0 } }, upTo: most)
    }
  }
}

/// Which whole variables of a roster's program belong to which cells.
struct RosterColumns: Sendable {
  let people: Int
  let days: Int
  private let optionRanges: [Range<Int>]
  /// By cell: the stretches of its options.
  private let stretches: [[Int]]
  /// By stretch: the columns of its breaks.
  private let breaks: [[IntegerProgram.Column]]

  init(_ program: RosterProgram) {
    let problem = program.problem
    let cells = problem.areAllAlike ? min(problem.days, problem.cells) : problem.cells
    people = cells / max(1, problem.days)
    days = problem.days
    optionRanges = (0..<cells).map { problem.optionRange($0) }
    stretches = optionRanges.map { range in
      Set(range.flatMap { problem.duty(ofOption: $0).stretches }).sorted()
    }
    breaks = program.breaks.map { $0.flatMap { $0 } }
  }

  /// How many there are.
  var wholeColumns: Int {
    optionRanges.reduce(0) { $0 + $1.count } + breaks.reduce(0) { $0 + $1.count }
  }

  /// The columns of the first group of cells and of as many more as keep within a number.
  func columns(ofCellsIn groups: [[Int]], upTo most: Double) -> [IntegerProgram.Column] {
    var columns: [IntegerProgram.Column] = []
    var isTaken = [Bool](repeating: false, count: breaks.count)
    for group in groups {
      var more: [IntegerProgram.Column] = []
      var met: [Int] = []
      for cell in group {
        more += optionRanges[cell]
        met += stretches[cell].filter { !isTaken[$0] }
      }
      for stretch in Set(met).sorted() { more += breaks[stretch] }
      if !columns.isEmpty, Double(columns.count + more.count) > most { break }
      for stretch in met { isTaken[stretch] = true }
      columns += more
    }
    return columns
  }
}
