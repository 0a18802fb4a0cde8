import FootfallMembers
import Foundation

/// A member as it is printed.
struct MemberRow: Encodable {
  let member, state, scope, textVersion, given, expires: String

  init(_ record: MemberRecord) {
    member = record.member
    state = record.state.rawValue
    scope = record.consent.scope
    textVersion = record.consent.textVersion
    given = record.consent.given.formatted(.iso8601)
    expires = record.consent.expires.formatted(.iso8601)
  }

  var row: (name: String, value: String, meaning: String) {
    (member, state, "\(scope), text \(textVersion), \(given) to \(expires)")
  }
}
