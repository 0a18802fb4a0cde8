internal import FootfallCore
internal import FootfallVision

/// A picture brought to the one size in which faces are looked for: enlarged or reduced, in the middle of a square, its
/// edge pixels continued to the border, so that a face which fills the picture is seen whole.
///
/// The pixels are overwritten when the canvas goes.
final class FaceCanvas {
  /// The side of the square in pixels.
  static let side = 512

  let buffer = PixelBuffer()
  /// Pixels of the canvas for one of the picture.
  private(set) var scale = 1.0

  init() { buffer.resize(to: PixelSize(width: Self.side, height: Self.side)) }

  deinit { SecretMemory.erase(buffer.bytes) }

  /// Draws a picture.
  /// - Parameter length: that of its longer side on the canvas in pixels, at most ``side``.
  /// - Throws: ``VisionError`` where the picture is empty.
  func draw(_ picture: PixelBuffer, longerSide length: Int) throws(VisionError) {
    let longer = max(picture.size.width, picture.size.height)
    var reduced = picture
    // Linear interpolation alone would skip pixels.
    while max(reduced.size.width, reduced.size.height) >= 4 * length {
      let half = try reduced.scaled(toWidth: reduced.size.width / 2)
      if reduced !== picture { SecretMemory.erase(reduced.bytes) }
      reduced = half
    }
    let width = max(1, (picture.size.width * length + longer / 2) / max(longer, 1))
    let drawn = try reduced.scaled(toWidth: width)
    if reduced !== picture { SecretMemory.erase(reduced.bytes) }
    scale = Double(drawn.size.width) / Double(max(picture.size.width, 1))
    spread(drawn)
    SecretMemory.erase(drawn.bytes)
  }

  private func spread(_ picture: PixelBuffer) {
    let (size, side) = (picture.size, Self.side)
    let (left, top) = ((side - size.width) / 2, (side - size.height) / 2)
    let source = picture.storage.assumingMemoryBound(to: UInt8.self)
    let target = buffer.storage.assumingMemoryBound(to: UInt8.self)
    for y in 0..<side {
      let row = source + min(max(y - top, 0), size.height - 1) * picture.bytesPerRow
      for x in 0..<side {
        let pixel = row + 3 * min(max(x - left, 0), size.width - 1)
        (target + 3 * (y * side + x)).update(from: pixel, count: 3)
      }
    }
  }
}
