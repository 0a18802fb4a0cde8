internal import FootfallVision

/// Memory for the picture of one frame that may be looked at, used again and again.
final class FrameBuffers: Sendable {
  /// The picture, perhaps at reduced scale.
  let picture = PixelBuffer()
  /// The picture as the detector wants it; nil when no detector runs.
  let input: DetectorInput?
  /// The picture as the schedule wants it; filled where a detector runs.
  let cells = MotionCells()

  init(input: DetectorInput?) { self.input = input }
}
