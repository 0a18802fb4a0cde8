/// Member visits by hour, day and week, as far as they may be told of: nothing that fewer than ten members stand behind, and
/// nothing from which that could be had by subtraction.
public struct MemberReport: Sendable {
  /// How long the intervals of a report are.
  public enum Interval: Int, Sendable, CaseIterable {
    /// An hour of the store's clock.
    case hour = 60
    /// A day of it.
    case day = 1440
    /// A week of it, from Monday on.
    case week = 10_080
  }

  /// Visits of members that began in an interval; nil where they are not told.
  public struct Row: Hashable, Sendable {
    /// In milliseconds since 1970 UTC.
    public var range: Range<Int64>
    /// All.
    public var visits: Int?
    /// Of members who were there on an earlier day within ``MemberReport/repeatDays``.
    public var repeats: Int?
    /// Of members with a face who checked in.
    public var knownPresent: Int?
    /// Of these, the visits in which the face was recognised.
    public var recognised: Int?
  }

  /// Fewer members than this are not told of.
  public static let leastMembers = MemberCell.leastMembers
  /// What is noted of a member within so many minutes is one visit.
  public static let mergeMinutes = MemberVisit.mergeMinutes
  /// How many days ago an earlier visit may be for one to count as repeated.
  public static let repeatDays = MemberVisit.repeatDays

  private let weeks: [MemberCell]

  /// Counts.
  /// - Parameters:
  ///   - entries: all of the ledger.
  ///   - weeks: whole weeks that are over, with their days and those's hours, in order: what is told of a part depends on
  ///     the whole, which must not change afterwards.
  ///   - day: the number of the day on the store's clock.
  public init(_ entries: [LedgerEntry], weeks: [[[Range<Int64>]]], day: (Int64) -> Int) {
    let visits = MemberVisit.all(in: entries, day: day).sorted { $0.start < $1.start }
    var rest = visits[...]
    func cell(_ hour: Range<Int64>) -> MemberCell {
      rest = rest.drop { $0.start < hour.lowerBound }
      return MemberCell(hour, rest.prefix { $0.start < hour.upperBound })
    }
    self.weeks = weeks.map { days in
      var week = MemberCell(days.map { hours in MemberCell(hours.map(cell)) })
      week.decide()
      return week
    }
  }

  /// The intervals of a length, in order.
  public func rows(_ interval: Interval) -> [Row] {
    let cells =
      switch interval {
      case .week: weeks
      case .day: weeks.flatMap(\.parts)
      case .hour: weeks.flatMap { $0.parts.flatMap(\.parts) }
      }
    return cells.map { cell in
      let recognition = cell[.recognition]
      return Row(
        range: cell.range, visits: cell[.visits]?[0], repeats: cell[.repeats]?[0],
        knownPresent: recognition.map { $0[0] + $0[1] }, recognised: recognition?[0])
    }
  }
}
