internal import FootfallCore

/// A 128-bit FNV-1a hash over fields: names things after what they are made of.
///
/// Fields are hashed as netstrings (length, colon, bytes, comma), so that no two lists of fields run together.
/// Constants: RFC 9923, The FNV Non-Cryptographic Hash Algorithm.
public struct ContentHash: Sendable, CustomStringConvertible {
  /// The hash of what has been added so far.
  public private(set) var value: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
  private static let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013b

  /// Creates the hash of nothing.
  public init() {}

  /// Adds a field of text, as UTF-8.
  public mutating func add(_ text: String) {
    addBytes(String(text.utf8.count).utf8)
    addBytes(":".utf8)
    addBytes(text.utf8)
    addBytes(",".utf8)
  }

  /// Adds a whole number, as decimal text.
  public mutating func add(_ number: some BinaryInteger & Sendable) { add(String(number)) }

  /// Adds bare bytes, without length or separator.
  /// - Complexity: O(number of bytes).
  public mutating func addBytes(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      value = (value ^ UInt128(byte)) &* ContentHash.prime
    }
  }

  /// The hash as 32 hexadecimal digits in lower case.
  public var description: String { ContentHash.hexadecimal(value) }

  static func hexadecimal(_ value: UInt128) -> String {
    withUnsafeBytes(of: value.bigEndian) { Hexadecimal.digits(of: $0) }
  }
}
