internal import FootfallCore

/// Writes crossings as the comma-separated text that ``CrossingRows`` reads.
public enum CrossingText {
  /// The text of `crossings`, with a header, ordered by camera, time, line and direction.
  ///
  /// Times are rounded to milliseconds; ids with commas or quotes stand in quotes. Equal crossings give equal bytes.
  /// - Complexity: O(n log n) for n crossings.
  public static func encoded(_ crossings: [CrossingRecord]) -> [UInt8] {
    let rows = crossings.sorted(by: precedes).map(row)
    return Array(([CrossingRows.columns.joined(separator: ",")] + rows).joined(separator: "\n").utf8)
      + [UInt8(ascii: "\n")]
  }

  /// The order of the rows.
  public static func precedes(_ a: CrossingRecord, _ b: CrossingRecord) -> Bool {
    if a.place.camera != b.place.camera { return a.place.camera < b.place.camera }
    return a.time == b.time ? a.place < b.place : a.time < b.time
  }

  /// One row, without its end.
  static func row(_ crossing: CrossingRecord) -> String {
    let place = crossing.place
    return [quoted(place.camera), quoted(place.line), seconds(crossing.time), place.direction.rawValue]
      .joined(separator: ",")
  }

  /// A time in seconds with three digits after the point.
  static func seconds(_ time: MediaTime) -> String {
    let milliseconds = (time.nanoseconds + 500_000) / 1_000_000
    let fraction = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }

  /// Quotes where a comma or a quote in an id asks for them (RFC 4180).
  private static func quoted(_ id: String) -> String {
    guard id.contains(where: { $0 == "," || $0 == "\"" }) else { return id }
    return "\"" + id.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}
