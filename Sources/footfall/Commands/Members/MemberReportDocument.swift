import FootfallAnalytics
import FootfallExport
import FootfallMembers
import Foundation

/// What `members report --json` and the API tell of member visits, `footfall.member-report/1`.
struct MemberReportDocument: Encodable {
  /// A share of visits with its 95 % interval.
  struct Share: Encodable {
    let value, low, high: Double

    /// - Returns: nil where one of the numbers is not told, or the part is larger than the whole.
    init?(_ part: Int?, of whole: Int?) {
      guard let part, let whole, part <= whole else { return nil }
      let share = Proportion(numerator: part, denominator: whole)
      guard let value = share.value, let interval = share.interval else { return nil }
      (self.value, low, high) = (value, interval.lowerBound, interval.upperBound)
    }
  }

  /// An interval; what is null is not told, or for `visits` was not observed.
  struct Row: Encodable {
    let start, end: String
    let coverage: Double
    let visits: Int?
    let told: MemberReport.Row

    var memberShare: Share? { Share(told.visits, of: visits) }
    var repeatRate: Share? { Share(told.repeats, of: told.visits) }
    var recognitionRate: Share? { Share(told.recognised, of: told.knownPresent) }

    private enum CodingKeys: String, CodingKey {
      case start, end, coverage, visits, memberVisits, memberShare, repeatVisits, repeatRate, knownPresent,
        recognised, recognitionRate
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(start, forKey: .start)
      try container.encode(end, forKey: .end)
      try container.encode(coverage, forKey: .coverage)
      try container.encode(visits, forKey: .visits)
      try container.encode(told.visits, forKey: .memberVisits)
      try container.encode(memberShare, forKey: .memberShare)
      try container.encode(told.repeats, forKey: .repeatVisits)
      try container.encode(repeatRate, forKey: .repeatRate)
      try container.encode(told.knownPresent, forKey: .knownPresent)
      try container.encode(told.recognised, forKey: .recognised)
      try container.encode(recognitionRate, forKey: .recognitionRate)
    }
  }

  let schema = "footfall.member-report/1"
  let store, timeZone: String
  let intervalMinutes: Int
  let leastMembers = MemberReport.leastMembers
  let mergeMinutes = MemberReport.mergeMinutes
  let repeatDays = MemberReport.repeatDays
  let series: [Row]

  private enum CodingKeys: String, CodingKey {
    case schema, store, timeZone, intervalMinutes, leastMembers, mergeMinutes, repeatDays, series
  }

  /// Puts together what the ledger tells of members and the cameras of visitors.
  /// - Parameters:
  ///   - weeks: those that are over.
  ///   - minutes: who came in.
  init(
    store: String, weeks: ReportWeeks, interval: MemberReport.Interval, entries: [LedgerEntry],
    minutes: [TrafficMinute]
  ) {
    (self.store, timeZone, intervalMinutes) = (store, weeks.timeZone, interval.rawValue)
    let report = MemberReport(entries, weeks: weeks.all, day: weeks.day)
    let clock = WallClock(startMilliseconds: 0, timeZone: weeks.timeZone)
    var visitors = VisitorCount(minutes)
    series = report.rows(interval).map { row in
      let (visits, coverage) = visitors.next(in: row.range)
      return Row(
        start: clock?.iso8601(atMilliseconds: row.range.lowerBound) ?? "",
        end: clock?.iso8601(atMilliseconds: row.range.upperBound) ?? "",
        coverage: coverage, visits: visits, told: row)
    }
  }

  /// The document as JSON with sorted keys.
  func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }
}
