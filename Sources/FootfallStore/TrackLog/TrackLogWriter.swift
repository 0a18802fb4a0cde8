public import FootfallCore

/// Encodes where people stood, frame by frame, as the recording goes on.
///
/// Frames go in one by one; encoded chunks come out. Only the stretch being written is held in the open, and the one
/// before while somebody in it may yet turn out to be a person, so that memory does not grow with the recording beyond
/// the chunks that nobody has drained.
/// ```swift
/// var log = TrackLogWriter()
/// for (stamp, tracks) in frames { log.append(tracks, in: stamp) }
/// let chunks = log.finish()
/// ```
public struct TrackLogWriter: Sendable {
  /// Frames in a chunk: a minute or two, so that a person's path is rarely cut and a day is read in parts.
  public static let framesPerChunk = 2048

  private var lastStamp: FrameStamp?
  /// The frame before, where it shows nothing and is not written.
  private var passed: FrameStamp?
  private var open: ChunkBuilder?
  /// Complete but for people who may yet be confirmed.
  private var waiting: ChunkBuilder?
  private var tentative = TentativePeople()
  private var chunks: [TrackLogChunk] = []

  /// Creates the writer of an empty log.
  public init() {}

  /// Adds the tracks of a frame; tentative ones are written once they are confirmed.
  /// - Precondition: the frame's number is above that of the frame before.
  public mutating func append(_ tracks: [TrackSnapshot], in stamp: FrameStamp) {
    begin(stamp)
    for snapshot in tracks {
      let sample = TrackLogSample(
        track: snapshot.track, foot: snapshot.footPoint, heightPixels: snapshot.box.height,
        isConfirmed: snapshot.state == .confirmed)
      add(sample, in: stamp)
    }
    end(stamp)
  }

  /// Adds the people of a frame, at most one sample each.
  /// - Precondition: the frame's number is above that of the frame before.
  public mutating func append(_ people: [TrackLogSample], in stamp: FrameStamp) {
    begin(stamp)
    for sample in people { add(sample, in: stamp) }
    end(stamp)
  }

  /// Notes a frame that shows nothing: a hole to whoever counts again.
  ///
  /// It is written, as a frame of no duration, only beside a seam: without it nobody could tell that there is one.
  /// - Precondition: the frame's number is above that of the frame before.
  public mutating func pass(_ stamp: FrameStamp) {
    guard let before = passed ?? lastStamp, TrackLogWriter.isSeam(from: before, to: stamp) else {
      passed = stamp
      return
    }
    begin(stamp)
    end(stamp)
  }

  /// Whether nobody can be followed from a frame to the next one.
  private static func isSeam(from last: FrameStamp, to next: FrameStamp) -> Bool {
    next.time - last.time > PresenceParameters().bridgedGap
  }

  /// Takes the chunks that are complete out of the writer, in order.
  public mutating func drain() -> [TrackLogChunk] {
    defer { chunks.removeAll() }
    return chunks
  }

  /// Ends the log and returns the chunks that have not been drained, in order.
  public mutating func finish() -> [TrackLogChunk] {
    closeChunk()
    encodeWaiting()
    return drain()
  }

  private mutating func begin(_ stamp: FrameStamp) {
    if let blank = passed {
      passed = nil
      if TrackLogWriter.isSeam(from: blank, to: stamp) {
        begin(blank)
        end(blank)
      }
    }
    // The numbers of a live source may leap.
    if let first = open?.firstFrame, stamp.number - first >= TrackLogChunk.maximumSpan { closeChunk() }
    var isBreak = false
    if let last = lastStamp {
      precondition(stamp.number > last.number, "frames increase")
      let slip = (stamp.time - last.time) - last.duration
      isBreak =
        stamp.number != last.number + 1 || abs(slip.inSeconds) > TrackLogChunk.toleranceOfTime.inSeconds
    }
    if open == nil { open = ChunkBuilder(stamp) } else { open?.add(stamp, isBreak: isBreak) }
  }

  private mutating func add(_ sample: TrackLogSample, in stamp: FrameStamp) {
    guard sample.isConfirmed else { return tentative.add(sample, in: stamp) }
    let begin = open?.firstFrame ?? stamp.number
    for sighting in tentative.confirm(sample.track) {
      if sighting.frame < begin {
        waiting?.add(sighting.sample, inFrame: sighting.frame)
      } else {
        open?.add(sighting.sample, inFrame: sighting.frame)
      }
    }
    open?.add(sample, inFrame: stamp.number)
  }

  private mutating func end(_ stamp: FrameStamp) {
    lastStamp = stamp
    if let end = waiting?.last.number, !tentative.mayConcern(framesUpTo: end, now: stamp.time) {
      encodeWaiting()
    }
    if open?.frameCount == TrackLogWriter.framesPerChunk { closeChunk() }
  }

  private mutating func closeChunk() {
    encodeWaiting()
    waiting = open
    open = nil
    if tentative.isEmpty { encodeWaiting() }
  }

  private mutating func encodeWaiting() {
    guard let complete = waiting else { return }
    chunks.append(complete.chunk())
    waiting = nil
    tentative.forget(framesUpTo: complete.last.number)
  }
}
