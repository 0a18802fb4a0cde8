/// A JPEG file of flat blocks of 8x8 pixels, written by hand: what it shows is known exactly.
public enum JPEGFixture {
  /// Writes a picture in which block (column, row) of component `c` has the value `value(column, row)[c]`.
  ///
  /// One component is grey, three are Y Cb Cr, four are inverted C M Y K as Adobe writes it.
  public static func make(
    width: Int, height: Int, components: Int = 3, value: (Int, Int) -> [Int]
  ) -> [UInt8] {
    var bytes: [UInt8] = [0xFF, 0xD8]
    if components == 4 { bytes += segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 0]) }
    bytes += segment(0xDB, [0] + [UInt8](repeating: 1, count: 64))
    let ids = (1...components).map { UInt8($0) }
    bytes += segment(
      0xC0,
      [8, UInt8(height >> 8), UInt8(height & 255), UInt8(width >> 8), UInt8(width & 255), UInt8(components)]
        + ids.flatMap { [$0, 0x11, 0] })
    // Twelve codes of four bits for the sizes of differences; one code of one bit for the end of a block.
    bytes += segment(0xC4, [0x00] + lengths(4, count: 12) + (0..<12).map { UInt8($0) })
    bytes += segment(0xC4, [0x10] + lengths(1, count: 1) + [0])
    bytes += segment(0xDA, [UInt8(components)] + ids.flatMap { [$0, 0x00] } + [0, 63, 0])
    var bits = BitWriter()
    var previous = [Int](repeating: 0, count: components)
    for row in 0..<(height + 7) / 8 {
      for column in 0..<(width + 7) / 8 {
        for (component, level) in value(column, row).enumerated() {
          let coefficient = 8 * (level - 128)
          bits.writeDifference(coefficient - previous[component])
          previous[component] = coefficient
        }
      }
    }
    return bytes + bits.finished() + [0xFF, 0xD9]
  }

  /// A picture of one grey level.
  public static func grey(width: Int, height: Int, level: Int) -> [UInt8] {
    make(width: width, height: height, components: 1) { _, _ in [level] }
  }

  private static func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
    let length = payload.count + 2
    return [0xFF, marker, UInt8(length >> 8), UInt8(length & 255)] + payload
  }

  private static func lengths(_ length: Int, count: UInt8) -> [UInt8] {
    (1...16).map { $0 == length ? count : 0 }
  }
}

/// The entropy-coded part of a JPEG file.
private struct BitWriter {
  private var bytes: [UInt8] = []
  private var pending = 0
  private var pendingCount = 0

  mutating func writeDifference(_ difference: Int) {
    let category = difference == 0 ? 0 : Int.bitWidth - abs(difference).leadingZeroBitCount
    write(category, count: 4)
    write(difference < 0 ? difference + (1 << category) - 1 : difference, count: category)
    write(0, count: 1)
  }

  private mutating func write(_ value: Int, count: Int) {
    for bit in (0..<count).reversed() {
      pending = pending << 1 | (value >> bit & 1)
      pendingCount += 1
      guard pendingCount == 8 else { continue }
      bytes.append(UInt8(pending))
      if pending == 0xFF { bytes.append(0) }
      (pending, pendingCount) = (0, 0)
    }
  }

  mutating func finished() -> [UInt8] {
    while pendingCount != 0 { write(1, count: 1) }
    return bytes
  }
}
