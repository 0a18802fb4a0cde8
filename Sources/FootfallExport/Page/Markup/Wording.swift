internal import FootfallCore

/// Numbers as people read them.
enum Wording {
  /// A whole number with commas between thousands.
  static func count(_ number: Int) -> String {
    var text = ""
    for (index, digit) in String(number.magnitude).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return (number < 0 ? "−" : "") + String(text.reversed())
  }

  /// A number with a noun: `1 person`, `2 people`.
  static func count(_ number: Int, _ singular: String, _ plural: String) -> String {
    "\(count(number)) \(number == 1 ? singular : plural)"
  }

  /// `4.2 s`, `45 s`, `2 min 05 s`, `1 h 03 min`.
  static func duration(seconds: Double) -> String {
    if seconds < 9.95 { return fixed(max(0, seconds), decimals: 1) + " s" }
    let whole = Int(seconds.rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(twoDigits(whole % 60)) s" }
    let minutes = Int((seconds / 60).rounded())
    return "\(count(minutes / 60)) h \(twoDigits(minutes % 60)) min"
  }

  /// A span that is meant, not measured: `15 minutes`, `1 hour`, `1 day`.
  static func span(milliseconds: Int64) -> String {
    for (unit, name) in [(86_400_000, "day"), (3_600_000, "hour"), (60_000, "minute"), (1000, "second")] {
      if milliseconds >= unit, milliseconds % Int64(unit) == 0 {
        return count(Int(milliseconds) / unit, name, name + "s")
      }
    }
    return fixed(Double(milliseconds) / 1000, decimals: 3) + " seconds"
  }

  /// A share as a percentage, with a decimal where it is small; never 100 % or 0 % for less or more than that.
  static func percent(_ share: Double) -> String {
    let percent = share * 100
    if share < 1, percent >= 99.5 { return "99+ %" }
    if share > 0, percent < 0.05 { return "< 0.1 %" }
    return fixed(percent, decimals: percent < 10 && percent != 0 ? 1 : 0) + " %"
  }

  /// A mean number of people, with two digits that tell something.
  static func mean(_ number: Double) -> String {
    fixed(number, decimals: number < 0.995 ? 2 : number < 9.95 ? 1 : 0)
  }

  /// `a`, `a and b`, `a, b and c`.
  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A number with a fixed count of decimals.
  static func fixed(_ number: Double, decimals: Int) -> String {
    var text = TextBuffer(capacity: 16)
    text.append(number, decimals: decimals)
    return text.string
  }

  static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

extension CivilTime {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// `09:05`.
  var minuteText: String {
    let minutes = millisecondsOfDay / 60_000
    return Wording.twoDigits(minutes / 60) + ":" + Wording.twoDigits(minutes % 60)
  }

  /// `09:05:30`.
  var secondText: String { minuteText + ":" + Wording.twoDigits(millisecondsOfDay / 1000 % 60) }

  /// `Tuesday 1 March 2005`.
  var dateText: String {
    "\(CivilTime.weekdays[weekday]) \(date.day) \(CivilTime.months[date.month - 1]) \(date.year)"
  }

  /// `Tue 1 Mar`.
  var shortDateText: String {
    "\(CivilTime.weekdays[weekday].prefix(3)) \(date.day) \(CivilTime.months[date.month - 1].prefix(3))"
  }
}
