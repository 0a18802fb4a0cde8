internal import FootfallCore

/// The frames that wait for their future, and those that were given out a moment ago: a ring that keeps its memory.
///
/// The sightings of each track are linked to each other, so that a path can be followed both ways.
struct FrameStore: Sendable {
  /// Where a snapshot lies: the number of the frame, from 0, and an index within it.
  struct Place: Hashable, Sendable {
    var frame: Int
    var index: Int
  }

  private struct Entry {
    var snapshot: TrackSnapshot
    /// The nearest sightings of the same track before and after.
    var previous: Place?
    var next: Place?
  }

  private struct Frame {
    var stamp: FrameStamp
    var entries: [Entry] = []
  }

  /// How long a frame that was given out stays: boxes drawn into the longest hole are placed by sightings before it.
  private let memory: Duration
  /// The ring: frame `oldest` is at `head`, and there are `count`.
  private var ring: [Frame] = []
  private var head = 0
  private var count = 0
  private var oldest = 0
  /// The number of the first frame that was not given out.
  private(set) var firstWaiting = 0

  /// Creates an empty store.
  /// - Parameter longestHole: the longest time between two sightings that are connected.
  init(longestHole: Duration) {
    memory = longestHole + .seconds(PathFit.reachSeconds)
  }

  /// The first frame that was not given out; nil where there is none.
  var oldestWaiting: FrameStamp? {
    firstWaiting < oldest + count ? ring[slot(firstWaiting)].stamp : nil
  }
  /// When the frame taken in last is shown.
  var newestTime: MediaTime { ring[slot(oldest + count - 1)].stamp.time }

  /// Takes in the next frame.
  /// - Returns: its number.
  mutating func append(_ stamp: FrameStamp) -> Int {
    if count == ring.count {
      ring = Array(ring[head...] + ring[..<head])
      head = 0
      ring.append(Frame(stamp: stamp))
    }
    count += 1
    let number = oldest + count - 1
    ring[slot(number)].stamp = stamp
    ring[slot(number)].entries.removeAll(keepingCapacity: true)
    return number
  }

  /// Adds somebody to a frame.
  mutating func add(_ snapshot: TrackSnapshot, to number: Int) -> Place {
    let slot = slot(number)
    ring[slot].entries.append(Entry(snapshot: snapshot))
    return Place(frame: number, index: ring[slot].entries.count - 1)
  }

  /// Believes in somebody if a frame shows them.
  mutating func confirm(_ track: TrackID, in number: Int) {
    let slot = slot(number)
    for index in ring[slot].entries.indices where ring[slot].entries[index].snapshot.track == track {
      ring[slot].entries[index].snapshot.state = .confirmed
    }
  }

  /// Links two sightings of somebody that follow each other, and draws the boxes between them; not where the first is
  /// no longer here, or was given out with a hole after it.
  mutating func connect(_ start: Place, to end: Place) {
    guard start.frame >= (end.frame - start.frame > 1 ? firstWaiting : oldest) else { return }
    let (startSlot, endSlot) = (slot(start.frame), slot(end.frame))
    ring[startSlot].entries[start.index].next = end
    ring[endSlot].entries[end.index].previous = start
    let before = ring[startSlot].entries[start.index].snapshot
    let startTime = ring[startSlot].stamp.time
    let span = (ring[endSlot].stamp.time - startTime).inSeconds
    for number in start.frame + 1..<max(end.frame, start.frame + 1) {
      let hole = slot(number)
      var drawn = ring[endSlot].entries[end.index].snapshot
      let fraction = (ring[hole].stamp.time - startTime).inSeconds / span
      drawn.box = before.box.interpolated(to: drawn.box, fraction: fraction)
      drawn.hiddenFeetPixels = before.hiddenFeetPixels * (1 - fraction) + drawn.hiddenFeetPixels * fraction
      drawn.detected = nil
      drawn.appearance = nil
      drawn.evidence = .interpolated
      ring[hole].entries.append(Entry(snapshot: drawn, previous: start, next: end))
    }
  }

  /// Gives out the first waiting frame's confirmed people, where all that was seen of them says that they were.
  mutating func release(into snapshots: inout [TrackSnapshot]) {
    let frame = ring[slot(firstWaiting)]
    for entry in frame.entries where entry.snapshot.state == .confirmed {
      var snapshot = entry.snapshot
      snapshot.box = smoothed(entry, at: frame.stamp.time) ?? snapshot.box
      snapshots.append(snapshot)
    }
    firstWaiting += 1
    while oldest < firstWaiting, frame.stamp.time - ring[head].stamp.time > memory {
      head = (head + 1) % ring.count
      oldest += 1
      count -= 1
    }
  }

  private func slot(_ number: Int) -> Int { (head + number - oldest) % ring.count }

  /// Where the sightings around a moment say that somebody was.
  private func smoothed(_ entry: Entry, at time: MediaTime) -> BoundingBox? {
    var fit = PathFit()
    let isSighting = entry.snapshot.evidence != .interpolated
    if isSighting {
      fit.add(
        entry.snapshot.detected ?? entry.snapshot.box, score: entry.snapshot.score, seconds: 0, distance: 0)
    }
    for isAhead in [false, true] {
      var place = isAhead ? entry.next : entry.previous
      var edge: Double? = isSighting ? 0 : nil
      while let current = place, current.frame >= oldest {
        let slot = slot(current.frame)
        let seconds = Self.seconds(from: time, to: ring[slot].stamp.time)
        let first = edge ?? seconds
        edge = first
        guard abs(seconds - first) < PathFit.reachSeconds else { break }
        fit.add(
          ring[slot].entries[current.index].snapshot.detected
            ?? ring[slot].entries[current.index].snapshot.box,
          score: ring[slot].entries[current.index].snapshot.score, seconds: seconds,
          distance: abs(seconds - first))
        place =
          isAhead ? ring[slot].entries[current.index].next : ring[slot].entries[current.index].previous
      }
    }
    return fit.box
  }

  /// Durations count in attoseconds, which takes long.
  private static func seconds(from start: MediaTime, to end: MediaTime) -> Double {
    Double(end.nanoseconds - start.nanoseconds) / 1e9
  }
}
