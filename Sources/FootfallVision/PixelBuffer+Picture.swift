internal import CFootfallVision
internal import FootfallCore

extension PixelBuffer {
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
