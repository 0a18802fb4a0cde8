/// Takes numbers out of bytes that ``ByteWriter`` has made.
struct ByteReader {
  /// The bytes end in the middle, or a number in them cannot be.
  struct Malformed: Error {}

  private let bytes: ArraySlice<UInt8>
  /// Where the next value begins.
  private(set) var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  mutating func integer<Value: FixedWidthInteger & BitwiseCopyable>(_ type: Value.Type) throws(Malformed)
    -> Value
  {
    let size = MemoryLayout<Value>.size
    guard bytes.endIndex - position >= size else { throw Malformed() }
    defer { position += size }
    return bytes[position..<position + size].withUnsafeBytes {
      Value(littleEndian: $0.loadUnaligned(as: Value.self))
    }
  }

  mutating func double() throws(Malformed) -> Double {
    Double(bitPattern: try integer(UInt64.self))
  }

  mutating func doubles() throws(Malformed) -> [Double] {
    var values: [Double] = []
    let count = try self.count(size: 8)
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try double()) }
    return values
  }

  mutating func indices() throws(Malformed) -> [Int] {
    var values: [Int] = []
    let count = try self.count(size: 8)
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(Int(try integer(Int64.self))) }
    return values
  }

  mutating func text() throws(Malformed) -> String {
    let count = try self.count(size: 1)
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  /// A number of values, for which there are bytes.
  private mutating func count(size: Int) throws(Malformed) -> Int {
    let count = try integer(Int64.self)
    guard count >= 0, count <= (bytes.endIndex - position) / size else { throw Malformed() }
    return Int(count)
  }
}
