internal import CFootfallVision
internal import FootfallCore
internal import Foundation

/// Still pictures, one file each: a single one or a numbered sequence.
final class PictureSource: FrameSource {
  let info: FootageInfo
  let isScalable = true
  let lostPieces = 0
  private let intervalNanoseconds: Double
  private let path: (Int) -> String?
  private var index = -1

  /// Opens one picture.
  convenience init(opening path: String) throws(VisionError) {
    try self.init(count: 1, framesPerSecond: nil) { $0 == 0 ? path : nil }
  }

  /// Opens a sequence, from the lowest number to the first hole.
  convenience init(
    opening pattern: SequencePattern, named name: String, framesPerSecond: Double
  ) throws(VisionError) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: pattern.folder)) ?? []
    let numbers = names.compactMap(pattern.number(inName:))
    guard let first = numbers.min() else {
      throw VisionError(.noInput, "\(name): no file in \(pattern.folder) matches this pattern")
    }
    try self.init(count: numbers.count, framesPerSecond: framesPerSecond) { index in
      let path = pattern.path(first + index)
      return FileManager.default.fileExists(atPath: path) ? path : nil
    }
  }

  private init(
    count: Int, framesPerSecond: Double?, path: @escaping (Int) -> String?
  ) throws(VisionError) {
    guard let first = path(0) else { throw VisionError(.noInput, "the sequence has lost its first file") }
    let size = try StillPicture(reading: first).size
    let interval = 1 / (framesPerSecond ?? FootageInfo.assumedFramesPerSecond)
    info = FootageInfo(
      size: size, decodedSize: size, declaredFramesPerSecond: framesPerSecond, declaredFrames: count,
      mediaDuration: .seconds(Double(count) * interval), creationTime: nil, isLive: false)
    intervalNanoseconds = interval * 1e9
    self.path = path
  }

  func grab() -> GrabbedFrame? {
    index += 1
    guard path(index) != nil else { return nil }
    return GrabbedFrame(nanoseconds: Int64((Double(index) * intervalNanoseconds).rounded()))
  }

  func seek(nanoseconds: Int64) -> Bool {
    index = Int((Double(nanoseconds) / intervalNanoseconds).rounded()) - 1
    return index >= -1
  }

  func retrieve(denominator: Int, into buffer: PixelBuffer) throws(VisionError) -> RetrievedFrame {
    guard let path = path(index) else { throw VisionError(.noInput, "a picture of the sequence has gone") }
    let picture = try StillPicture(reading: path)
    let isDamaged = try picture.decode(denominator: denominator, into: buffer)
    return RetrievedFrame(size: picture.size, isDamaged: isDamaged)
  }
}

/// One still picture in memory: JPEG through libjpeg-turbo, any other kind through FFmpeg.
private struct StillPicture {
  let size: PixelSize
  private let path: String
  private let jpeg: [UInt8]?

  init(reading path: String) throws(VisionError) {
    self.path = path
    if try FootagePath.probe(path) == .jpeg {
      guard let bytes = FileManager.default.contents(atPath: path) else {
        throw VisionError(.noInput, "\(path): cannot be read")
      }
      let jpeg = [UInt8](bytes)
      var (width, height): (Int32, Int32) = (0, 0)
      try VisionError.check(path) { ff_jpeg_read_size(jpeg, jpeg.count, &width, &height, $0) }
      size = PixelSize(width: Int(width), height: Int(height))
      self.jpeg = jpeg
    } else {
      size = try VideoSource(opening: path, timeout: .seconds(10)).info.size
      jpeg = nil
    }
  }

  /// Decodes and tells whether errors had to be concealed.
  func decode(denominator: Int, into buffer: PixelBuffer) throws(VisionError) -> Bool {
    guard let jpeg else {
      let source = try VideoSource(opening: path, timeout: .seconds(10))
      guard try source.grab() != nil else {
        throw VisionError(.badData, "\(path): holds no picture that can be decoded")
      }
      return try source.retrieve(denominator: 1, into: buffer).isDamaged
    }
    buffer.resize(to: size.scaled(by: denominator))
    var picture = buffer.picture
    var warnings: Int32 = 0
    try VisionError.check(path) {
      ff_jpeg_decode(jpeg, jpeg.count, Int32(denominator), &picture, &warnings, $0)
    }
    return warnings > 0
  }
}
