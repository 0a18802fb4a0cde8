import ArgumentParser
import FootfallMembers
import Foundation
import Logging

struct MembersMatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Say which member a picture shows, if any.",
    discussion: """
      Of several faces the surest counts. Of a face that is no member's nothing is kept; the ledger notes each match.

      Example:
        footfall members match face.jpg --master-key master.key
      """)

  @Argument(help: ArgumentHelp("Pictures.", valueName: "picture"))
  var pictures: [String]

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var rule: MatchRuleOptions
  @OptionGroup var store: MemberStoreOptions
  @OptionGroup var faces: FaceOptions
  @OptionGroup var log: LogOptions

  private struct Row: Encodable {
    let picture, result: String
    var member: String?
    var similarity: Double?
    var reason: String?

    init(_ picture: String, _ sighting: MemberDesk.Sighting) {
      self.picture = picture
      switch sighting {
      case .member(let id, let value): (result, member, similarity) = ("member", id.description, value)
      case .unknown: result = "unknown"
      case .unusable(let problem): (result, reason) = ("unusable", problem)
      }
    }

    var row: (name: String, value: String, meaning: String) {
      (picture, member ?? result, similarity.map { "similarity \($0.fixed(3))" } ?? reason ?? "")
    }
  }

  func run() throws {
    let desk = try store.desk(faces)
    log.logger.info("opened the books", metadata: ["members": "\(desk.store.activeMembers)"])
    let rows = try pictures.map {
      Row($0, try desk.sighting(inPictureAt: $0, rule: rule.rule, now: Date()))
    }
    if json { return try StandardOutput.write(json: rows) }
    try StandardOutput.write(table: rows.map(\.row))
  }
}
