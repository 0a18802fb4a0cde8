import ArgumentParser
import FootfallExport

/// Days on a command line: `2026-01-05..2026-02-01`, both included.
struct DayPeriod {
  /// Days since 1970-01-01.
  let days: ClosedRange<Int>

  /// Reads an argument; used as the `transform` of an option, which can say what is allowed.
  /// - Throws: `ValidationError`.
  init(parsing argument: String) throws {
    guard let separator = argument.firstRange(of: ".."),
      let first = ClockText.days(String(argument[..<separator.lowerBound])),
      let last = ClockText.days(String(argument[separator.upperBound...])), first <= last
    else {
      throw ValidationError("allowed: a first day and a last one, as in 2026-01-05..2026-02-01")
    }
    days = first...last
  }
}
