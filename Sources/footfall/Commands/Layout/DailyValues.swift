import FootfallExport
import FootfallLayout

/// Values by day from comma-separated values: `day,value` or `day,count,of`, and if there are several of each `series`,
/// `part` (of the day), `layout` (that stood) and `geometry` (any text that changes with cameras and zones); `simulated` marks
/// those of a made-up store.
struct DailyValues {
  /// A row.
  struct Row {
    /// Where it was read, for errors.
    let place: String
    let series: String
    let layout: String
    let geometry: String
    let value: DayValue
  }

  private static let names = [
    "day", "value", "count", "of", "series", "part", "layout", "geometry", "simulated",
  ]
  private static let mostParts = 24

  let path: String
  /// Whether they are known to be of a made-up store.
  private(set) var isSimulated: Bool
  private(set) var rows: [Row]
  private var places: [String: Int] = [:]
  private var parts: [String: Int] = [:]
  private var lines: [[String]: Int] = [:]

  init(path: String, rows: [Row], isSimulated: Bool = false) {
    self.path = path
    self.isSimulated = isSimulated
    self.rows = rows
  }

  /// Reads a file.
  /// - Throws: ``CommandError`` that names the line.
  init(contentsOf path: String) throws {
    self.init(path: path, rows: [])
    var cells = CSVRows(try InputFile.bytes(at: path))
    guard cells.next() else { throw fault(1, "the file is empty; allowed: a header like day,value and rows") }
    try readHeader(cells)
    let columns = cells.count
    while cells.next() {
      guard cells.count == columns else {
        throw fault(cells.line, "the row has \(cells.count) cells; allowed: \(columns), as the header")
      }
      try add(cells)
    }
  }

  /// The values of a series.
  /// - Throws: where there is none of that name.
  func series(_ name: String?) throws -> [Row] {
    let known = Set(rows.map(\.series)).sorted()
    if let name {
      guard known.contains(name) else {
        throw CommandError(
          "cannot compare: \(path) has no series '\(name)'\(NearestName.hint(for: name, among: known)) allowed: "
            + SceneParser.listed(known), .usage)
      }
      return rows.filter { $0.series == name }
    }
    guard known.count <= 1 else {
      throw CommandError(
        "--series is missing, and \(path) has several; allowed: \(SceneParser.listed(known))", .usage)
    }
    return rows
  }

  /// Refuses rows among which a series has two values of a column that may not change.
  /// - Throws: ``CommandError`` that names both.
  func checkUnchanged(
    _ rows: some Sequence<Row>, _ column: String, _ text: (Row) -> String, allowed: String
  ) throws {
    for series in Dictionary(grouping: rows, by: \.series).values {
      guard let first = series.first, let other = series.first(where: { text($0) != text(first) })
      else { continue }
      throw CommandError(
        "cannot compare \(path): \(column) is '\(text(other).prefix(40))' \(other.place) and "
          + "'\(text(first).prefix(40))' \(first.place); allowed: \(allowed)", .badData)
    }
  }

  func fault(_ line: Int, _ message: String) -> CommandError {
    CommandError("cannot read the values: \(path):\(line): \(message)", .badData)
  }

  private mutating func readHeader(_ cells: CSVRows) throws {
    for index in 0..<cells.count {
      let name = cells.text(index)
      guard Self.names.contains(name), places.updateValue(index, forKey: name) == nil else {
        throw fault(
          cells.line,
          "column \(index + 1) is '\(name.prefix(40))'; allowed, each once: \(Self.names.joined(separator: ", "))"
        )
      }
    }
    let hasValue = places["value"] != nil
    let hasShare = places["count"] != nil && places["of"] != nil
    guard places["day"] != nil, hasValue != hasShare,
      hasValue != (places["of"] != nil || places["count"] != nil)
    else {
      throw fault(
        cells.line, "the header lacks day, or value; allowed: day,value or day,count,of, and others")
    }
  }

  private mutating func add(_ cells: CSVRows) throws {
    let line = cells.line
    func text(_ name: String) -> String { places[name].map { cells.text($0) } ?? "" }
    guard let day = ClockText.days(text("day")) else {
      throw fault(line, "day is '\(text("day").prefix(40))'; allowed: a date like 2026-11-30")
    }
    let part = parts[text("part")] ?? parts.count
    parts[text("part")] = part
    guard part < Self.mostParts else {
      throw fault(
        line, "part is '\(text("part").prefix(40))'; allowed: \(Self.mostParts) different parts of a day")
    }
    if try isMarkedSimulated(cells) { isSimulated = true }
    guard let value = try value(cells, day: day, part: part) else { return }
    let key = [text("day"), text("part"), text("series")]
    if let first = lines.updateValue(line, forKey: key) {
      throw fault(
        line, "\(key.filter { !$0.isEmpty }.joined(separator: " ")) is given twice, first in line \(first)")
    }
    rows.append(
      Row(
        place: "in line \(line)", series: text("series"), layout: text("layout"), geometry: text("geometry"),
        value: value))
  }

  private func isMarkedSimulated(_ cells: CSVRows) throws -> Bool {
    guard let place = places["simulated"] else { return false }
    if let flag = cells.flag(place) { return flag }
    throw fault(
      cells.line, "simulated is '\(cells.text(place).prefix(40))'; allowed: 1, 0, true, false, nothing")
  }

  /// The value of the row; nil where it is missing, which is not 0.
  private func value(_ cells: CSVRows, day: Int, part: Int) throws -> DayValue? {
    func number(_ name: String) throws -> Double? {
      guard let place = places[name], !cells.bytes(place).isEmpty else { return nil }
      guard let number = cells.number(place), number.magnitude <= 1e9 else {
        throw fault(
          cells.line,
          "\(name) is '\(cells.text(place).prefix(40))'; allowed: a number from -1e9 to 1e9, or nothing")
      }
      return number
    }
    if places["value"] != nil {
      return try number("value").map { DayValue(day: day, part: part, value: $0) }
    }
    guard let count = try number("count"), let cases = try number("of"), cases != 0 else { return nil }
    guard count == count.rounded(), cases == cases.rounded(), cases > 0, (0...cases).contains(count) else {
      throw fault(
        cells.line,
        "count is \(count.fixed(0)) of \(cases.fixed(0)); allowed: whole numbers, count from 0 to of")
    }
    return DayValue(day: day, part: part, share: .init(count: Int(count), of: Int(cases)))
  }
}
