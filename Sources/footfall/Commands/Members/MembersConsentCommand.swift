import ArgumentParser
import FootfallMembers
import Foundation
import Logging

struct MembersConsentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consent",
    abstract: "Note that a member agreed again, to the same or to something else.",
    discussion: """
      Example:
        footfall members consent 3f9c0a1be27d4856 --scope "greeting at the till" --text-version 2027-11 \
      --expires 2028-11-26 --master-key master.key
      """)

  @Argument(help: "The member's pseudonym.", transform: MemberID.parsed)
  var member: MemberID

  @OptionGroup var consent: ConsentOptions
  @OptionGroup var store: MemberStoreOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let now = Date()
    let consent = try consent.consent(now: now)
    try store.open().renew(member, consent, now: now)
    log.logger.info("noted a consent")
  }
}
