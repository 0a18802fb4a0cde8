import FootfallExport

/// The times of a series' rows, as they were written, and what can be wrong with them.
struct CountTimes {
  private(set) var times: [WrittenTime] = []
  private(set) var lines: [Int] = []

  /// Adds the time of the next row.
  /// - Throws: a message where it is given twice, or is before the one above it.
  mutating func append(_ time: WrittenTime, line: Int) throws(CountFault) {
    if let last = times.last, let above = lines.last {
      let step = CountTimes.moment(time) - CountTimes.moment(last)
      if step == 0 {
        throw CountFault(
          line, "start is \(time.text) again; allowed: each start once in a series, line \(above) has it already")
      }
      if step < 0 {
        throw CountFault(
          line, "start is \(time.text), before \(last.text) in line \(above); allowed: rows in order of time")
      }
    }
    times.append(time)
    lines.append(line)
  }

  /// How often each distance between neighbours occurs, in milliseconds.
  var steps: [Int64: Int] {
    zip(times, times.dropFirst()).reduce(into: [:]) { $0[CountTimes.moment($1.1) - CountTimes.moment($1.0), default: 0] += 1 }
  }

  /// Refuses rows that are not a multiple of the interval apart, and stretches of another interval.
  ///
  /// A row that is left out is a gap; so many rows in turn that are equally far apart are counts of another length.
  /// - Parameter interval: in milliseconds.
  func check(interval: Int64) throws(CountFault) {
    let minutes = interval / 60_000
    var alike = 0
    var before = interval
    for index in times.indices.dropFirst() {
      let step = CountTimes.moment(times[index]) - CountTimes.moment(times[index - 1])
      guard step % interval == 0 else {
        throw CountFault(
          lines[index],
          "start is \(times[index].text), \(Double(step) / 60_000) min after the row above; allowed: a multiple of the "
            + "interval, \(minutes) min, which most rows are apart")
      }
      alike = step == before ? alike + 1 : 1
      before = step
      if alike == CountTimes.rowsOfAnotherLength, step != interval {
        throw CountFault(
          lines[index - alike + 1],
          "rows are \(step / 60_000) min apart from here on, and \(minutes) min elsewhere; allowed: one length of interval"
        )
      }
    }
  }

  /// The slots of the times on a clock.
  /// - Throws: for the first row, where it does not begin with an interval of the clock.
  func slots(on clock: CountClock, interval: Int64) throws(CountFault) -> [Int] {
    var slots: [Int] = []
    slots.reserveCapacity(times.count)
    for time in times {
      let local = (clock.local(time) ?? time.local).milliseconds
      if slots.isEmpty, local % interval != 0 {
        throw CountFault(
          lines[0],
          "start is \(time.text); allowed: a time at which the clock shows a multiple of \(interval / 60_000) min")
      }
      slots.append(Int(local / interval))
    }
    return slots
  }

  private static let rowsOfAnotherLength = 4

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
