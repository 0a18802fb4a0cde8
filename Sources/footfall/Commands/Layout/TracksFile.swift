import FootfallCore
import FootfallExport
import FootfallLayout
import FootfallPipeline

/// Reads tracks from comma-separated values: `id,seconds,xMetres,yMetres` and, if people of the staff are marked, `staff`.
struct TracksFile {
  private struct Columns {
    var id: Int
    var seconds: Int
    var x: Int
    var y: Int
    var staff: Int?
    var count: Int
  }

  private static let names = ["id", "seconds", "xMetres", "yMetres"]
  /// No store is larger, and no recording longer, in metres and seconds.
  private static let (mostMetres, mostSeconds) = (10_000.0, 1e10)

  private let path: String
  /// Numbers of ids that are not short.
  private var longIDs: [String: Int] = [:]

  /// Gives every row of the file at `path` to an assembler, and ends it.
  /// - Parameter wanted: the seconds that are taken in.
  /// - Returns: the rows that were taken in.
  /// - Throws: ``CommandError`` that names the line.
  static func read(
    _ path: String, seconds wanted: Range<Double>, into assembler: inout TrackAssembler
  ) throws -> Int {
    var file = TracksFile(path: path)
    return try file.read(wanted, into: &assembler)
  }

  private init(path: String) { self.path = path }

  private mutating func read(_ wanted: Range<Double>, into assembler: inout TrackAssembler) throws -> Int {
    var blocks = try TextBlocks(path: path)
    var columns: Columns?
    var (lines, count) = (0, 0)
    while let block = try blocks.next() {
      if Interrupt.flag.isCancelled { throw CommandError("interrupted", .interrupted) }
      var rows = CSVRows(block, linesBefore: lines)
      while rows.next() {
        guard let known = columns else {
          columns = try header(rows)
          continue
        }
        if try add(rows, known, wanted, to: &assembler) { count += 1 }
      }
      lines = rows.line
    }
    if columns == nil {
      throw fault(1, "the file is empty; allowed: a header id,seconds,xMetres,yMetres and rows")
    }
    assembler.finish()
    return count
  }

  private func header(_ rows: CSVRows) throws -> Columns {
    let names = (0..<rows.count).map { rows.text($0) }
    func place(_ name: String) throws -> Int {
      guard let place = names.firstIndex(of: name) else {
        throw fault(
          rows.line,
          "the header is '\(names.joined(separator: ",").prefix(60))' and has no \(name); allowed: "
            + "id,seconds,xMetres,yMetres[,staff]")
      }
      return place
    }
    if let other = names.first(where: { !(Self.names + ["staff"]).contains($0) }) {
      throw fault(
        rows.line, "unknown column '\(other.prefix(40))'; allowed: id,seconds,xMetres,yMetres[,staff]")
    }
    return try Columns(
      id: place("id"), seconds: place("seconds"), x: place("xMetres"), y: place("yMetres"),
      staff: names.firstIndex(of: "staff"), count: names.count)
  }

  /// - Returns: whether the row is of the time wanted.
  private mutating func add(
    _ rows: CSVRows, _ columns: Columns, _ wanted: Range<Double>, to assembler: inout TrackAssembler
  ) throws -> Bool {
    guard rows.count == columns.count else {
      throw fault(rows.line, "the row has \(rows.count) cells; allowed: \(columns.count), as the header")
    }
    let seconds = try number(rows, columns.seconds, "seconds", Self.mostSeconds)
    let x = try number(rows, columns.x, "xMetres", Self.mostMetres)
    let y = try number(rows, columns.y, "yMetres", Self.mostMetres)
    let (track, isStaff) = try (id(rows, columns.id), columns.staff.map { try flag(rows, $0) } ?? false)
    guard wanted.contains(seconds) else { return false }
    do throws(TrackAssembler.Fault) {
      try assembler.add(track, TripPosition(seconds: seconds, place: Point(x, y)), isStaff: isStaff)
    } catch {
      throw fault(rows.line, explanation(error, id: rows.text(columns.id), seconds: seconds))
    }
    return true
  }

  private func number(_ rows: CSVRows, _ column: Int, _ name: String, _ most: Double) throws -> Double {
    guard let number = rows.number(column), abs(number) <= most else {
      throw fault(
        rows.line,
        "\(name) is '\(rows.text(column).prefix(40))'; allowed: numbers from \((-most).written) to \(most.written)"
      )
    }
    return number
  }

  private func flag(_ rows: CSVRows, _ column: Int) throws -> Bool {
    if let flag = rows.flag(column) { return flag }
    throw fault(rows.line, "staff is '\(rows.text(column).prefix(40))'; allowed: 1, 0, true, false, nothing")
  }

  /// A number for the id: up to seven bytes are their own, longer ones are counted below 0.
  private mutating func id(_ rows: CSVRows, _ column: Int) throws -> Int {
    let bytes = rows.bytes(column)
    guard !bytes.isEmpty else { throw fault(rows.line, "id is empty; allowed: any text") }
    if bytes.count <= 7 { return bytes.reduce(bytes.count) { $0 << 8 | Int($1) } }
    let text = rows.text(column)
    if let number = longIDs[text] { return number }
    let number = -1 - longIDs.count
    longIDs[text] = number
    return number
  }

  private func explanation(_ fault: TrackAssembler.Fault, id: String, seconds: Double) -> String {
    switch fault {
    case .notLater(let before):
      "seconds is \(seconds.written) for id '\(id.prefix(40))', which has been at \(before.written); "
        + "allowed: later in each row of an id"
    case .outOfOrder(let before):
      "seconds is \(seconds.written) after \(before.written), and rows of several ids are mixed; "
        + "allowed: rows in order of seconds, or all rows of an id one after the other"
    case .cameBack:
      "id '\(id.prefix(40))' comes back after rows of others, and seconds are not in order; "
        + "allowed: rows in order of seconds, or all rows of an id one after the other"
    }
  }

  private func fault(_ line: Int, _ message: String) -> CommandError {
    CommandError("cannot read the tracks: \(path):\(line): \(message)", .badData)
  }
}
