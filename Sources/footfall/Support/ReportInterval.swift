import ArgumentParser
import FootfallExport

/// The length of an interval of a series on the command line: `15m`, `1h`, `1d`.
struct ReportInterval: Hashable, Sendable, CustomStringConvertible {
  /// Minutes, a divisor of a day.
  let minutes: Int

  /// A quarter of an hour, what staffing planners ask for.
  static let quarterHour = ReportInterval(minutes: 15)

  private init(minutes: Int) { self.minutes = minutes }

  /// Reads an argument.
  /// - Throws: `ValidationError` for another form or a length that does not divide a day.
  init(parsing argument: String) throws {
    let minutesPerUnit = ["m": 1, "h": 60, "d": 1440]
    guard let unit = argument.last, let factor = minutesPerUnit[String(unit)],
      let number = Int(argument.dropLast()), (1...1440).contains(number),
      LocalIntervals.allowedMinutes.contains(number * factor)
    else {
      throw ValidationError("minutes, hours or days that divide a day are allowed: 1m, 15m, 1h, 6h, 1d")
    }
    minutes = number * factor
  }

  var description: String { minutes % 60 == 0 ? "\(minutes / 60)h" : "\(minutes)m" }
}
