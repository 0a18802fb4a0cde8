import FootfallCore
import FootfallExport

/// Reads counts from comma-separated values: `start,value`, `start,series,value`, or `start` and a column per series.
struct CountFile {
  private enum Form {
    /// Which column holds the series, and which the value.
    case long(series: Int, value: Int)
    /// Which column holds which series.
    case wide([(column: Int, id: String)])
  }

  private let path: String
  private let zone: StoreClock?
  /// The time now, in milliseconds since 1970 UTC: what begins later has not been counted.
  private let now: Int64
  private var start = 0
  private var isNaive: Bool?
  /// Whether the row at hand begins after now.
  private var isToCome = false
  private var ids: [String] = []
  private var places: [String: Int] = [:]
  /// By series; the only one where every row holds all series.
  private var times: [CountTimes] = []
  /// By series.
  private var values: [[Double]] = []

  /// The counts of the file at `path`.
  /// - Parameters:
  ///   - zone: the clock of times without offset, and of what is printed; nil where the user told none.
  ///   - now: the time now, in milliseconds since 1970 UTC.
  /// - Throws: ``CommandError`` that names the line.
  static func read(_ path: String, zone: StoreClock?, now: Int64) throws -> CountTable {
    let bytes = try InputFile.bytes(at: path)
    var file = CountFile(path: path, zone: zone, now: now)
    do {
      return try file.table(CSVRows(bytes))
    } catch let fault as CountFault {
      throw CommandError("cannot read the counts: \(path):\(fault.line): \(fault.message)", .badData)
    }
  }

  private init(path: String, zone: StoreClock?, now: Int64) {
    self.path = path
    self.zone = zone
    self.now = now
  }

  private mutating func table(_ text: CSVRows) throws -> CountTable {
    var rows = text
    guard rows.next() else {
      throw CountFault(1, "the file is empty; allowed: a header like start,value and rows")
    }
    let columns = rows.count
    let form = try form(of: (0..<columns).map { rows.text($0) }, line: rows.line)
    while rows.next() {
      guard rows.count == columns else {
        throw CountFault(rows.line, "the row has \(rows.count) cells; allowed: \(columns), as the header")
      }
      try add(rows, form)
    }
    return try finished()
  }

  private mutating func form(of header: [String], line: Int) throws(CountFault) -> Form {
    guard let column = header.firstIndex(of: "start"), header.count >= 2 else {
      throw CountFault(
        line,
        "the header is '\(header.joined(separator: ",").prefix(60))'; allowed: start,value, "
          + "start,series,value, or start and a column per series")
    }
    start = column
    if header.count == 3, let series = header.firstIndex(of: "series"),
      let value = header.firstIndex(of: "value")
    {
      return .long(series: series, value: value)
    }
    var wide: [(column: Int, id: String)] = []
    for (index, id) in header.enumerated() where index != column {
      if id.isEmpty || places[id] != nil {
        throw CountFault(line, "column \(index + 1) is '\(id)'; allowed: a name that no other column has")
      }
      addSeries(id)
      wide.append((index, id))
    }
    times = [CountTimes()]
    return .wide(wide)
  }

  private mutating func addSeries(_ id: String) {
    places[id] = ids.count
    ids.append(id)
    times.append(CountTimes())
    values.append([])
  }

  private mutating func add(_ row: CSVRows, _ form: Form) throws(CountFault) {
    let time = try time(in: row)
    switch form {
    case .wide(let columns):
      times[0].append(time, line: row.line)
      for (place, column) in columns.enumerated() {
        values[place].append(try value(in: row, column.column, named: column.id, at: time))
      }
    case .long(let series, let value):
      let id = row.text(series)
      if id.isEmpty { throw CountFault(row.line, "series is empty; allowed: a name") }
      if places[id] == nil { addSeries(id) }
      let place = places[id] ?? 0
      times[place].append(time, line: row.line)
      values[place].append(try self.value(in: row, value, named: "value", at: time))
    }
  }

  private mutating func time(in row: CSVRows) throws(CountFault) -> WrittenTime {
    guard let time = WrittenTime(parsing: row.bytes(start)) else {
      throw CountFault(
        row.line, "start is '\(row.text(start).prefix(40))'; allowed: a time like 2026-11-30T09:00+01:00")
    }
    let isWithout = time.offsetMilliseconds == nil
    if isWithout, zone == nil {
      throw CountFault(
        row.line,
        "start is '\(row.text(start))', without offset; allowed: a time like 2026-11-30T09:00+01:00, or "
          + "--timezone to say on which clock")
    }
    if isWithout != isNaive ?? isWithout {
      let others = isWithout ? "with" : "without"
      throw CountFault(
        row.line,
        "start is '\(row.text(start))', and the rows above are \(others) offset; allowed: all rows alike")
    }
    isNaive = isWithout
    // No zone is a day ahead of UTC or more: mostly the zone need not be asked.
    isToCome =
      time.local.milliseconds + CivilTime.millisecondsPerDay > now
      && (time.milliseconds ?? zone?.milliseconds(at: time.local) ?? .min) > now
    return time
  }

  private func value(
    in row: CSVRows, _ column: Int, named name: String, at time: WrittenTime
  ) throws(CountFault) -> Double {
    if row.bytes(column).isEmpty { return .nan }
    guard let value = row.number(column), (0...CountFile.greatest).contains(value) else {
      throw CountFault(
        row.line, "\(name) is '\(row.text(column).prefix(40))'; allowed: a count from 0 to 1e9, or nothing")
    }
    if isToCome {
      throw CountFault(
        row.line,
        "start is \(time.text), which has not come yet, and \(name) is \(row.text(column)); allowed: counts up to "
          + "now, and empty cells after")
    }
    return value
  }

  private mutating func finished() throws(CountFault) -> CountTable {
    let interval = try interval()
    let clock = clock()
    var slots: [[Int]] = []
    for axis in times.indices {
      try times[axis].check(interval: interval)
      slots.append(try times[axis].slots(on: clock, interval: interval))
    }
    let isShared = times.count == 1
    for place in values.indices {
      for row in times[isShared ? 0 : place].misdated { values[place][row] = .nan }
    }
    return CountTable(
      path: path, clock: clock, intervalMinutes: Int(interval / 60_000),
      series: ids.indices.map { place in
        let axis = isShared ? 0 : place
        return CountSeries(
          id: ids[place], slots: slots[axis], values: values[place], lines: times[axis].lines)
      }, misdatedLines: times.flatMap { axis in axis.misdated.map { axis.lines[$0] } }.sorted())
  }

  /// What most rows are apart, in milliseconds.
  private mutating func interval() throws(CountFault) -> Int64 {
    let steps = times.reduce(into: [Int64: Int]()) { $0.merge($1.steps) { $0 + $1 } }
    let forward = steps.filter { $0.key > 0 }
    guard let interval = forward.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key else {
      for axis in times.indices { try times[axis].check(interval: 60_000) }
      throw CountFault(1, "no series has two rows; allowed: two weeks of counts or more")
    }
    guard interval % 60_000 == 0, 3_600_000 % interval == 0 else {
      throw CountFault(
        2,
        "rows are \(Double(interval) / 60_000) min apart; allowed: whole minutes that divide an hour, as 15, 30 or 60"
      )
    }
    return interval
  }

  private func clock() -> CountClock {
    guard let zone else {
      let last = times.compactMap(\.times.last).max { ($0.milliseconds ?? 0) < ($1.milliseconds ?? 0) }
      return .offset(milliseconds: last?.offsetMilliseconds ?? 0)
    }
    return isNaive == true ? .wallClock(zone) : .zoned(zone)
  }

  private static let greatest = 1e9
}
