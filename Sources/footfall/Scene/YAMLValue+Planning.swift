internal import FootfallExport

/// The values that planning files have beyond those of scene files.
extension YAMLValue {
  /// A whole number within limits.
  func whole(_ allowed: ClosedRange<Int>) throws(SceneError) -> Int {
    let number = try number()
    guard number == number.rounded(), allowed.contains(Int(number)) else {
      throw error(
        "\(label) is \(printed); allowed: whole numbers from \(allowed.lowerBound) to \(allowed.upperBound)")
    }
    return Int(number)
  }

  /// A number within limits.
  func number(_ allowed: ClosedRange<Double>) throws(SceneError) -> Double {
    let number = try number()
    guard allowed.contains(number) else {
      throw error(
        "\(label) is \(printed); allowed: \(allowed.lowerBound.written) to \(allowed.upperBound.written)")
    }
    return number
  }

  /// A time of day in minutes after midnight; hours go on after 23 for the night after.
  func clock() throws(SceneError) -> Int {
    guard let minutes = ClockText.minutes(try text().value) else {
      throw error("\(label) is \(printed); allowed: 00:00 to 48:00, hours after 24 being of the next date")
    }
    return minutes
  }

  /// A date, in days since 1970-01-01.
  func date() throws(SceneError) -> Int {
    guard let days = ClockText.days(try text().value) else {
      throw error("\(label) is \(printed); expected a date like 2026-11-30")
    }
    return days
  }
}
