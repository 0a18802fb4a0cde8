import FootfallCore

@testable import FootfallStore

/// A stretch of the track log by itself: every frame of it and who stood where.
///
/// Easier to hold than a ``TrackLogStretch``, and slower.
struct TrackLogWindow: Hashable, Sendable {
  /// The frames in order, times within ``TrackLogChunk/toleranceOfTime``.
  var frames: [FrameStamp]
  /// The people of each frame, ordered by track: as many elements as frames.
  ///
  /// Positions and heights are within ``TrackLogChunk/tolerancePixels`` of what was written.
  var people: [[TrackLogSample]]

  /// Copies a stretch.
  init(_ stretch: TrackLogStretch) {
    frames = stretch.frames
    people = stretch.frames.indices.map { Array(stretch.people(inFrameAt: $0)) }
  }

  /// Decodes a chunk.
  /// - Throws: ``VarintReader/Damage`` when the bytes are not a chunk of a known format.
  /// - Complexity: O(frames + samples), whatever the bytes say.
  init(decoding chunk: TrackLogChunk) throws(VarintReader.Damage) {
    var stretch = TrackLogStretch()
    try stretch.decode(chunk)
    self.init(stretch)
  }
}
