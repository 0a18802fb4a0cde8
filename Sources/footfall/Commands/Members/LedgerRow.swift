import FootfallMembers
import Foundation

/// An entry of the ledger as it is printed.
struct LedgerRow: Encodable {
  let sequence: Int
  let time, event, member: String
  let scope, textVersion, expires: String?

  init(_ entry: LedgerEntry) {
    sequence = entry.sequence
    time = entry.time.formatted(.iso8601)
    event = entry.event.rawValue
    member = entry.member
    scope = entry.consent?.scope
    textVersion = entry.consent?.textVersion
    expires = entry.consent?.expires.formatted(.iso8601)
  }

  var row: (name: String, value: String, meaning: String) {
    let consent = scope.map { "\($0), text \(textVersion ?? ""), until \(expires ?? "")" }
    return (time, event, [member, consent].compactMap { $0 }.joined(separator: ": "))
  }
}
