/// What a shift may look like.
public struct ShiftRules: Hashable, Sendable {
  /// Shifts begin when the store's clock shows a multiple of this since midnight.
  public var startGridMinutes: Int
  /// The shortest, from beginning to end with breaks.
  public var leastMinutes: Int
  /// The longest.
  public var greatestMinutes: Int
  /// A shift is as long as the shortest and a multiple of this.
  public var lengthGridMinutes: Int
  /// In the order in which their breaks come; a shift has a break for each rule that names its length.
  public var breaks: [BreakRule]
  /// How a day may be split; nil where a day has one shift at most.
  public var split: SplitRule?

  /// Creates rules.
  public init(
    startGridMinutes: Int, leastMinutes: Int, greatestMinutes: Int, lengthGridMinutes: Int,
    breaks: [BreakRule] = [], split: SplitRule? = nil
  ) {
    self.startGridMinutes = startGridMinutes
    self.leastMinutes = leastMinutes
    self.greatestMinutes = greatestMinutes
    self.lengthGridMinutes = lengthGridMinutes
    self.breaks = breaks
    self.split = split
  }

  /// The lengths that a shift may have, the shortest first.
  public var lengths: [Int] {
    stride(from: leastMinutes, through: greatestMinutes, by: lengthGridMinutes).map { $0 }
  }

  /// The rules for the breaks of a shift of some length.
  public func breaks(ofShift length: Int) -> [BreakRule] {
    breaks.filter { $0.shiftMinutes.contains(length) }
  }

  /// What a shift of some length pays.
  public func paidMinutes(ofShift length: Int) -> Int {
    breaks(ofShift: length).reduce(length) { $1.isPaid ? $0 : $0 - $1.minutes }
  }

  /// All ways to place the breaks of a shift, each break beginning at a multiple of `grid` after the shift's beginning
  /// and after the end of the one before; empty where there is none, one empty way where there are no breaks.
  public func breakPlacements(ofShift minutes: Range<Int>, grid: Int) -> [[ShiftBreak]] {
    var placements: [[ShiftBreak]] = [[]]
    for rule in breaks(ofShift: minutes.count) {
      placements = placements.flatMap { earlier -> [[ShiftBreak]] in
        let free = earlier.last?.minutes.upperBound ?? minutes.lowerBound
        let last = min(minutes.lowerBound + rule.window.upperBound, minutes.upperBound) - rule.minutes
        return stride(from: minutes.lowerBound, through: last, by: grid)
          .filter { $0 >= free && $0 >= minutes.lowerBound + rule.window.lowerBound }
          .map { earlier + [ShiftBreak(minutes: $0..<$0 + rule.minutes, isPaid: rule.isPaid)] }
      }
    }
    return placements
  }
}
