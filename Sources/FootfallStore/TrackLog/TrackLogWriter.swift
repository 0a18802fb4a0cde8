public import FootfallCore

/// Encodes where people stood, frame by frame, as the recording goes on.
///
/// Frames go in one by one; encoded chunks come out. Only the stretch being written is held in the open, so that
/// memory does not grow with the recording beyond the chunks that nobody has drained.
/// ```swift
/// var log = TrackLogWriter()
/// for (stamp, tracks) in frames { log.append(tracks, in: stamp) }
/// let chunks = log.finish()
/// ```
public struct TrackLogWriter: Sendable {
  /// Frames in a chunk: a minute or two, so that a person's path is rarely cut and a day is read in parts.
  public static let framesPerChunk = 2048

  private var firstFrame: Int?
  private var lastStamp: FrameStamp?
  private var frameCount = 0
  private var frames = TrackLogWriter.emptyFrames
  private var lastDurations: [Duration] = []
  private var paths: [Int: KnotPath] = [:]
  private var chunks: [TrackLogChunk] = []

  /// Creates the writer of an empty log.
  public init() {}

  /// Adds the confirmed tracks of a frame; tentative ones are left out.
  /// - Precondition: the frame's number is above that of the frame before.
  public mutating func append(_ tracks: [TrackSnapshot], in stamp: FrameStamp) {
    begin(stamp)
    for snapshot in tracks where snapshot.state == .confirmed {
      add(snapshot.track, foot: snapshot.footPoint, heightPixels: snapshot.box.height, frame: stamp.number)
    }
    end(stamp)
  }

  /// Adds the people of a frame, at most one sample each.
  /// - Precondition: the frame's number is above that of the frame before.
  public mutating func append(_ people: [TrackLogSample], in stamp: FrameStamp) {
    begin(stamp)
    for sample in people {
      add(sample.track, foot: sample.foot, heightPixels: sample.heightPixels, frame: stamp.number)
    }
    end(stamp)
  }

  /// Takes the chunks that are complete out of the writer, in order.
  public mutating func drain() -> [TrackLogChunk] {
    defer { chunks.removeAll() }
    return chunks
  }

  /// Ends the log and returns the chunks that have not been drained, in order.
  public mutating func finish() -> [TrackLogChunk] {
    closeChunk()
    return drain()
  }

  private static let quantaPerMillisecond = 1_000_000 / Double(TrackLogChunk.nanosecondsPerQuantum)
  private static var emptyFrames: KnotPath {
    KnotPath(tolerance: TrackLogChunk.toleranceOfTime.inSeconds * 1000 * quantaPerMillisecond)
  }

  private mutating func begin(_ stamp: FrameStamp) {
    // The numbers of a live source may leap.
    if let firstFrame, stamp.number - firstFrame >= TrackLogChunk.maximumSpan { closeChunk() }
    var isBreak = false
    if let last = lastStamp {
      precondition(stamp.number > last.number, "frames increase")
      let slip = (stamp.time - last.time) - last.duration
      isBreak =
        stamp.number != last.number + 1 || abs(slip.inSeconds) > TrackLogChunk.toleranceOfTime.inSeconds
      if isBreak, firstFrame != nil { lastDurations.append(last.duration) }
    }
    if firstFrame == nil { firstFrame = stamp.number }
    let time = Double(stamp.time.nanoseconds) / Double(TrackLogChunk.nanosecondsPerQuantum)
    frames.add(frame: stamp.number, value: SIMD4(time, 0, 0, 0), isBreak: isBreak)
  }

  private mutating func add(_ track: TrackID, foot: Point, heightPixels: Double, frame: Int) {
    let value = SIMD4(foot.x, foot.y, heightPixels, 0) * TrackLogChunk.quantaPerPixel
    let tolerance = TrackLogChunk.tolerancePixels * TrackLogChunk.quantaPerPixel
    paths[track.number, default: KnotPath(tolerance: tolerance)].add(frame: frame, value: value)
  }

  private mutating func end(_ stamp: FrameStamp) {
    lastStamp = stamp
    frameCount += 1
    if frameCount == TrackLogWriter.framesPerChunk { closeChunk() }
  }

  private mutating func closeChunk() {
    guard let first = firstFrame, let last = lastStamp else { return }
    lastDurations.append(last.duration)
    frames.finish()
    var writer = VarintWriter()
    writer.write(byte: TrackLogChunk.format)
    writer.write(first)
    writer.write(last.number - first)
    writeFrames(to: &writer, first: first)
    writeTracks(to: &writer, first: first)
    chunks.append(TrackLogChunk(firstFrame: first, lastFrame: last.number, bytes: writer.bytes))
    firstFrame = nil
    frameCount = 0
    frames = TrackLogWriter.emptyFrames
    lastDurations.removeAll(keepingCapacity: true)
    paths.removeAll(keepingCapacity: true)
  }

  private func writeFrames(to writer: inout VarintWriter, first: Int) {
    writer.write(frames.segments.count)
    var previous = KnotPath.Knot(frame: first, value: SIMD4(repeating: 0))
    for (segment, duration) in zip(frames.segments, lastDurations) {
      writer.write(segment.count)
      for knot in segment {
        writer.write(knot.frame - previous.frame)
        writer.write(signed: knot.value[0] - previous.value[0])
        previous = knot
      }
      writer.write(Int(max(0, duration.wholeNanoseconds) / TrackLogChunk.nanosecondsPerQuantum))
    }
  }

  private func writeTracks(to writer: inout VarintWriter, first: Int) {
    writer.write(paths.count)
    var previousNumber = 0
    for (number, open) in paths.sorted(by: { $0.key < $1.key }) {
      var path = open
      path.finish()
      writer.write(signed: Int64(number - previousNumber))
      previousNumber = number
      writer.write(path.segments.count)
      var previous = KnotPath.Knot(frame: first, value: SIMD4(repeating: 0))
      for segment in path.segments {
        writer.write(segment.count)
        for knot in segment {
          writer.write(knot.frame - previous.frame)
          for lane in 0..<3 { writer.write(signed: knot.value[lane] - previous.value[lane]) }
          previous = knot
        }
      }
    }
  }
}
