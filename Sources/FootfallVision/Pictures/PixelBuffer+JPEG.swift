internal import CFootfallVision
internal import FootfallCore

extension PixelBuffer {
  /// The picture as a JPEG file, chroma at half the size.
  /// - Parameter quality: 1 to 100.
  /// - Throws: ``VisionError`` where the buffer is empty or a side is longer than 65,500 pixels.
  public func jpeg(quality: Int) throws(VisionError) -> [UInt8] {
    precondition((1...100).contains(quality), "a quality from 1 to 100")
    var picture = self.picture
    var owner: OpaquePointer?
    var start: UnsafePointer<UInt8>?
    var count = 0
    try VisionError.check("a picture of \(size.width)x\(size.height)") {
      ff_jpeg_encode(&picture, Int32(quality), &owner, &start, &count, $0)
    }
    defer { ff_bytes_close(owner) }
    return [UInt8](UnsafeBufferPointer(start: start, count: count))
  }
}
