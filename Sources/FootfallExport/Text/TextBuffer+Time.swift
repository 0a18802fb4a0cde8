/// The parts of ISO 8601 times.
extension TextBuffer {
  /// `2005-03-01`.
  mutating func append(date: (year: Int, month: Int, day: Int)) {
    append(magnitude: UInt64(max(0, date.year)), minimumDigits: 4)
    append(literal: "-")
    append(magnitude: UInt64(date.month), minimumDigits: 2)
    append(literal: "-")
    append(magnitude: UInt64(date.day), minimumDigits: 2)
  }

  /// `09:00:00.000`, or without the milliseconds.
  mutating func append(timeOfDay milliseconds: Int, showsMilliseconds: Bool = true) {
    let moment = UInt64(milliseconds)
    append(magnitude: moment / 3_600_000, minimumDigits: 2)
    append(literal: ":")
    append(magnitude: moment / 60_000 % 60, minimumDigits: 2)
    append(literal: ":")
    append(magnitude: moment / 1000 % 60, minimumDigits: 2)
    guard showsMilliseconds else { return }
    append(literal: ".")
    append(magnitude: moment % 1000, minimumDigits: 3)
  }

  /// `+01:00`, of an offset from UTC in milliseconds.
  mutating func append(offset milliseconds: Int64) {
    append(byte: milliseconds < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    let minutes = milliseconds.magnitude / 60_000
    append(magnitude: minutes / 60, minimumDigits: 2)
    append(literal: ":")
    append(magnitude: minutes % 60, minimumDigits: 2)
  }
}
