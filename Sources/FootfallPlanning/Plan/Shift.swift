/// A break of a shift.
public struct ShiftBreak: Hashable, Sendable {
  /// Since the beginning of the period, half-open.
  public let minutes: Range<Int>
  /// Whether it is paid.
  public let isPaid: Bool

  /// Creates a break.
  public init(minutes: Range<Int>, isPaid: Bool) {
    self.minutes = minutes
    self.isPaid = isPaid
  }
}

/// Work of one person in one role without interruption but for breaks.
public struct Shift: Hashable, Sendable {
  /// The id of the role.
  public var role: String
  /// Who has it; nil for an open shift.
  public var employee: String?
  /// From beginning to end with breaks, since the beginning of the period.
  public var minutes: Range<Int>
  /// In order of time.
  public var breaks: [ShiftBreak]

  /// Creates a shift.
  public init(role: String, employee: String?, minutes: Range<Int>, breaks: [ShiftBreak] = []) {
    self.role = role
    self.employee = employee
    self.minutes = minutes
    self.breaks = breaks
  }

  /// From beginning to end without unpaid breaks.
  public var paidMinutes: Int { breaks.reduce(minutes.count) { $1.isPaid ? $0 : $0 - $1.minutes.count } }

  /// Whether the person is at work, and on no break, throughout a time.
  public func covers(_ time: Range<Int>) -> Bool {
    minutes.lowerBound <= time.lowerBound && time.upperBound <= minutes.upperBound
      && !breaks.contains { $0.minutes.overlaps(time) }
  }
}

extension Shift: Comparable {
  /// The order of a plan: by beginning, then end, employee, role and breaks; open shifts last among those of a time.
  public static func < (a: Shift, b: Shift) -> Bool {
    if a.key != b.key { return a.key < b.key }
    return a.breaks.lexicographicallyPrecedes(b.breaks) { $0.minutes.lowerBound < $1.minutes.lowerBound }
  }

  private var key: (Int, Int, Int, String, String) {
    (minutes.lowerBound, minutes.upperBound, employee == nil ? 1 : 0, employee ?? "", role)
  }
}
