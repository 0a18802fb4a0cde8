/// A staffing problem as the search sees it: who may be given what, and what everything costs, in whole numbers.
///
/// Times are slots: the intervals of the demand, counted from the start of the period. A *cell* is one person on one day;
/// it has a number, `person * days + day`, and options of which at most one is taken. Arrays are flat and
/// their elements hold no arrays, because the annealing reads them some 10⁸ times.
struct RosterProblem: Sendable {
  /// Heads wanted in a slot, and what one less or one more costs.
  struct Demand: Sendable {
    var required: Int
    var underCost: Double
    var overCost: Double

    /// What so many heads cost.
    func cost(heads: Int) -> Double {
      heads < required ? Double(required - heads) * underCost : Double(heads - required) * overCost
    }
  }

  /// A break that starts within a window; in a stretch with several, not before the end of the one before.
  struct Break: Sendable, Hashable {
    var starts: ClosedRange<Int>
    var slots: Int
  }

  /// Work in one role from one slot to another; the same for whoever does it.
  struct Stretch: Sendable {
    var role: Int
    var slots: Range<Int>
    /// Places in `breaks`, in order of time.
    var breaks: Range<Int>
  }

  /// What somebody can be given for one day: a stretch, or two where the day may be split.
  struct Duty: Sendable {
    var day: Int
    /// A place in `stretches`.
    var first: Int
    /// Another one, later in the day.
    var second: Int?
    var paidMinutes: Int
    /// From the first start to the last end.
    var slots: Range<Int>
    /// The time of day at which it starts, as a place in a list of all.
    var startTime: Int

    /// Places in `stretches`, in order of time.
    var stretches: [Int] { second.map { [first, $0] } ?? [first] }
  }

  /// A duty that one person may be given.
  struct Option: Sendable {
    var duty: Int
    /// Pay, wishes and changes: what it costs beside cover and what is counted over several days.
    var cost: Double
  }

  /// One who can be given duties.
  struct Person: Sendable {
    var quotas: [Quota] = []
    /// Days that count as one weekend, at most `mostWeekends` of which may hold a duty.
    var weekends: [Range<Int>] = []
    var mostWeekends = Int.max
    /// Slots between the end of one day's duty and the start of the next one's.
    var restSlots = 0
    /// What fairness compares the paid minutes with; 0 for who is left out of it.
    var possibleMinutes = 0
  }

  /// Demand of each role and slot: `role * slots + slot`.
  var demands: [Demand]
  var roles: Int
  var slots: Int
  var days: Int
  var breaks: [Break] = []
  var stretches: [Stretch] = []
  var duties: [Duty] = []
  /// How many different times of day duties start at.
  var startTimes = 0
  /// What nothing can change.
  var constant = 0.0
  /// Whether the people are mere places for open shifts, one like the other.
  var areAllAlike = false
  private(set) var people: [Person] = []
  /// The options of all cells, one cell after the other.
  private(set) var options: [Option] = []
  /// Where each cell's options begin, and at last their number.
  private(set) var optionStarts: [Int] = [0]
  /// What each cell costs without a duty.
  private(set) var offCosts: [Double] = []
  /// Whether the cell must take an option, because somebody has pinned it.
  private(set) var isRequired: [Bool] = []
  /// What a difference of 1 between the largest and the smallest share of possible minutes costs.
  var fairnessCost = 0.0
  /// What each time of day beyond the first costs at which a person starts.
  var startTimeCost = 0.0

  init(roles: Int, slots: Int, days: Int) {
    self.roles = roles
    self.slots = slots
    self.days = days
    demands = Array(repeating: Demand(required: 0, underCost: 0, overCost: 0), count: roles * slots)
  }

  var cells: Int { people.count * days }

  func optionRange(_ cell: Int) -> Range<Int> { optionStarts[cell]..<optionStarts[cell + 1] }

  func duty(ofOption option: Int) -> Duty { duties[options[option].duty] }

  func breaks(of stretch: Stretch) -> ArraySlice<Break> { breaks[stretch.breaks] }

  /// What a cell may hold.
  struct Cell {
    var options: [Option] = []
    var offCost = 0.0
    var isRequired = false
  }

  /// Adds a person with a cell for each day.
  mutating func add(_ person: Person, cells: [Cell]) {
    precondition(cells.count == days, "a cell a day")
    people.append(person)
    for cell in cells {
      options += cell.options
      optionStarts.append(options.count)
      offCosts.append(cell.offCost)
      isRequired.append(cell.isRequired)
    }
  }
}
