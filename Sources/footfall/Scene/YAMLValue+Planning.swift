internal import FootfallExport
internal import Yams

extension YAMLValue {
  /// Whether it is a list.
  var isList: Bool {
    if case .sequence = node { true } else { false }
  }

  /// Whether it is a mapping.
  var isMapping: Bool {
    if case .mapping = node { true } else { false }
  }

  /// A date like `2026-12-25`, in days since 1970-01-01.
  func date() throws(SceneError) -> Int {
    guard let days = ClockText.days(try text().value) else {
      throw error("\(label) is \(printed); allowed: a date like 2026-12-25")
    }
    return days
  }

  /// A day of the week, 0 being Monday.
  func weekday() throws(SceneError) -> Int { try choice(of: WeekdayName.self).number }

  /// The days of the week that a list names, at least one.
  func weekdays() throws(SceneError) -> Set<Int> {
    var days: Set<Int> = []
    for element in try list(of: "day") { days.insert(try element.weekday()) }
    if days.isEmpty { throw error("\(label) is an empty list; leave it out for every day") }
    return days
  }

  /// A number within bounds.
  func number(in range: ClosedRange<Double>) throws(SceneError) -> Double {
    let value = try number()
    guard range.contains(value) else {
      throw error("\(label) is \(printed); allowed: \(range.lowerBound.short) to \(range.upperBound.short)")
    }
    return value
  }

  /// A whole number within bounds.
  func wholeNumber(in range: ClosedRange<Int>) throws(SceneError) -> Int {
    let value = try number()
    guard let whole = Int(exactly: value), range.contains(whole) else {
      throw error(
        "\(label) is \(printed); allowed: a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return whole
  }

  /// A stretch of a day like `09:00-17:30`, in minutes after midnight; one that does not end after it began ends on the
  /// day after.
  /// - Parameter word: What its caller allows besides.
  func span(or word: String? = nil) throws(SceneError) -> Range<Int> {
    let ends = try text().value.split(separator: "-", omittingEmptySubsequences: false).map {
      ClockText.minutes(String($0))
    }
    guard ends.count == 2, let from = ends[0], let to = ends[1], from < 1440, to <= 1440, from != to else {
      let form = "a time like 09:00-17:30, or 18:00-02:00 past midnight"
      throw error("\(label) is \(printed); allowed: \(form)\(word.map { ", or \($0)" } ?? "")")
    }
    return from..<(to > from ? to : to + 1440)
  }
}

extension Double {
  /// Without needless digits: `0`, `0.5`, `3600`.
  fileprivate var short: String { self == rounded() && magnitude < 1e9 ? String(Int(self)) : String(self) }
}
