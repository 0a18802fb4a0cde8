import ArgumentParser
import FootfallExport
import FootfallMembers
import FootfallStore
import FootfallWeb
import Foundation
import Logging

struct MembersReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Repeat visits, share of members and rate of recognition by hour, day or week.",
    discussion: """
      Visits of members come from the ledger, all visits from the entrances in the database. Whole weeks that are over, from \
      Monday on: what fewer than ten members stand behind is not told, nor what would let it be had by subtraction.

      Example:
        footfall members report --db footfall.db --from 2026-10-05 --to 2026-11-02 --interval 1d --master-key master.key
      """)

  /// As on the command line.
  enum Length: String, CaseIterable, ExpressibleByArgument {
    case hour = "1h"
    case day = "1d"
    case week = "7d"

    var interval: MemberReport.Interval {
      switch self {
      case .hour: .hour
      case .day: .day
      case .week: .week
      }
    }
  }

  @Option(help: ArgumentHelp("The database with the counts of the entrances.", valueName: "file"))
  var db: String

  @Option(
    help: ArgumentHelp(
      "From the week of this time on; without: all that was recorded.", valueName: "time"))
  var from: String?

  @Option(help: ArgumentHelp("Up to the week of this time.", valueName: "time"))
  var to: String?

  @Option(help: "The length of an interval.")
  var interval = Length.week

  @Option(help: ArgumentHelp("The store, where the database holds several.", valueName: "id"))
  var of: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var store: MemberStoreOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let source = try ExportSource(
      db: db, store: of, from: from, to: to, logger: log.logger, storeOption: "--of")
    let weeks = try ReportWeeks(
      touching: source.span, over: SystemTime.milliseconds(), timeZone: source.summary.timeZone)
    let minutes = try weeks.span.map { try source.database.minutes(of: source.query($0)) } ?? []
    let document = MemberReportDocument(
      store: source.summary.id, weeks: weeks, interval: interval.interval,
      entries: try store.open().entries, minutes: minutes.map { TrafficMinute($0) })
    if json { return try StandardOutput.write(document.json()) }
    try StandardOutput.write(table: document.table)
  }
}

extension MemberReportDocument {
  /// A row for each interval; a dash is not told.
  fileprivate var table: [(name: String, value: String, meaning: String)] {
    func text(_ number: Int?) -> String { number.map(String.init) ?? "-" }
    func percent(_ share: Share?) -> String { share.map { "\(($0.value * 100).fixed(1)) %" } ?? "-" }
    return series.map { row in
      (
        row.start, text(row.told.visits),
        "visits of members, of \(text(row.visits)): \(percent(row.memberShare)); again: \(percent(row.repeatRate)); "
          + "recognised of those known to be there: \(percent(row.recognitionRate))"
      )
    }
  }
}
