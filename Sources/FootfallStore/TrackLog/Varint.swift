/// Writes whole numbers in as few bytes as they need: LEB128, seven bits a byte, low bits first.
struct VarintWriter: Sendable {
  /// What has been written.
  private(set) var bytes: [UInt8] = []

  mutating func write(byte: UInt8) { bytes.append(byte) }

  mutating func write(_ number: Int) {
    precondition(number >= 0, "a length is not negative")
    write(unsigned: UInt64(number))
  }

  /// Writes a number of either sign, small ones of both signs in few bytes.
  mutating func write(signed number: Int64) {
    write(unsigned: UInt64(bitPattern: (number << 1) ^ (number >> 63)))
  }

  private mutating func write(unsigned number: UInt64) {
    var rest = number
    while rest > 0x7f {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

/// Reads what ``VarintWriter`` wrote; bytes from outside may be damaged, so that every step can fail.
struct VarintReader {
  /// The bytes end early, or a number has more than 64 bits or does not fit where it stands.
  struct Damage: Error {}

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func readByte() throws(Damage) -> UInt8 {
    guard position < bytes.count else { throw Damage() }
    position += 1
    return bytes[position - 1]
  }

  /// Reads a number that is at most `limit`.
  mutating func read(upTo limit: Int) throws(Damage) -> Int {
    let number = try readUnsigned()
    guard number <= UInt64(limit) else { throw Damage() }
    return Int(number)
  }

  mutating func readSigned() throws(Damage) -> Int64 {
    let number = try readUnsigned()
    return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
  }

  private mutating func readUnsigned() throws(Damage) -> UInt64 {
    var number: UInt64 = 0
    for shift in stride(from: 0, to: 70, by: 7) {
      let byte = try readByte()
      guard shift < 63 || byte <= 1 else { throw Damage() }
      number |= UInt64(byte & 0x7f) << UInt64(shift)
      if byte & 0x80 == 0 { return number }
    }
    throw Damage()
  }
}
