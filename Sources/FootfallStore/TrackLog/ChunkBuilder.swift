internal import FootfallCore

/// A stretch of the track log while frames and people are added to it.
struct ChunkBuilder: Sendable {
  private struct Path: Sendable {
    var knots = ChunkBuilder.emptyPath
    var firstFrame: Int
    /// Nil as long as the tracker does not believe in the person.
    var confirmedFrom: Int?

    mutating func add(_ value: SIMD4<Double>, isConfirmed: Bool, frame: Int) {
      knots.add(frame: frame, value: value)
      if isConfirmed, confirmedFrom == nil { confirmedFrom = frame }
    }
  }

  let firstFrame: Int
  private(set) var last: FrameStamp
  private(set) var frameCount = 0
  private var frames = ChunkBuilder.emptyFrames
  private var lastDurations: [Duration] = []
  private var paths: [Int: Path] = [:]

  /// Begins a stretch with its first frame.
  init(_ stamp: FrameStamp) {
    firstFrame = stamp.number
    last = stamp
    addTime(of: stamp, isBreak: false)
  }

  /// Adds the next frame.
  /// - Parameter isBreak: whether it does not follow the frame before without a gap.
  mutating func add(_ stamp: FrameStamp, isBreak: Bool) {
    if isBreak { lastDurations.append(last.duration) }
    addTime(of: stamp, isBreak: isBreak)
  }

  /// Adds where a person stood in a frame; frames of one person increase.
  mutating func add(_ sample: TrackLogSample, inFrame frame: Int) {
    let value =
      SIMD4(sample.foot.x, sample.foot.y, sample.heightPixels, 0) * TrackLogChunk.quantaPerPixel
    paths[sample.track.number, default: Path(firstFrame: frame)]
      .add(value, isConfirmed: sample.isConfirmed, frame: frame)
  }

  /// The stretch as it is kept.
  func chunk() -> TrackLogChunk {
    var writer = VarintWriter()
    writer.write(byte: TrackLogChunk.format)
    writer.write(firstFrame)
    writer.write(last.number - firstFrame)
    writeFrames(to: &writer)
    writePaths(to: &writer)
    return TrackLogChunk(firstFrame: firstFrame, lastFrame: last.number, bytes: writer.bytes)
  }

  private static let quantaPerMillisecond = 1_000_000 / Double(TrackLogChunk.nanosecondsPerQuantum)
  private static let emptyFrames = KnotPath(
    tolerance: TrackLogChunk.toleranceOfTime.inSeconds * 1000 * quantaPerMillisecond)
  private static let emptyPath = KnotPath(
    tolerance: TrackLogChunk.tolerancePixels * TrackLogChunk.quantaPerPixel)

  private mutating func addTime(of stamp: FrameStamp, isBreak: Bool) {
    let time = Double(stamp.time.nanoseconds) / Double(TrackLogChunk.nanosecondsPerQuantum)
    frames.add(frame: stamp.number, value: SIMD4(time, 0, 0, 0), isBreak: isBreak)
    last = stamp
    frameCount += 1
  }

  private func writeFrames(to writer: inout VarintWriter) {
    var path = frames
    path.finish()
    writer.write(path.segments.count)
    var previous = KnotPath.Knot(frame: firstFrame, value: SIMD4(repeating: 0))
    for (segment, duration) in zip(path.segments, lastDurations + [last.duration]) {
      writer.write(segment.count)
      for knot in segment {
        writer.write(knot.frame - previous.frame)
        writer.write(signed: knot.value[0] - previous.value[0])
        previous = knot
      }
      writer.write(Int(max(0, duration.wholeNanoseconds) / TrackLogChunk.nanosecondsPerQuantum))
    }
  }

  private func writePaths(to writer: inout VarintWriter) {
    writer.write(paths.count)
    var previousNumber = 0
    for (number, open) in paths.sorted(by: { $0.key < $1.key }) {
      var path = open.knots
      path.finish()
      writer.write(signed: Int64(number - previousNumber))
      previousNumber = number
      writer.write((open.confirmedFrom ?? last.number + 1) - open.firstFrame)
      writer.write(path.segments.count)
      var previous = KnotPath.Knot(frame: firstFrame, value: SIMD4(repeating: 0))
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
