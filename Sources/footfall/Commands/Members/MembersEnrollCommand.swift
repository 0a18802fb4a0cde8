import ArgumentParser
import FootfallMembers
import Foundation
import Logging

struct MembersEnrollCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enroll",
    abstract: "Enrol a member who agreed, from pictures with one face each, or without a face.",
    discussion: """
      Prints the member's pseudonym, which is all that other systems ever get. The pictures are not kept. \
      Without a picture the member is known by the pseudonym and the code of members code alone.

      Example:
        footfall members enroll front.jpg half.jpg --master-key master.key --scope "greeting at the till" \
      --text-version 2026-11 --expires 2027-11-26
      """)

  @Argument(help: ArgumentHelp("Pictures of the member.", valueName: "picture"))
  var pictures: [String] = []

  @Option(
    help: ArgumentHelp("Enrol this member again, whose consent holds.", valueName: "member"),
    transform: MemberID.parsed)
  var id: MemberID?

  @OptionGroup var consent: ConsentOptions
  @OptionGroup var rule: MatchRuleOptions
  @OptionGroup var store: MemberStoreOptions
  @OptionGroup var faces: FaceOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let now = Date()
    let consent = try consent.consent(now: now)
    if pictures.isEmpty {
      guard id == nil else { throw ValidationError("--id needs pictures; members consent renews a consent") }
      return try print(store.openForEnrolling().enrolWithoutFace(consent, now: now))
    }
    let desk = try store.desk(faces, isEnrolling: true)
    log.logger.info("opened the books", metadata: ["members": "\(desk.store.activeMembers)"])
    let member = try desk.enrol(picturesAt: pictures, consent: consent, id: id, rule: rule.rule, now: now)
    try print(member)
  }

  private func print(_ member: MemberID) throws { try StandardOutput.write([UInt8]("\(member)\n".utf8)) }
}
