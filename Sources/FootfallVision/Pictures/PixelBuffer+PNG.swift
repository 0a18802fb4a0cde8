internal import CFootfallVision
internal import FootfallCore

extension PixelBuffer {
  /// The picture as a PNG file.
  /// - Throws: ``VisionError`` where the buffer is empty or the video library is not on this machine.
  public func png() throws(VisionError) -> [UInt8] {
    var picture = self.picture
    var owner: OpaquePointer?
    var start: UnsafePointer<UInt8>?
    var count = 0
    try VisionError.check("a picture of \(size.width)x\(size.height)") {
      ff_png_encode(&picture, &owner, &start, &count, $0)
    }
    defer { ff_bytes_close(owner) }
    return [UInt8](UnsafeBufferPointer(start: start, count: count))
  }
}
