import FootfallCore

/// A film of JPEG pictures in an AVI file (Microsoft, "AVI RIFF File Reference"), which every player and FFmpeg read.
struct MotionJPEGFile {
  private let size: PixelSize
  private let framesPerSecond: Int
  private var frames: [UInt8] = []
  private var index: [UInt8] = []
  private var count = 0
  private var largest = 0

  /// Begins a film without pictures.
  init(size: PixelSize, framesPerSecond: Int) {
    (self.size, self.framesPerSecond) = (size, framesPerSecond)
  }

  /// Adds a picture of the film's size.
  mutating func append(_ jpeg: [UInt8]) {
    // Offsets count from the name of the list of pictures.
    index += Array("00dc".utf8) + bytes([0x10, 4 + frames.count, jpeg.count])
    frames += chunk("00dc", jpeg)
    count += 1
    largest = max(largest, jpeg.count)
  }

  /// The file.
  /// - Precondition: it has less than 2 GB, which is all that this form can hold.
  var content: [UInt8] {
    precondition(frames.count < 2_000_000_000, "a film of minutes")
    let header = list(
      "hdrl", chunk("avih", mainHeader) + list("strl", chunk("strh", streamHeader) + chunk("strf", format)))
    return chunk("RIFF", Array("AVI ".utf8) + header + list("movi", frames) + chunk("idx1", index))
  }

  private var mainHeader: [UInt8] {
    // An index is there.
    bytes([
      1_000_000 / framesPerSecond, largest * framesPerSecond, 0, 0x10, count, 0, 1, largest, size.width,
      size.height, 0,
      0, 0, 0,
    ])
  }

  private var streamHeader: [UInt8] {
    Array("vidsMJPG".utf8) + bytes([0, 0, 0, 1, framesPerSecond, 0, count, largest, 0xFFFF_FFFF, 0])
      + bytes([0, size.height << 16 | size.width])
  }

  private var format: [UInt8] {
    bytes([40, size.width, size.height, 24 << 16 | 1]) + Array("MJPG".utf8)
      + bytes([size.width * size.height * 3, 0, 0, 0, 0])
  }

  private func list(_ name: String, _ content: [UInt8]) -> [UInt8] {
    chunk("LIST", Array(name.utf8) + content)
  }

  /// Begins at even offsets.
  private func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    Array(name.utf8) + bytes([content.count]) + content + (content.count % 2 == 0 ? [] : [0])
  }

  /// Four bytes each, the lowest first.
  private func bytes(_ numbers: [Int]) -> [UInt8] {
    numbers.flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
  }
}
