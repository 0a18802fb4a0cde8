import ArgumentParser
import FootfallMembers
import Foundation
import Logging

struct MembersExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write all that is kept about a member, for the member.",
    discussion: """
      Consents, accesses and the template as JSON, footfall.member/1. The ledger notes that it was given out.

      Example:
        footfall members export 3f9c0a1be27d4856 --master-key master.key --out member.json
      """)

  @Argument(help: "The member's pseudonym.", transform: MemberID.parsed)
  var member: MemberID

  @Option(help: ArgumentHelp("Where to write; without: standard output.", valueName: "file"))
  var out: String?

  @OptionGroup var store: MemberStoreOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let books = try store.open()
    let document = try books.export(member, now: Date())
    log.logger.info("exported a member")
    try ResultFile.write(document + [UInt8(ascii: "\n")], to: out)
  }
}
