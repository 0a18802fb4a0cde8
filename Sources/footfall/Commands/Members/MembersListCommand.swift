import ArgumentParser
import FootfallMembers
import Foundation
import Logging

struct MembersListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the members by their pseudonyms.",
    discussion: """
      Example:
        footfall members list --master-key master.key
      """)

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var store: MemberStoreOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let members = try store.open().members
    log.logger.info("opened the books", metadata: ["members": "\(members.count)"])
    if json { return try StandardOutput.write(json: members.map(MemberRow.init)) }
    try StandardOutput.write(table: members.map { MemberRow($0).row })
  }
}
