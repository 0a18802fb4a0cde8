import ArgumentParser
import FootfallMembers
import Foundation
import Logging

struct MembersForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Forget a member who took the consent back.",
    discussion: """
      Destroys the member's key: the template, and each copy of it in a backup, can never be read again. What stays is the \
      entry in the ledger that somebody of this pseudonym agreed and withdrew.

      Example:
        footfall members forget 3f9c0a1be27d4856 --master-key master.key
      """)

  @Argument(help: "The member's pseudonym.", transform: MemberID.parsed)
  var member: MemberID

  @OptionGroup var store: MemberStoreOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    try store.open().forget(member, now: Date())
    log.logger.info("forgot a member")
  }
}
