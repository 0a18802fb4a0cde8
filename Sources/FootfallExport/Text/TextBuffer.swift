internal import Foundation

/// UTF-8 text under construction, with number formatting that does not depend on a locale.
///
/// Made for output of many short lines: fields are appended in place, nothing is allocated for each number, and
/// ``removeAll()`` keeps the memory.
public struct TextBuffer: Sendable {
  /// The text so far, in UTF-8.
  public private(set) var bytes: [UInt8] = []

  /// Creates an empty buffer with room for `capacity` bytes.
  public init(capacity: Int = 256) { bytes.reserveCapacity(capacity) }

  /// The number of bytes written.
  public var count: Int { bytes.count }

  /// The text as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Forgets the text and keeps the memory.
  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Appends one byte, an ASCII character.
  @inline(__always)
  public mutating func append(byte: UInt8) { bytes.append(byte) }

  /// Appends bytes of UTF-8.
  public mutating func append(contentsOf other: [UInt8]) { bytes.append(contentsOf: other) }

  /// Appends a text fixed in the source.
  @inline(__always)
  public mutating func append(literal: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Appends a string.
  public mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends a whole number in decimal.
  public mutating func append(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    append(magnitude: UInt64(number.magnitude), minimumDigits: 1)
  }

  /// Appends a number with exactly `decimals` digits after the point.
  ///
  /// Rounding is that of C's `printf("%.*f")`:
  /// to the nearest, exact ties to even. Zero has no sign.
  /// - Parameters:
  ///   - number: finite.
  ///   - decimals: 0 to 9.
  public mutating func append(_ number: Double, decimals: Int) {
    guard let scaled = Fixed.scaled(number, decimals: decimals) else {
      // Slow, and rarely needed.
      return append(String(format: "%.\(decimals)f", number))
    }
    append(scaled, decimals: decimals)
  }

  /// Appends `scaled` / 10^`decimals` with exactly `decimals` digits after the point.
  mutating func append(_ scaled: Int64, decimals: Int) {
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    let power = UInt64(Fixed.powerOfTen(decimals))
    append(magnitude: scaled.magnitude / power, minimumDigits: 1)
    guard decimals > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    append(magnitude: scaled.magnitude % power, minimumDigits: decimals)
  }

  /// Appends a number in decimal with leading zeros up to `minimumDigits`, at most 20.
  mutating func append(magnitude: UInt64, minimumDigits: Int) {
    var digits = 1
    var limit: UInt64 = 10
    while digits < 20, magnitude >= limit || digits < minimumDigits {
      digits += 1
      let (next, overflow) = limit.multipliedReportingOverflow(by: 10)
      limit = overflow ? .max : next
    }
    let start = bytes.count
    for _ in 0..<digits { bytes.append(UInt8(ascii: "0")) }
    var rest = magnitude
    var position = start + digits
    while rest > 0 {
      position -= 1
      bytes[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  /// Appends a string as a JSON string with its quotes.
  ///
  /// Control characters, the quote and the backslash are escaped, and so are U+2028 and U+2029, at which some
  /// readers of line-wise JSON would break the line.
  public mutating func append(json text: String) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": append(literal: "\\\"")
      case "\\": append(literal: "\\\\")
      case "\n": append(literal: "\\n")
      case "\r": append(literal: "\\r")
      case "\t": append(literal: "\\t")
      case "\u{2028}": append(literal: "\\u2028")
      case "\u{2029}": append(literal: "\\u2029")
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        append(literal: "\\u00")
        bytes.append(TextBuffer.hexDigit(scalar.value >> 4))
        bytes.append(TextBuffer.hexDigit(scalar.value & 15))
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func hexDigit(_ value: UInt32) -> UInt8 {
    UInt8(value < 10 ? value + 48 : value + 87)
  }
}
