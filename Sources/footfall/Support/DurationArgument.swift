import ArgumentParser

/// A length of time on the command line: a whole number and a unit, `90s`, `15m`, `1h` or `7d`.
struct DurationArgument: CustomStringConvertible {
  let duration: Duration
  let description: String

  static let halfAMinute = DurationArgument(.seconds(30), "30s")
  static let quarterOfAnHour = DurationArgument(.seconds(900), "15m")
  static let twoWeeks = DurationArgument(.seconds(14 * 86_400), "14d")
  /// A year; what is longer is a slip.
  private static let greatestSeconds: Int64 = 366 * 86_400

  /// Reads an argument; used as the `transform` of an option, which can say what is allowed.
  /// - Throws: `ValidationError` for anything else than a positive length of at most a year.
  init(parsing argument: String) throws {
    let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    guard let unit = argument.last, let secondsInUnit = units[unit], let count = Int64(argument.dropLast()),
      count >= 1, count <= Self.greatestSeconds / secondsInUnit
    else {
      throw ValidationError("allowed: a whole number with a unit, as in 90s, 15m, 1h or 7d, up to 366d")
    }
    self.init(.seconds(count * secondsInUnit), argument)
  }

  private init(_ duration: Duration, _ description: String) {
    self.duration = duration
    self.description = description
  }
}
