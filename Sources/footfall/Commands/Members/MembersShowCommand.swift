import ArgumentParser
import FootfallMembers
import Foundation
import Logging

struct MembersShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what the ledger says about a member.",
    discussion: """
      Example:
        footfall members show 3f9c0a1be27d4856 --master-key master.key
      """)

  @Argument(help: "The member's pseudonym.", transform: MemberID.parsed)
  var member: MemberID

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var store: MemberStoreOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let books = try store.open()
    guard let record = books.member(member) else {
      throw CommandError(
        "member \(member): the books know no such member; footfall members list shows them", .badData)
    }
    log.logger.info("opened the books", metadata: ["entries": "\(books.entries.count)"])
    let entries = books.entries(of: member)
    if json { return try StandardOutput.write(json: entries.map(LedgerRow.init)) }
    try StandardOutput.write(table: [MemberRow(record).row] + entries.map { LedgerRow($0).row })
  }
}
