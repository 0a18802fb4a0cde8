public import FootfallCore

/// A stretch of the track log, decoded: every frame of it and who stood where.
public struct TrackLogWindow: Hashable, Sendable {
  /// The frames in order, times within ``TrackLogChunk/toleranceOfTime``.
  public var frames: [FrameStamp]
  /// The people of each frame, ordered by track: as many elements as frames.
  ///
  /// Positions and heights are within ``TrackLogChunk/tolerancePixels`` of what was written.
  public var people: [[TrackLogSample]]

  /// Decodes a chunk.
  /// - Throws: ``VarintReader/Damage`` when the bytes are not a chunk of a known format.
  /// - Complexity: O(frames + samples), whatever the bytes say.
  init(decoding chunk: TrackLogChunk) throws {
    var reader = VarintReader(chunk.bytes)
    guard try reader.readByte() == TrackLogChunk.format else { throw VarintReader.Damage() }
    let first = try reader.read(upTo: Int(Int32.max))
    let last = first + (try reader.read(upTo: TrackLogChunk.maximumSpan - 1))
    guard first == chunk.firstFrame, last == chunk.lastFrame else { throw VarintReader.Damage() }
    frames = try TrackLogWindow.frames(from: &reader, span: first...last)
    people = [[TrackLogSample]](repeating: [], count: frames.count)
    var indexOfFrame = [Int](repeating: -1, count: last - first + 1)
    for (index, stamp) in frames.enumerated() { indexOfFrame[stamp.number - first] = index }
    var number: Int64 = 0
    for _ in 0..<(try reader.read(upTo: chunk.bytes.count)) {
      number = number &+ (try reader.readSigned())
      let track = TrackID(Int(number))
      for segment in try PathDecoder(lanes: 3, span: first...last).segments(from: &reader) {
        PathDecoder.interpolate(segment) { frame, value in
          let index = indexOfFrame[frame - first]
          guard index >= 0 else { return }
          let pixels = value / TrackLogChunk.quantaPerPixel
          people[index].append(
            TrackLogSample(track: track, foot: Point(pixels[0], pixels[1]), heightPixels: pixels[2]))
        }
      }
    }
    guard reader.isAtEnd else { throw VarintReader.Damage() }
  }

  private static func frames(
    from reader: inout VarintReader, span: ClosedRange<Int>
  ) throws -> [FrameStamp] {
    var stamps: [FrameStamp] = []
    let segments = try PathDecoder(lanes: 1, span: span, hasDuration: true).segments(from: &reader)
    for segment in segments {
      // Four months of media time: far from where nanoseconds overflow.
      guard segment.knots.allSatisfy({ $0.value[0].magnitude < 100_000_000_000 }) else {
        throw VarintReader.Damage()
      }
      let begin = stamps.count
      PathDecoder.interpolate(segment) { frame, value in
        let nanoseconds = Int64((value[0] * Double(TrackLogChunk.nanosecondsPerQuantum)).rounded())
        stamps.append(
          FrameStamp(number: frame, time: MediaTime(nanoseconds: nanoseconds), duration: segment.lastDuration)
        )
      }
      for index in begin..<stamps.count - 1 {
        stamps[index].duration = stamps[index + 1].time - stamps[index].time
      }
    }
    guard zip(stamps, stamps.dropFirst()).allSatisfy({ $0.time <= $1.time }) else {
      throw VarintReader.Damage()
    }
    return stamps
  }
}
