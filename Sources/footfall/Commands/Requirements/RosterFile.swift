import FootfallExport
import FootfallPlanning

/// Reads the shifts of an existing roster: CSV with the columns start, end and role, or a plan in JSON.
struct RosterFile {
  private let path: String
  private let clock: StoreClock
  private let roles: [String]

  /// The shifts of the file at `path`.
  /// - Parameters:
  ///   - clock: the clock of times without offset.
  ///   - roles: the ids that a shift may name.
  /// - Throws: ``CommandError`` that names the line or a JSON pointer.
  static func read(_ path: String, clock: StoreClock, roles: [String]) throws -> [RosteredShift] {
    let bytes = try InputFile.bytes(at: path)
    let file = RosterFile(path: path, clock: clock, roles: roles)
    let isJSON = bytes.first { !" \t\r\n".utf8.contains($0) } == UInt8(ascii: "{")
    return try isJSON ? file.plan(bytes) : file.rows(CSVRows(bytes))
  }

  private func rows(_ text: CSVRows) throws -> [RosteredShift] {
    var rows = text
    let header = rows.next() ? (0..<rows.count).map { rows.text($0) } : []
    let columns = ["start", "end", "role"].compactMap { header.firstIndex(of: $0) }
    guard columns.count == 3 else {
      throw fault(":1: the header is '\(header.joined(separator: ",").prefix(60))'; allowed: start,end,role")
    }
    var shifts: [RosteredShift] = []
    while rows.next() {
      guard rows.count == header.count else {
        throw fault(":\(rows.line): the row has \(rows.count) cells; allowed: \(header.count), as the header")
      }
      let cells = columns.map { rows.text($0) }
      shifts.append(
        try shift(role: cells[2], start: cells[0], end: cells[1]) { name in ":\(rows.line): \(name)" })
    }
    return shifts
  }

  private func plan(_ bytes: [UInt8]) throws(CommandError) -> [RosteredShift] {
    do throws(DocumentError) {
      return try PlanDocument(bytes).roster(roles: roles)
    } catch {
      throw fault(": \(error)")
    }
  }

  private func shift(
    role: String, start: String, end: String, place: (String) -> String
  ) throws -> RosteredShift {
    guard roles.contains(role) else {
      throw fault(
        place("role")
          + " is '\(role)'\(NearestName.hint(for: role, among: roles)) allowed: \(SceneParser.listed(roles))"
      )
    }
    return RosteredShift(role: role, milliseconds: try span(start, end, place: place))
  }

  private func span(_ start: String, _ end: String, place: (String) -> String) throws -> Range<Int64> {
    let form = "a time like 2026-11-30T09:00+01:00"
    func instant(_ text: String) -> Int64? {
      WrittenTime(parsing: text).map { $0.milliseconds ?? clock.milliseconds(at: $0.local) }
    }
    guard let from = instant(start) else { throw fault(place("start") + " is '\(start)'; allowed: \(form)") }
    guard let to = instant(end), to > from else {
      throw fault(place("end") + " is '\(end)'; allowed: \(form), after start, \(start)")
    }
    return from..<to
  }

  private func fault(_ message: String) -> CommandError {
    CommandError("cannot read the roster: \(path)\(message)", .badData)
  }
}
