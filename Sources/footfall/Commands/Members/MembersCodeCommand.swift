import ArgumentParser
import FootfallMembers
import Foundation
import Logging

struct MembersCodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code",
    abstract: "Print the code by which a member checks in without a face.",
    discussion: """
      For a card, a QR code or a telephone; a till sends it to /api/v1/members/check-in. It is kept nowhere, and ends with \
      the member's consent.

      Example:
        footfall members code 3f9c0a1be27d4856 --master-key master.key
      """)

  @Argument(help: "The member's pseudonym.", transform: MemberID.parsed)
  var member: MemberID

  @OptionGroup var store: MemberStoreOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let code = try store.books().checkInCode(of: member, now: Date())
    log.logger.info("made a code")
    try StandardOutput.write([UInt8]("\(code)\n".utf8))
  }
}
