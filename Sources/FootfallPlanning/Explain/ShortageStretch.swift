/// Intervals one after the other that lack the same number of people of a role for the same reasons.
public struct ShortageStretch: Hashable, Sendable {
  /// An index of the problem's roles.
  public let role: Int
  /// The intervals of the period.
  public private(set) var intervals: Range<Int>
  /// How many people are missing in each.
  public let missing: Int
  /// Why nobody else is there.
  public let reasons: [ShortageReason]

  /// Joins shortages that are ordered by role and then by time.
  public static func joined(_ shortages: [Shortage]) -> [ShortageStretch] {
    var stretches: [ShortageStretch] = []
    for shortage in shortages {
      let next = shortage.interval..<shortage.interval + 1
      if let last = stretches.last, last.role == shortage.role,
        last.intervals.upperBound == shortage.interval,
        last.missing == shortage.missing, last.reasons.map(\.heading) == shortage.reasons.map(\.heading)
      {
        stretches[stretches.count - 1].intervals = last.intervals.lowerBound..<next.upperBound
      } else {
        stretches.append(
          ShortageStretch(
            role: shortage.role, intervals: next, missing: shortage.missing, reasons: shortage.reasons))
      }
    }
    return stretches
  }
}

extension ShortageReason {
  /// What is the same along a stretch: costs differ from interval to interval.
  fileprivate var heading: ShortageReason { ShortageReason(code: code, employees: employees) }
}
