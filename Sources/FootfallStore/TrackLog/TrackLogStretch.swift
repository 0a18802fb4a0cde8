public import FootfallCore

/// A stretch of the track log, decoded into memory that the next stretch uses again.
///
/// A month of tracks is read without allocating anything once the largest stretch has been seen.
/// ```swift
/// var stretch = TrackLogStretch()
/// for chunk in chunks {
///   try stretch.decode(chunk)
///   for index in stretch.frames.indices { count(stretch.people(inFrameAt: index)) }
/// }
/// ```
public struct TrackLogStretch: Sendable {
  /// One track's part of the stretch.
  private struct Path: Sendable {
    var track: TrackID
    /// The first frame in which the tracker believed in it.
    var confirmedFrom: Int
    var segments: Range<Int>
  }

  /// The frames in order, times within ``TrackLogChunk/toleranceOfTime``.
  public private(set) var frames: [FrameStamp] = []
  /// Everybody, frame by frame: those of frame i from `begins[i]` up to `begins[i + 1]`.
  private var samples: [TrackLogSample] = []
  private var begins: [Int] = []
  private var paths: [Path] = []
  private var segments: [PathDecoder.Segment] = []
  private var knots: [KnotPath.Knot] = []
  /// By number, less that of the first; −1 for a number that no frame has.
  private var indexOfFrame: [Int] = []
  private var cursors: [Int] = []

  /// Creates an empty stretch.
  public init() {}

  /// The people of one frame, ordered by track.
  ///
  /// Positions and heights are within ``TrackLogChunk/tolerancePixels`` of what was written.
  /// - Parameter index: of ``frames``.
  public func people(inFrameAt index: Int) -> ArraySlice<TrackLogSample> {
    samples[begins[index]..<begins[index + 1]]
  }

  /// Takes in a chunk in place of what was there.
  /// - Throws: ``VarintReader/Damage`` when the bytes are not a chunk of a known format.
  /// - Complexity: O(frames + samples), whatever the bytes say.
  mutating func decode(_ chunk: TrackLogChunk) throws(VarintReader.Damage) {
    var reader = VarintReader(chunk.bytes)
    let format = try reader.readByte()
    guard format == TrackLogChunk.format || format == TrackLogChunk.formatOfConfirmedTracks else {
      throw VarintReader.Damage()
    }
    let first = try reader.read(upTo: Int(Int32.max))
    let last = first + (try reader.read(upTo: TrackLogChunk.maximumSpan - 1))
    guard first == chunk.firstFrame, last == chunk.lastFrame else { throw VarintReader.Damage() }
    try readFrames(from: &reader, span: first...last)
    try readPaths(
      from: &reader, span: first...last, limit: chunk.bytes.count,
      tellsConfirmation: format != TrackLogChunk.formatOfConfirmedTracks)
    guard reader.isAtEnd else { throw VarintReader.Damage() }
    indexFrames(span: first...last)
    countSamples(first: first)
    placeSamples(first: first)
  }

  private mutating func readFrames(
    from reader: inout VarintReader, span: ClosedRange<Int>
  ) throws(VarintReader.Damage) {
    frames.removeAll(keepingCapacity: true)
    segments.removeAll(keepingCapacity: true)
    knots.removeAll(keepingCapacity: true)
    try PathDecoder(lanes: 1, span: span, hasDuration: true)
      .read(from: &reader, segments: &segments, knots: &knots)
    // Four months of media time: far from where nanoseconds overflow.
    guard knots.allSatisfy({ (0..<100_000_000_000).contains($0.value[0]) }) else {
      throw VarintReader.Damage()
    }
    for segment in segments {
      let begin = frames.count
      PathDecoder.interpolate(segment, of: knots) { frame, value in
        let nanoseconds = Int64((value[0] * Double(TrackLogChunk.nanosecondsPerQuantum)).rounded())
        frames.append(
          FrameStamp(number: frame, time: MediaTime(nanoseconds: nanoseconds), duration: segment.lastDuration)
        )
      }
      for index in begin..<frames.count - 1 {
        frames[index].duration = frames[index + 1].time - frames[index].time
      }
    }
    for index in frames.indices.dropFirst() where frames[index].time < frames[index - 1].time {
      throw VarintReader.Damage()
    }
  }

  private mutating func readPaths(
    from reader: inout VarintReader, span: ClosedRange<Int>, limit: Int, tellsConfirmation: Bool
  ) throws(VarintReader.Damage) {
    paths.removeAll(keepingCapacity: true)
    segments.removeAll(keepingCapacity: true)
    knots.removeAll(keepingCapacity: true)
    let decoder = PathDecoder(lanes: 3, span: span)
    var number: Int64 = 0
    for _ in 0..<(try reader.read(upTo: limit)) {
      number = number &+ (try reader.readSigned())
      let unconfirmed = try tellsConfirmation ? reader.read(upTo: span.count) : 0
      let (begin, firstKnot) = (segments.count, knots.count)
      try decoder.read(from: &reader, segments: &segments, knots: &knots)
      guard knots.count > firstKnot else { continue }
      paths.append(
        Path(
          track: TrackID(Int(number)), confirmedFrom: knots[firstKnot].frame + unconfirmed,
          segments: begin..<segments.count))
    }
  }

  private mutating func indexFrames(span: ClosedRange<Int>) {
    indexOfFrame.removeAll(keepingCapacity: true)
    indexOfFrame.append(contentsOf: repeatElement(-1, count: span.count))
    for index in frames.indices { indexOfFrame[frames[index].number - span.lowerBound] = index }
  }

  /// Counts the people of each frame and from that tells where they begin.
  private mutating func countSamples(first: Int) {
    begins.removeAll(keepingCapacity: true)
    begins.append(contentsOf: repeatElement(0, count: frames.count + 1))
    for segment in segments {
      let (start, end) = (knots[segment.knots.lowerBound].frame, knots[segment.knots.upperBound - 1].frame)
      for frame in start...end {
        let index = indexOfFrame[frame - first]
        if index >= 0 { begins[index + 1] += 1 }
      }
    }
    for index in frames.indices { begins[index + 1] += begins[index] }
  }

  /// Draws the paths in their order, so that the people of each frame are in that order too.
  private mutating func placeSamples(first: Int) {
    cursors.removeAll(keepingCapacity: true)
    cursors.append(contentsOf: begins)
    samples.removeAll(keepingCapacity: true)
    let nobody = TrackLogSample(track: TrackID(0), foot: Point(0, 0), heightPixels: 0)
    samples.append(contentsOf: repeatElement(nobody, count: begins.last ?? 0))
    for path in paths {
      for segment in path.segments {
        PathDecoder.interpolate(segments[segment], of: knots) { frame, value in
          let index = indexOfFrame[frame - first]
          guard index >= 0 else { return }
          let pixels = value / TrackLogChunk.quantaPerPixel
          samples[cursors[index]] = TrackLogSample(
            track: path.track, foot: Point(pixels[0], pixels[1]), heightPixels: pixels[2],
            isConfirmed: frame >= path.confirmedFrom)
          cursors[index] += 1
        }
      }
    }
  }
}
