import FootfallCore
import FootfallExport

/// The times of a series' rows, as they were written, and what can be wrong with them.
struct CountTimes {
  private(set) var times: [WrittenTime] = []
  private(set) var lines: [Int] = []
  /// Rows with the date of another day, that stand where a row of their time of the day is missing.
  private(set) var misdated: Set<Int> = []

  /// Adds the time of the next row.
  mutating func append(_ time: WrittenTime, line: Int) {
    times.append(time)
    lines.append(line)
  }

  /// How often each distance from a row to the one after it occurs, in milliseconds.
  var steps: [Int64: Int] {
    zip(times, times.dropFirst()).reduce(into: [:]) {
      $0[Self.moment($1.1) - Self.moment($1.0), default: 0] += 1
    }
  }

  /// Refuses rows out of order and given twice, rows that are not a multiple of the interval apart, and stretches of
  /// another interval.
  ///
  /// A row that is left out is a gap; so many rows in turn that are equally far apart are counts of another length.
  /// - Parameter interval: in milliseconds.
  mutating func check(interval: Int64) throws(CountFault) {
    var above = 0
    var alike = 0
    var before = interval
    for index in times.indices.dropFirst() {
      let step = Self.moment(times[index]) - Self.moment(times[above])
      if step <= 0 {
        guard isMisdated(index, below: above, interval: interval) else { throw disorder(index, below: above) }
        misdated.insert(index)
        continue
      }
      guard step % interval == 0 else {
        throw CountFault(
          lines[index],
          "start is \(times[index].text), \(Double(step) / 60_000) min after the row above; allowed: a multiple of the "
            + "interval, \(interval / 60_000) min, which most rows are apart")
      }
      alike = step == before ? alike + 1 : 1
      before = step
      above = index
      if alike == Self.rowsOfAnotherLength, step != interval {
        throw CountFault(
          lines[index - alike + 1],
          "rows are \(step / 60_000) min apart from here on, and \(interval / 60_000) min elsewhere; allowed: one length "
            + "of interval")
      }
    }
  }

  /// The slots of the times on a clock.
  /// - Throws: for the first row, where it does not begin with an interval of the clock.
  func slots(on clock: CountClock, interval: Int64) throws(CountFault) -> [Int] {
    var slots: [Int] = []
    slots.reserveCapacity(times.count)
    for (index, time) in times.enumerated() {
      let local = (clock.local(time) ?? time.local).milliseconds
      guard let last = slots.last else {
        guard local % interval == 0 else {
          throw CountFault(
            lines[0],
            "start is \(time.text); allowed: a time at which the clock shows a multiple of \(interval / 60_000) min"
          )
        }
        slots.append(Int(local / interval))
        continue
      }
      slots.append(misdated.contains(index) ? last + 1 : Int(local / interval))
    }
    return slots
  }

  private static let rowsOfAnotherLength = 4
  private static let day: Int64 = 86_400_000

  /// Whether a row is the one that is missing between its neighbours, but for its date: a slip that published counts do
  /// have, on the day on which a clock was changed.
  private func isMisdated(_ index: Int, below above: Int, interval: Int64) -> Bool {
    guard index + 1 < times.count else { return false }
    let start = Self.moment(times[above])
    return Self.moment(times[index + 1]) - start == 2 * interval
      && (Self.moment(times[index]) - start - interval) % Self.day == 0
  }

  private func disorder(_ index: Int, below above: Int) -> CountFault {
    if let twin = times[..<index].firstIndex(where: { Self.moment($0) == Self.moment(times[index]) }) {
      return CountFault(
        lines[index],
        "start is \(times[index].text) again; allowed: each start once in a series, line \(lines[twin]) has it already"
      )
    }
    return CountFault(
      lines[index],
      "start is \(times[index].text), before \(times[above].text) in line \(lines[above]); allowed: rows in order of time"
    )
  }

  /// The instant, or for times without offset what the clock shows, in milliseconds.
  private static func moment(_ time: WrittenTime) -> Int64 { time.milliseconds ?? time.local.milliseconds }
}

/// What is wrong with a line of a file.
struct CountFault: Error {
  var line: Int
  var message: String

  init(_ line: Int, _ message: String) {
    self.line = line
    self.message = message
  }
}
