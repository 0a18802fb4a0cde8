internal import CFootfallVision
internal import FootfallCore

extension PixelBuffer {
  /// The picture at another size, in memory of its own.
  /// - Parameter width: the width wanted, 1 or more; the height follows.
  /// - Throws: ``VisionError`` where the picture is empty.
  public func scaled(toWidth width: Int) throws(VisionError) -> PixelBuffer {
    let result = PixelBuffer()
    let height = Double(size.height) * Double(width) / Double(max(size.width, 1))
    result.resize(to: PixelSize(width: width, height: max(1, Int(height.rounded()))))
    var (from, to) = (picture, result.picture)
    try VisionError.check("scaling a picture") { ff_resize(&from, &to, $0) }
    return result
  }

  /// The buffer as the shim takes it; valid until the buffer is resized.
  var picture: ff_picture {
    ff_picture(
      pixels: storage.assumingMemoryBound(to: UInt8.self), width: Int32(size.width),
      height: Int32(size.height),
      bytes_per_row: Int64(bytesPerRow))
  }
}

extension PixelSize {
  /// The size at 1/`denominator`, rounded up as JPEG decoders do.
  func scaled(by denominator: Int) -> PixelSize {
    PixelSize(
      width: (width + denominator - 1) / denominator, height: (height + denominator - 1) / denominator)
  }
}
