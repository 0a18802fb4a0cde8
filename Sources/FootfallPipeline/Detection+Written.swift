public import FootfallCore

extension Detection {
  /// The detection as lists of detections hold it: edges to a hundredth of a pixel, the score to a ten-thousandth,
  /// and of a box that reaches outside the picture the part inside.
  ///
  /// Trackers are given this and nothing finer, so that a list that was written leads to the same tracks, to the
  /// last bit, as the detector did. Taking it twice changes nothing.
  public func asWritten(in size: PixelSize) -> Detection {
    let (left, top) = (Self.rounded(box.x), Self.rounded(box.y))
    let (right, bottom) = (Self.rounded(box.maxX), Self.rounded(box.maxY))
    let inside = BoundingBox(x: left, y: top, width: right - left, height: bottom - top).clipped(to: size)
    return Detection(
      box: BoundingBox(
        x: inside.x, y: inside.y, width: Self.rounded(inside.width), height: Self.rounded(inside.height)),
      score: (score * 10_000).rounded() / 10_000, appearance: appearance)
  }

  private static func rounded(_ pixels: Double) -> Double { (pixels * 100).rounded() / 100 }
}
