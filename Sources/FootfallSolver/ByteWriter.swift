/// Puts numbers into bytes, least significant first.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ value: Double) { append(value.bitPattern) }

  /// The number of values, then the values.
  mutating func append(_ values: some Collection<Double>) {
    append(Int64(values.count))
    for value in values { append(value) }
  }

  /// The number of values, then the values.
  mutating func append(indices values: some Collection<Int>) {
    append(Int64(values.count))
    for value in values { append(Int64(value)) }
  }

  /// The number of bytes of the text, then the text.
  mutating func append(_ text: String) {
    append(Int64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }
}
