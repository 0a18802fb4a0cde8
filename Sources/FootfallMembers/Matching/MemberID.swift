internal import FootfallCore

/// A member's pseudonym: 16 hexadecimal digits that mean nothing outside the store's own books.
public struct MemberID: Hashable, Sendable, CustomStringConvertible, Comparable {
  /// The digits as a number.
  public let number: UInt64

  /// Creates the pseudonym of a number.
  public init(number: UInt64) { self.number = number }

  /// Reads a pseudonym; nil where `text` is not 16 hexadecimal digits.
  public init?(_ text: String) {
    guard text.utf8.count == 16, text.allSatisfy(\.isHexDigit), let number = UInt64(text, radix: 16) else {
      return nil
    }
    self.number = number
  }

  /// A new one, at random from the kernel's generator.
  public static func random() -> MemberID { MemberID(number: .random(in: 1...UInt64.max)) }

  /// The 16 digits.
  public var description: String { withUnsafeBytes(of: number.bigEndian) { Hexadecimal.digits(of: $0) } }

  /// The order of the digits.
  public static func < (one: MemberID, other: MemberID) -> Bool { one.number < other.number }
}
