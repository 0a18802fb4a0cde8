import ArgumentParser

/// A length of time on the command line: a whole number and a unit, `90s`, `15m`, `1h` or `7d`.
struct DurationArgument: ExpressibleByArgument, CustomStringConvertible {
  let duration: Duration
  let description: String

  init?(argument: String) {
    let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    guard let unit = argument.last, let seconds = units[unit], let count = Int64(argument.dropLast()),
      (1...100_000_000).contains(count)
    else { return nil }
    duration = .seconds(count * seconds)
    description = argument
  }

  private init(_ duration: Duration, _ description: String) {
    self.duration = duration
    self.description = description
  }

  static let quarterOfAnHour = DurationArgument(.seconds(900), "15m")
}
