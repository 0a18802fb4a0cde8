import ArgumentParser
import FootfallMembers
import Foundation

/// What a member agreed to.
struct ConsentOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What the member agreed to, in the words of the store.", valueName: "text"))
  var scope: String

  @Option(help: ArgumentHelp("The version of the text that the member agreed to.", valueName: "version"))
  var textVersion: String

  @Option(
    help: ArgumentHelp(
      "Until when the consent holds: 2027-05-31 (its beginning in UTC) or an ISO-8601 time.",
      valueName: "time"),
    transform: ConsentOptions.time)
  var expires: Date

  @Option(
    help: ArgumentHelp("When the member agreed; without: now.", valueName: "time"),
    transform: ConsentOptions.time)
  var given: Date?

  /// The consent.
  /// - Throws: ``MembersError`` where it is none.
  func consent(now: Date) throws -> Consent {
    if let given, given > now {
      throw CommandError(
        "cannot note the consent: --given is \(given.formatted(.iso8601)); allowed: up to now", .usage)
    }
    return try Consent(scope: scope, textVersion: textVersion, given: given ?? now, expires: expires)
  }

  static func time(_ argument: String) throws -> Date {
    let text = argument.count == 10 ? argument + "T00:00:00Z" : argument
    guard let time = try? Date(text, strategy: .iso8601) else {
      throw ValidationError("allowed: a date as 2027-05-31, or an ISO-8601 time as 2027-05-31T12:00:00Z")
    }
    return time
  }
}
