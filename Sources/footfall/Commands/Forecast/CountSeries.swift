import FootfallPlanning

/// The counts of one series as they were read.
struct CountSeries {
  let id: String
  /// When each count was made, in intervals since 1970-01-01T00:00 of the clock, in order.
  ///
  /// A slot that the clock shows twice is there twice.
  private let slots: [Int]
  /// The counts beside `slots`; NaN is missing, so that millions of them stay small.
  private let values: [Double]
  /// The line of the file beside `slots`; empty where they were not read from one.
  private let lines: [Int]

  /// Counts in order of time; where the clock is set back, their slots are not in order.
  init(id: String, slots: [Int], values: [Double], lines: [Int] = []) {
    self.id = id
    guard zip(slots, slots.dropFirst()).contains(where: { $0 > $1 }) else {
      self.slots = slots
      self.values = values
      self.lines = lines
      return
    }
    let order = slots.indices.sorted { (slots[$0], $0) < (slots[$1], $1) }
    self.slots = order.map { slots[$0] }
    self.values = order.map { values[$0] }
    self.lines = lines.isEmpty ? [] : order.map { lines[$0] }
  }

  /// The slot of the last count that is not missing.
  var lastObserved: Int? { values.lastIndex { !$0.isNaN }.map { slots[$0] } }

  /// How many of the counts of a stretch are not missing.
  func observed(in stretch: Range<Int>) -> Int {
    places(in: stretch).count { !values[$0].isNaN }
  }

  /// The line that a slot's first count was read from.
  func line(ofSlot slot: Int) -> Int? {
    let place = places(in: slot..<slot + 1).lowerBound
    return lines.indices.contains(place) ? lines[place] : nil
  }

  /// The counts of a stretch slot by slot; the mean where the clock shows one twice.
  func history(_ stretch: Range<Int>) -> CountHistory {
    var history = CountHistory(
      id: id, firstSlot: stretch.lowerBound, values: Array(repeating: nil, count: stretch.count))
    var last: Int?
    for place in places(in: stretch) where !values[place].isNaN {
      let index = slots[place] - stretch.lowerBound
      let twin = last == index ? history.values[index] : nil
      history.values[index] = twin.map { ($0 + values[place]) / 2 } ?? values[place]
      last = index
    }
    return history
  }

  /// Where a stretch's counts stand.
  private func places(in stretch: Range<Int>) -> Range<Int> {
    let start = firstPlace { $0 >= stretch.lowerBound }
    return start..<max(start, firstPlace { $0 >= stretch.upperBound })
  }

  /// The first place whose slot fulfils a condition that later slots fulfil too.
  private func firstPlace(where condition: (Int) -> Bool) -> Int {
    var (low, high) = (0, slots.count)
    while low < high {
      let middle = (low + high) / 2
      if condition(slots[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
