internal import Crypto
internal import Foundation

/// The key that wraps all others: 256 bits that lie apart from everything they protect.
public struct MasterKey: Sendable {
  /// The environment variable that may hold the key.
  public static let variable = "FOOTFALL_MEMBERS_KEY"
  private static let rule = "64 hexadecimal digits, as openssl rand -hex 32 makes them"

  let key: SymmetricKey

  /// Reads the key from a file, or where none is named from the environment.
  /// - Throws: ``MembersError``: `noInput` where the file can't be read; `unavailable` where none is named, or others may
  ///   read it; `badData` where it is no key. What was found is never told.
  public init(fileAt path: String?) throws(MembersError) {
    let environment = ProcessInfo.processInfo.environment[Self.variable] ?? ""
    guard path != nil || !environment.isEmpty else {
      throw MembersError(
        .unavailable,
        "the master key is missing: name its file, or set \(Self.variable); it is \(Self.rule)")
    }
    let text = try path.map(Self.contents(ofFileAt:)) ?? environment
    try self.init(text: text, place: path ?? Self.variable)
  }

  /// Reads the key from a text.
  /// - Parameter place: where it was found, for the error, which does not tell the text.
  /// - Throws: ``MembersError`` of kind `badData` where it is no key.
  public init(text: String, place: String) throws(MembersError) {
    guard let key = Self.key(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw MembersError(.badData, "\(place): is no master key; allowed: \(Self.rule)")
    }
    self.key = key
  }

  init(key: SymmetricKey) { self.key = key }

  private static func contents(ofFileAt path: String) throws(MembersError) -> String {
    var status = stat()
    guard stat(path, &status) == 0, let contents = FileManager.default.contents(atPath: path) else {
      throw MembersError(.noInput, "\(path): the master key cannot be read: \(SystemReason.last)")
    }
    guard status.st_mode & 0o077 == 0 else {
      let mode = String(status.st_mode & 0o777, radix: 8)
      throw MembersError(
        .unavailable,
        "\(path): the master key can be read by others, its mode is \(mode); allowed: 600 or less")
    }
    return String(decoding: contents, as: UTF8.self)
  }

  private static func key(_ text: String) -> SymmetricKey? {
    guard text.utf8.count == 64, text.allSatisfy(\.isHexDigit) else { return nil }
    let digits = Array(text)
    let bytes = stride(from: 0, to: 64, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
    return SymmetricKey(data: bytes)
  }
}
