public import FootfallCore
public import Foundation

/// Footage made in a test, in formats so plain that a few lines write them.
public enum RawFootage {
  /// A film in YUV4MPEG2 whose frames are grey: frame i has the luma `16 + i % 200`, and in its lower half 20 more
  /// unless it is to be blank.
  public static func y4m(size: PixelSize, framesPerSecond: Int, frames: Int, isBlank: Bool = false) -> Data {
    let upper = size.width * (size.height / 2)
    var film = Data("YUV4MPEG2 W\(size.width) H\(size.height) F\(framesPerSecond):1 Ip A1:1 C420jpeg\n".utf8)
    let chroma = ((size.width + 1) / 2) * ((size.height + 1) / 2)
    for frame in 0..<frames {
      film.append(Data("FRAME\n".utf8))
      let luma = UInt8(16 + frame % 200)
      film.append(Data(repeating: luma, count: upper))
      film.append(Data(repeating: isBlank ? luma : luma + 20, count: size.width * size.height - upper))
      film.append(Data(repeating: 128, count: 2 * chroma))
    }
    return film
  }

  /// Writes a long film in YUV4MPEG2 whose frames are all of one colour; on the disk it takes a block for a frame.
  /// - Throws: what `FileHandle` throws.
  public static func writeBlackY4M(size: PixelSize, framesPerSecond: Int, frames: Int, to file: URL) throws {
    let chroma = ((size.width + 1) / 2) * ((size.height + 1) / 2)
    let frameBytes = UInt64(size.width * size.height + 2 * chroma)
    try y4m(size: size, framesPerSecond: framesPerSecond, frames: 0).write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    defer { try? handle.close() }
    var end = try handle.seekToEnd()
    for _ in 0..<frames {
      try handle.seek(toOffset: end)
      try handle.write(contentsOf: Data("FRAME\n".utf8))
      end += 6 + frameBytes
    }
    try handle.truncate(atOffset: end)
  }

  /// A picture in binary PGM, plain grey.
  public static func pgm(size: PixelSize, grey: UInt8 = 90) -> Data {
    Data("P5 \(size.width) \(size.height) 255\n".utf8)
      + Data(repeating: grey, count: size.width * size.height)
  }
}
