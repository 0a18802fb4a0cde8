internal import Crypto
internal import FootfallCore
public import Foundation

/// Something that happened to a member's consent or data.
public struct LedgerEntry: Hashable, Sendable, Codable {
  /// What may happen.
  public enum Event: String, Hashable, Sendable, Codable, CaseIterable {
    /// The member agreed.
    case grant
    /// The member took the consent back.
    case withdrawal
    /// The consent came to its end by time.
    case expiry
    /// The member was recognised.
    case match
    /// The member checked in without a face, by a code or the pseudonym.
    case checkIn
    /// The member's data were given out.
    case export
  }

  /// From 1.
  public let sequence: Int
  /// When it happened, to the second.
  public let time: Date
  /// What happened.
  public let event: Event
  /// To whom, by the pseudonym.
  public let member: String
  /// Of a grant, what was agreed to.
  public let consent: Consent?
  /// Of a grant with which a template was made, true.
  public let hasFace: Bool?
  /// The hash of the entry before, 64 hexadecimal digits; zeros in the first.
  public let previous: String

  static let beginning = String(repeating: "0", count: 64)
}

extension LedgerEntry {
  /// The entry as it is written: its hash, a space and JSON, without the line feed.
  ///
  /// The hash is the HMAC-SHA-256 (RFC 2104) of the JSON by the key of the ledger.
  func line(_ key: SymmetricKey) throws -> (text: [UInt8], hash: String) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    let body = try encoder.encode(self)
    let hash = Self.hash(of: body, key)
    return (Array(hash.utf8) + [UInt8(ascii: " ")] + body, hash)
  }

  /// Reads a line; nil where it was not written with this key.
  static func read(_ line: Data, _ key: SymmetricKey) -> (entry: LedgerEntry, hash: String)? {
    let body = Data(line.dropFirst(65))
    let hash = hash(of: body, key)
    guard line.count > 65, Data(line.prefix(65)) == Data((hash + " ").utf8) else { return nil }
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return (try? decoder.decode(LedgerEntry.self, from: body)).map { ($0, hash) }
  }

  private static func hash(of body: Data, _ key: SymmetricKey) -> String {
    Hexadecimal.digits(of: HMAC<SHA256>.authenticationCode(for: body, using: key))
  }
}
