internal import FootfallWeb
internal import Foundation

/// A picture of where made-up people stood: two clouds that wander with the hour.
enum MadeUpHeat {
  private static let size = (width: 256, height: 192)

  static func png(camera: String, _ query: HistoryQuery) -> [UInt8] {
    let hour = Double(query.milliseconds.lowerBound % 86_400_000) / 86_400_000 * 2 * .pi
    var rows: [UInt8] = []
    for y in 0..<size.height {
      rows.append(0)
      for x in 0..<size.width {
        let heat = heat(Double(x) / Double(size.width), Double(y) / Double(size.height), turn: hour)
        rows += colour(min(1, heat), isTile: (x / 16 + y / 16) % 2 == 0)
      }
    }
    return file(rows)
  }

  /// 0 to about 1 at a place from 0 to 1 each way; `turn` is the time of day as an angle.
  static func heat(_ x: Double, _ y: Double, turn: Double) -> Double {
    let clouds = [(0.7 + 0.12 * cos(turn), 0.62, 1.0), (0.3, 0.5 + 0.2 * sin(turn), 0.7)]
    return clouds.reduce(0.0) { sum, cloud in
      let (dx, dy) = (x - cloud.0, y - cloud.1)
      return sum + cloud.2 * exp(-(dx * dx + dy * dy) / 0.02)
    }
  }

  /// From the floor's grey over orange to yellow.
  private static func colour(_ heat: Double, isTile: Bool) -> [UInt8] {
    let floor = isTile ? 205.0 : 212.0
    return [(floor, 250.0), (floor, 90 + 150 * heat), (floor, 20.0)].map { ground, hot in
      UInt8(ground + (hot - ground) * min(1, heat * 1.6))
    }
  }

  private static func file(_ rows: [UInt8]) -> [UInt8] {
    let header = bytes(UInt32(size.width)) + bytes(UInt32(size.height)) + [8, 2, 0, 0, 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header)
      + chunk("IDAT", stored(rows)) + chunk("IEND", [])
  }

  /// zlib (RFC 1950) with blocks that are not compressed.
  private static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [0x78, 0x01]
    for start in stride(from: 0, to: bytes.count, by: 65_535) {
      let block = bytes[start..<min(start + 65_535, bytes.count)]
      let count = UInt16(block.count)
      result.append(start + 65_535 >= bytes.count ? 1 : 0)
      for value in [count, ~count] { result += [UInt8(value & 255), UInt8(value >> 8)] }
      result += block
    }
    var (a, b) = (1 as UInt32, 0 as UInt32)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return result + self.bytes(b << 16 | a)
  }

  private static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
    let content = Array(name.utf8) + body
    var crc: UInt32 = .max
    for byte in content {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return bytes(UInt32(body.count)) + content + bytes(~crc)
  }

  private static func bytes(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
