internal import FootfallCore

/// Where frames come from, one after the other.
protocol FrameSource: AnyObject {
  /// What is known before the first frame; `decodedSize` is the full size.
  var info: FootageInfo { get }
  /// Whether frames can be decoded at a reduced scale at less cost.
  var isScalable: Bool { get }
  /// Pieces of the stream that could not be decoded so far.
  var lostPieces: Int { get }

  /// Moves to the next frame.
  func grab() throws(VisionError) -> GrabbedFrame?

  /// Goes back or on, so that ``grab()`` soon comes to the frame that is `nanoseconds` after the first, from before it.
  /// - Returns: false where it can't; then nothing more can be read.
  func seek(nanoseconds: Int64) throws(VisionError) -> Bool

  /// Decodes the frame grabbed last at 1/`denominator` of its size, where ``isScalable``, else at full size.
  func retrieve(denominator: Int, into buffer: PixelBuffer) throws(VisionError) -> RetrievedFrame
}

/// A frame that has not been decoded.
struct GrabbedFrame {
  /// Nanoseconds since the first frame; nil where the stream does not tell.
  var nanoseconds: Int64?
}

/// What decoding a frame told.
struct RetrievedFrame {
  /// The size at full scale.
  var size: PixelSize
  /// Whether errors had to be concealed.
  var isDamaged: Bool
}
