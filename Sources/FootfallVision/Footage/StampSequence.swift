internal import FootfallCore

/// Makes of the time stamps of a stream times that start at 0 and strictly increase.
struct StampSequence {
  /// A stamp further back than this is a seam (a loop, a joined file) and not a jitter: the stamps behind it count
  /// on from here.
  private static let seamNanoseconds: Int64 = 1_000_000_000
  /// No camera pauses for longer within one file; a greater step is a damaged stamp.
  private static let greatestStepNanoseconds: Int64 = 24 * 3600 * 1_000_000_000
  /// About 30 years: beyond it a stamp is damaged, and sums might overflow.
  private static let greatestStampNanoseconds: Int64 = 1_000_000_000_000_000_000

  private let nominalNanoseconds: Int64
  private var last: Int64?
  private var offset: Int64 = 0
  /// Whether every time so far is that of its stamp, so that a time can be found again by its stamp.
  private(set) var isFaithful = true

  /// Creates a sequence; a stamp that does not increase is moved on by a nominal interval.
  init(framesPerSecond: Double) {
    nominalNanoseconds = max(1, Int64(1e9 / min(max(framesPerSecond, 0.01), 1e6)))
  }

  /// The time of the next frame, given its stamp since the first frame.
  mutating func next(_ stamp: Int64?) -> MediaTime {
    guard let last else {
      self.last = 0
      if let stamp, stamp.magnitude <= Self.greatestStampNanoseconds { offset = -stamp }
      isFaithful = stamp == 0
      return .zero
    }
    let nominal = last + nominalNanoseconds
    var time = nominal
    if let stamp, stamp.magnitude <= Self.greatestStampNanoseconds {
      time = stamp + offset
      if time <= last || time - last > Self.greatestStepNanoseconds {
        if abs(nominal - time) > Self.seamNanoseconds { offset = nominal - stamp }
        time = nominal
      }
    }
    self.last = time
    isFaithful = isFaithful && time == stamp
    return MediaTime(nanoseconds: time)
  }

  /// Goes on from any stamp, after a jump in a recording that ``isFaithful``.
  mutating func resume() { last = -1 }
}
