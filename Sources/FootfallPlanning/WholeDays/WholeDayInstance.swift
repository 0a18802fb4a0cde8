/// A problem of whole-day rostering: who works which shift on which day.
///
/// The terms and rules are those of Curtois and Qu, "Computational results on new staff scheduling benchmark instances",
/// 2014: a day has one shift or none, and what lies before the first day and after the last is unknown, so that a run of
/// shifts or of days off that touches either may be shorter than the least allowed.
public struct WholeDayInstance: Sendable, Equatable {
  /// A place in `shifts`.
  public typealias ShiftIndex = Int
  /// A place in `staff`.
  public typealias EmployeeIndex = Int

  /// The days that are planned; the first, day 0, is a Monday.
  public var days: Int
  /// What can be worked.
  public var shifts: [Shift]
  /// Who works.
  public var staff: [Employee]
  /// What people would like, and what it costs where they don't get it.
  public var requests: [Request]
  /// How many people are wanted.
  public var cover: [Cover]

  /// A kind of shift.
  public struct Shift: Sendable, Equatable {
    /// Its name in the file.
    public var id: String
    /// How long it is.
    public var minutes: Int
    /// What may not be worked on the day after it.
    public var forbiddenNext: Set<ShiftIndex>
  }

  /// Somebody, and the rules for them.
  public struct Employee: Sendable, Equatable {
    /// The name in the file.
    public var id: String
    /// The most shifts of each kind, by shift.
    public var mostShifts: [Int]
    /// All work together, in minutes.
    public var minutes: ClosedRange<Int>
    /// The days in a row with work.
    public var run: ClosedRange<Int>
    /// The least days in a row without.
    public var leastDaysOff: Int
    /// The most weekends with work on Saturday, Sunday or both.
    public var mostWeekends: Int
    /// Days without work.
    public var daysOff: Set<Int>
  }

  /// A wish.
  public struct Request: Sendable, Equatable {
    /// Whose.
    public var employee: EmployeeIndex
    /// For which day.
    public var day: Int
    /// About which shift.
    public var shift: ShiftIndex
    /// Whether it is to be worked, or not to be worked.
    public var isWanted: Bool
    /// What it costs where the wish is not fulfilled.
    public var weight: Int
  }

  /// How many people are wanted for a shift of a day.
  public struct Cover: Sendable, Equatable {
    /// The day.
    public var day: Int
    /// The shift.
    public var shift: ShiftIndex
    /// The people.
    public var required: Int
    /// What each one fewer costs.
    public var underWeight: Int
    /// What each one more costs.
    public var overWeight: Int
  }
}
