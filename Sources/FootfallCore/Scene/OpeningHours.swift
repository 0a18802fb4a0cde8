/// When a store is open in a week of its own clock.
public struct OpeningHours: Hashable, Sendable {
  /// Minutes in a week.
  public static let minutesInWeek = 7 * 1440

  /// The open stretches, in minutes since Monday 00:00; one that goes on after the end of the week goes on at its
  /// beginning.
  public let stretches: [Range<Int>]

  /// Creates opening hours from stretches that begin within the week and are at most a week long.
  public init(_ stretches: [Range<Int>]) {
    precondition(
      stretches.allSatisfy { 0..<Self.minutesInWeek ~= $0.lowerBound && $0.count <= Self.minutesInWeek },
      "a week of opening hours")
    self.stretches = stretches
  }

  /// Whether the store is open in a minute of the week, 0 to 10,079 from Monday 00:00.
  public func isOpen(atMinute minute: Int) -> Bool {
    stretches.contains { $0.contains(minute) || $0.contains(minute + Self.minutesInWeek) }
  }

  /// The minute in the middle of each closed stretch, when surely nobody is inside; none for a store that never closes
  /// or never opens.
  public var quietMinutes: [Int] {
    let week = Self.minutesInWeek
    guard let opening = (0..<week).first(where: { isOpen(atMinute: $0) }) else { return [] }
    var quiet: [Int] = []
    var closedSince: Int?
    // Once around from an open minute to the same one.
    for minute in opening...(opening + week) {
      if !isOpen(atMinute: minute % week) {
        closedSince = closedSince ?? minute
      } else if let begin = closedSince {
        quiet.append((begin + minute) / 2 % week)
        closedSince = nil
      }
    }
    return quiet.sorted()
  }
}
