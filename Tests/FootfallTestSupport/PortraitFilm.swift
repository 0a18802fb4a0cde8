public import Foundation

/// A grey film in which portraits of 92 x 112 pixels (PGM, binary) drift side by side, for as long as a test has it.
public enum PortraitFilm {
  private static let (width, height, scale) = (1160, 600, 1.65)
  private static let framesPerSecond = 5
  /// A film begins anew at its end, and with it who is followed.
  private static let frames = 100

  /// Writes YUV4MPEG2.
  /// - Parameter portraits: up to six files.
  public static func write(of portraits: [URL], to file: URL) throws {
    let pictures = try portraits.map { [UInt8](try Data(contentsOf: $0)).suffix(92 * 112) }.map(Array.init)
    try Data().write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    defer { try? handle.close() }
    try handle.write(
      contentsOf: Data("YUV4MPEG2 W\(width) H\(height) F\(framesPerSecond):1 Ip A1:1 C420\n".utf8))
    for frame in 0..<frames {
      var brightness = [UInt8](repeating: 150, count: width * height)
      for (index, picture) in pictures.enumerated() {
        let angle = 2 * Double.pi * Double(frame) / Double(frames) + Double(index)
        draw(
          picture, into: &brightness, left: 30 + 190 * index + Int(20 * sin(angle)),
          top: 150 + Int(15 * cos(angle)))
      }
      try handle.write(contentsOf: Data("FRAME\n".utf8) + brightness)
      try handle.write(contentsOf: Data(repeating: 128, count: width * height / 2))
    }
  }

  /// Enlarges with linear interpolation.
  private static func draw(_ picture: [UInt8], into frame: inout [UInt8], left: Int, top: Int) {
    for y in 0..<Int(111 * scale) {
      for x in 0..<Int(91 * scale) {
        let (u, v) = (Double(x) / scale, Double(y) / scale)
        let corner = Int(v) * 92 + Int(u)
        let (fx, fy) = (u - Double(Int(u)), v - Double(Int(v)))
        let above = Double(picture[corner]) * (1 - fx) + Double(picture[corner + 1]) * fx
        let below = Double(picture[corner + 92]) * (1 - fx) + Double(picture[corner + 93]) * fx
        frame[(top + y) * width + left + x] = UInt8(above * (1 - fy) + below * fy)
      }
    }
  }
}
