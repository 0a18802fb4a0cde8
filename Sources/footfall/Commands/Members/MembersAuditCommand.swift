import ArgumentParser
import FootfallMembers
import Foundation
import Logging

struct MembersAuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Verify the ledger and list its entries.",
    discussion: """
      An entry that was changed, moved, put in or removed is named with its line, and the exit status is 65.

      Example:
        footfall members audit --master-key master.key
      """)

  /// From so many people on, China's measures on facial recognition (in force since June 2025) ask for a filing with
  /// the authorities.
  private static let filingLine = 100_000

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var store: MemberStoreOptions
  @OptionGroup var log: LogOptions

  private struct Report: Encodable {
    let entries: [LedgerRow]
    let activeMembers, filingLine: Int
  }

  func run() throws {
    let books = try store.open()
    let rows = books.entries.map(LedgerRow.init)
    log.logger.info("verified the ledger", metadata: ["entries": "\(rows.count)"])
    if json {
      return try StandardOutput.write(
        json: Report(entries: rows, activeMembers: books.activeMembers, filingLine: Self.filingLine))
    }
    try StandardOutput.write(
      table: rows.map(\.row) + [
        ("entries", "\(rows.count)", "all as they were written"),
        (
          "members", "\(books.activeMembers)",
          "whose consent holds; a filing is due from \(Self.filingLine) on"
        ),
      ])
  }
}
