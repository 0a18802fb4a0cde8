internal import FootfallCore

/// Reads text in the form of MOTChallenge: `frame,id,x,y,width,height,score,…`, a box a line.
///
///     let rows = try MOTRows.parse(Array(text.utf8), ids: .oncePerFrame)
///
/// Lines of white space are skipped, blanks around values too. Six columns are needed; the seventh is the score, and
/// what follows is not read.
public enum MOTRows {
  /// What the second column means.
  public enum IDRule: Hashable, Sendable {
    /// A person's number: it must not occur twice in a frame.
    case oncePerFrame
    /// Nothing, as in files of detections, where all have -1.
    case unused
  }

  /// The frames that may occur.
  public static let frameRange = 1...1_000_000_000
  /// The ids that may occur: whole numbers that a `Double` holds exactly.
  public static let idRange = -(1 << 53)...(1 << 53)

  /// The rows of `text` in the order of its lines.
  /// - Parameters:
  ///   - text: UTF-8; lines end in LF or CR LF.
  ///   - ids: what the second column means.
  ///   - scores: what the seventh column may hold; nil: any number.
  /// - Throws: a ``RowError`` for the first line with too few columns, a value that is no finite number, a frame, an
  ///   id, an extent or a score out of range, or a frame and id that occurred before.
  /// - Complexity: O(n) for n bytes.
  public static func parse(
    _ text: [UInt8], ids: IDRule, scores: ClosedRange<Double>? = nil
  ) throws(RowError) -> [MOTRow] {
    var rows: [MOTRow] = []
    rows.reserveCapacity(text.count / 40)
    var lineOfKey: [Key: Int] = [:]
    if ids == .oncePerFrame { lineOfKey.reserveCapacity(text.count / 40) }
    var scanner = LineScanner(text)
    while scanner.nextLine() {
      let row = try parseRow(&scanner)
      if let scores, !scores.contains(row.score) {
        throw error(scanner, "score", allowed: "\(scores.lowerBound) to \(scores.upperBound)")
      }
      if ids == .oncePerFrame {
        if let first = lineOfKey.updateValue(scanner.line, forKey: Key(frame: row.frame, id: row.id)) {
          throw RowError(
            line: scanner.line, name: "frame and id", value: "\(row.frame),\(row.id)",
            allowed: "each id once in a frame; it is on line \(first), too")
        }
      }
      rows.append(row)
    }
    return rows
  }

  private struct Key: Hashable {
    let frame: Int
    let id: Int
  }

  private static func parseRow(_ scanner: inout LineScanner) throws(RowError) -> MOTRow {
    let frame = try wholeNumber(&scanner, "frame", frameRange)
    let id = try wholeNumber(&scanner, "id", idRange)
    let x = try number(&scanner, "x")
    let y = try number(&scanner, "y")
    let width = try extent(&scanner, "width")
    let height = try extent(&scanner, "height")
    let score = scanner.isAtLineEnd ? 1 : try number(&scanner, "score")
    return MOTRow(
      frame: frame, id: id, box: BoundingBox(x: x, y: y, width: width, height: height), score: score)
  }

  private static func number(_ scanner: inout LineScanner, _ name: String) throws(RowError) -> Double {
    if scanner.isAtLineEnd {
      throw RowError(
        line: scanner.line, name: "the row", value: scanner.lineText,
        allowed: "frame,id,x,y,width,height[,score,…], here without \(name)")
    }
    guard let value = scanner.nextNumber() else {
      throw error(scanner, name, allowed: "a finite number")
    }
    return value
  }

  private static func wholeNumber(
    _ scanner: inout LineScanner, _ name: String, _ range: ClosedRange<Int>
  ) throws(RowError) -> Int {
    let value = try number(&scanner, name)
    guard let whole = Int(exactly: value), range.contains(whole) else {
      throw error(
        scanner, name, allowed: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return whole
  }

  private static func extent(_ scanner: inout LineScanner, _ name: String) throws(RowError) -> Double {
    let value = try number(&scanner, name)
    if value < 0 { throw error(scanner, name, allowed: "0 or more") }
    return value
  }

  private static func error(_ scanner: LineScanner, _ name: String, allowed: String) -> RowError {
    RowError(
      line: scanner.line, column: scanner.column, name: name, value: scanner.fieldText, allowed: allowed)
  }
}
