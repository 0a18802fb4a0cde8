internal import FootfallCore

/// Reads true crossings from comma-separated text: `camera,line,mediaSeconds,direction`.
///
///     camera,line,mediaSeconds,direction
///     door,entrance,12.4,in
///
/// The first line names the columns, in any order; further columns are not read. A file whose first line names none of
/// them has no header, and its columns stand as above.
public enum CrossingRows {
  /// A crossing and the line it was read from.
  public struct Row: Hashable, Sendable {
    /// The crossing.
    public let crossing: CrossingRecord
    /// The line of the text, from 1.
    public let line: Int
  }

  /// The names of the columns.
  public static let columns = ["camera", "line", "mediaSeconds", "direction"]

  /// The times that may occur: up to 31 years.
  static let secondsRange = 0.0...1e9

  /// The crossings of `text` in the order of its lines.
  /// - Parameter text: UTF-8; lines end in LF or CR LF, values may stand in double quotes.
  /// - Throws: a ``RowError`` for the first header without one of the columns, line with too few of them, empty id,
  ///   time that is negative or no number, or direction other than `in` and `out`.
  /// - Complexity: O(n) for n bytes.
  public static func parse(_ text: [UInt8]) throws(RowError) -> [Row] {
    var rows: [Row] = []
    var order: [Int]?
    var scanner = LineScanner(text)
    while scanner.nextLine() {
      let values = QuotedFields.split(scanner.lineText)
      guard let known = order else {
        let header = try HeaderColumns.positions(of: columns, inHeader: values, line: scanner.line)
        order = header ?? Array(columns.indices)
        if header == nil { rows.append(try row(values, Array(columns.indices), line: scanner.line)) }
        continue
      }
      rows.append(try row(values, known, line: scanner.line))
    }
    return rows
  }

  /// Whether the first line of `text` holds more than the columns that are read: a program that rewrites the file would
  /// lose them.
  public static func hasFurtherColumns(_ text: [UInt8]) -> Bool {
    var scanner = LineScanner(text)
    return scanner.nextLine() && QuotedFields.split(scanner.lineText).count > columns.count
  }

  /// Refuses what no annotator can mean: a row twice.
  /// - Throws: a ``RowError`` for the first row of the same place and time as one before it.
  /// - Complexity: O(n) for n rows.
  public static func checkDistinct(_ rows: [Row]) throws(RowError) {
    var lines: [CrossingRecord: Int] = [:]
    for row in rows {
      if let first = lines.updateValue(row.line, forKey: row.crossing) {
        throw RowError(
          line: row.line, name: "the row", value: text(of: row.crossing),
          allowed: "each crossing once; it stands in line \(first) already")
      }
    }
  }

  /// Refuses rows out of order, which mostly are slips: 124 for 12.4, or the rows of another film.
  ///
  /// The times of a camera's line and direction must not decrease; how different ones are mixed is free.
  /// - Throws: a ``RowError`` for the first row that is earlier than one before it.
  /// - Complexity: O(n) for n rows.
  public static func checkOrder(_ rows: [Row]) throws(RowError) {
    var last: [CrossingRecord.Place: Row] = [:]
    for row in rows {
      if let before = last.updateValue(row, forKey: row.crossing.place),
        row.crossing.time < before.crossing.time
      {
        throw RowError(
          line: row.line, name: "the row", value: text(of: row.crossing),
          allowed:
            "a time from \(CrossingText.seconds(before.crossing.time)) on, that of line \(before.line): "
            + "the rows of a line and direction are in the order of time")
      }
    }
  }

  private static func text(of crossing: CrossingRecord) -> String { CrossingText.row(crossing) }

  private static func row(_ values: [String], _ order: [Int], line: Int) throws(RowError) -> Row {
    guard let last = order.max(), last < values.count else {
      throw RowError(
        line: line, name: "the row", value: values.joined(separator: ","),
        allowed: columns.joined(separator: ","))
    }
    func fault(_ index: Int, _ allowed: String) -> RowError {
      RowError(
        line: line, column: order[index] + 1, name: columns[index], value: values[order[index]],
        allowed: allowed)
    }
    for index in 0..<2 where values[order[index]].isEmpty { throw fault(index, "an id") }
    guard let seconds = LineScanner.decimal(values[order[2]]), secondsRange.contains(seconds) else {
      throw fault(2, "seconds since the first frame, 0 to 1e9")
    }
    guard let direction = CountingLine.Direction(rawValue: values[order[3]]) else {
      throw fault(3, "in or out")
    }
    let place = CrossingRecord.Place(
      camera: values[order[0]], line: values[order[1]], direction: direction)
    return Row(crossing: CrossingRecord(place: place, time: MediaTime(seconds: seconds)), line: line)
  }
}
