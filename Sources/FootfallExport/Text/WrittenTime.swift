public import FootfallCore

/// A time as somebody wrote it in ISO 8601: what the clock showed, and its offset from UTC where that is told.
public struct WrittenTime: Hashable, Sendable {
  /// What the clock showed.
  public var local: CivilTime
  /// How far the clock was ahead of UTC, in milliseconds; nil where it is not told.
  public var offsetMilliseconds: Int64?

  /// A time.
  public init(local: CivilTime, offsetMilliseconds: Int64?) {
    self.local = local
    self.offsetMilliseconds = offsetMilliseconds
  }

  /// Reads a time in the forms of ``WallClock/milliseconds(parsing:timeZone:)``; nil for another form or a date that no
  /// calendar has.
  public init?(parsing text: String) { self.init(parsing: ArraySlice(text.utf8)) }

  /// Reads a time in UTF-8.
  public init?(parsing text: ArraySlice<UInt8>) {
    var scanner = TimeScanner(text)
    guard let date = scanner.date() else { return nil }
    self.init(local: date, offsetMilliseconds: nil)
    if scanner.isAtEnd { return }
    guard let timeOfDay = scanner.timeOfDay() else { return nil }
    local.milliseconds += timeOfDay
    if scanner.isAtEnd { return }
    guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
    offsetMilliseconds = offset
  }

  /// The instant in milliseconds since 1970-01-01T00:00Z; nil without an offset.
  public var milliseconds: Int64? { offsetMilliseconds.map { local.milliseconds - $0 } }

  /// The time to the second: `2026-11-30T09:00:00+01:00`.
  public var text: String {
    var text = TextBuffer(capacity: 32)
    text.append(date: local.date)
    text.append(literal: "T")
    text.append(timeOfDay: local.millisecondsOfDay, showsMilliseconds: false)
    if let offsetMilliseconds { text.append(offset: offsetMilliseconds) }
    return text.string
  }
}

/// Reads the parts of an ISO 8601 time from left to right.
private struct TimeScanner {
  private var rest: ArraySlice<UInt8>

  init(_ text: ArraySlice<UInt8>) { rest = text }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func date() -> CivilTime? {
    guard let year = digits(4), skip("-"), let month = digits(2), skip("-"), let day = digits(2) else {
      return nil
    }
    return CivilTime(year: year, month: month, day: day)
  }

  /// `T` or a space and the time of day, in milliseconds.
  mutating func timeOfDay() -> Int64? {
    guard skip("T") || skip("t") || skip(" "), let hour = digits(2), skip(":"), let minute = digits(2),
      hour < 24, minute < 60
    else { return nil }
    var milliseconds = Int64(hour * 3_600_000 + minute * 60_000)
    if skip(":") {
      guard let second = digits(2), second < 60 else { return nil }
      milliseconds += Int64(second * 1000)
      if skip(".") || skip(",") {
        guard let fraction = fractionMilliseconds() else { return nil }
        milliseconds += fraction
      }
    }
    return milliseconds
  }

  /// `Z`, `+01:00`, `+0100` or `+01`, in milliseconds.
  mutating func offset() -> Int64? {
    if skip("Z") || skip("z") { return 0 }
    let isNegative = skip("-")
    guard isNegative || skip("+"), let hours = digits(2), hours < 24 else { return nil }
    var minutes = 0
    if !isAtEnd {
      _ = skip(":")
      guard let given = digits(2), given < 60 else { return nil }
      minutes = given
    }
    let size = Int64(hours * 3_600_000 + minutes * 60_000)
    return isNegative ? -size : size
  }

  private mutating func fractionMilliseconds() -> Int64? {
    var milliseconds: Int64 = 0
    var weight: Int64 = 100
    var count = 0
    while let byte = rest.first, (48...57).contains(byte) {
      milliseconds += Int64(byte - 48) * weight
      weight /= 10
      count += 1
      rest.removeFirst()
    }
    return count > 0 ? milliseconds : nil
  }

  private mutating func digits(_ count: Int) -> Int? {
    var number = 0
    for _ in 0..<count {
      guard let byte = rest.first, (48...57).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 48)
      rest.removeFirst()
    }
    return number
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let byte = rest.first, UInt32(byte) == character.value else { return false }
    rest.removeFirst()
    return true
  }
}
