internal import FootfallCore
internal import FootfallVision
internal import Glibc

/// Part of a picture on its way from a camera's process to the supervisor's, in memory that both share.
enum CutPicture {
  /// The longer side; a larger part is reduced to it.
  static let longestSide = 384
  static let mostBytes = longestSide * longestSide * 3

  /// Cuts an area out of a picture.
  /// - Returns: the size of the part; nil where the area is not in the picture.
  static func cut(
    _ area: BoundingBox, from picture: PixelBuffer, into memory: UnsafeMutableRawPointer
  ) throws(VisionError) -> PixelSize? {
    let inside = area.clipped(to: picture.size)
    let (left, top) = (Int(inside.x), Int(inside.y))
    let size = PixelSize(width: Int(inside.width), height: Int(inside.height))
    guard size.width > 0, size.height > 0 else { return nil }
    var part = PixelBuffer()
    part.resize(to: size)
    for row in 0..<size.height {
      (part.storage + row * part.bytesPerRow).copyMemory(
        from: picture.storage + (top + row) * picture.bytesPerRow + left * 3, byteCount: part.bytesPerRow)
    }
    defer { erase(part.bytes) }
    let longer = max(size.width, size.height)
    if longer > longestSide {
      let whole = part
      defer { erase(whole.bytes) }
      part = try whole.scaled(toWidth: max(1, size.width * longestSide / longer))
    }
    guard part.bytes.count <= mostBytes else { return nil }
    memory.copyMemory(from: part.storage, byteCount: part.bytes.count)
    return part.size
  }

  /// Overwrites; the compiler may not leave it out.
  static func erase(_ bytes: UnsafeMutableRawBufferPointer) {
    if let start = bytes.baseAddress { explicit_bzero(start, bytes.count) }
  }
}
