import FootfallCore
import FootfallTestSupport
import FootfallVision
import Foundation

/// Every frame of a recording: its time in seconds and the mean of its bytes.
func readAll(
  _ path: String, minimumDecodedSize: PixelSize? = nil
) throws -> [(seconds: Double, mean: Double, size: PixelSize)] {
  let reader = try FootageReader(opening: path, minimumDecodedSize: minimumDecodedSize)
  let buffer = PixelBuffer()
  var frames: [(Double, Double, PixelSize)] = []
  while let time = try reader.read(into: buffer) {
    frames.append((time.seconds, buffer.mean, buffer.size))
  }
  return frames
}

/// What reading the recording to its end throws.
func readingError(_ path: String) -> VisionError? {
  do {
    _ = try readAll(path)
    return nil
  } catch {
    return error as? VisionError
  }
}

extension PixelBuffer {
  /// The mean of all bytes.
  var mean: Double { Double(bytes.reduce(into: 0) { $0 += Int($1) }) / Double(max(bytes.count, 1)) }

  /// B, G and R at a position.
  subscript(column: Int, row: Int) -> [Int] {
    (0..<3).map { Int(bytes[row * bytesPerRow + column * 3 + $0]) }
  }

  /// A picture whose pixels are given by a function of column and row.
  static func make(_ width: Int, _ height: Int, _ pixel: (Int, Int) -> [UInt8]) -> PixelBuffer {
    let buffer = PixelBuffer()
    buffer.resize(to: PixelSize(width: width, height: height))
    for row in 0..<height {
      for column in 0..<width {
        for (channel, value) in pixel(column, row).enumerated() {
          buffer.bytes[row * buffer.bytesPerRow + column * 3 + channel] = value
        }
      }
    }
    return buffer
  }
}

extension TemporaryFolder {
  /// Writes bytes into the file `name` and returns its path.
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }
}
