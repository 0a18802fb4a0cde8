import ArgumentParser
import FootfallExport

/// Days on a command line: `2026-01-05..2026-02-01`, both included.
struct DayPeriod: ExpressibleByArgument {
  /// Days since 1970-01-01.
  let days: ClosedRange<Int>

  init?(argument: String) {
    guard let separator = argument.firstRange(of: ".."),
      let first = ClockText.days(String(argument[..<separator.lowerBound])),
      let last = ClockText.days(String(argument[separator.upperBound...])), first <= last
    else { return nil }
    days = first...last
  }
}
