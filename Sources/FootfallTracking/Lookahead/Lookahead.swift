public import FootfallCore

/// Holds frames back until their future is known, then hands them on with the holes in tracks filled.
///
/// Recorded footage has a future: a person hidden for a second is seen again, and a tentative track turns out to be
/// a person or not. A frame leaves after `lag`; by then every track seen in it has been confirmed or dropped, and
/// every hole that began in it has been closed (boxes between two sightings are interpolated by time) or will not
/// be. Memory holds `lag` of frames and no more, however long the recording.
public struct Lookahead: Sendable {
  private struct Frame {
    var stamp: FrameStamp
    var snapshots: [TrackSnapshot] = []
  }

  private struct Trail {
    var track: TrackID
    var state: TrackSnapshot.State
    var first: Int
    var last: Int
    var box: BoundingBox
  }

  private let lag: Duration
  private var frames: [Frame] = []
  /// `frames` is a ring: the oldest frame is at `head`; frames are numbered on from `oldest`.
  private var head = 0
  private var count = 0
  private var oldest = 0
  private var trails: [Trail] = []

  /// Creates an empty buffer.
  /// - Parameter lag: longer holes are not filled.
  public init(lag: Duration) {
    self.lag = lag
  }

  /// Takes in the tracks of the next frame; empty for a frame in which no detector ran.
  public mutating func append(_ snapshots: [TrackSnapshot], in stamp: FrameStamp) {
    let number = oldest + count
    store(snapshots, stamp)
    for snapshot in snapshots {
      if let index = trails.firstIndex(where: { $0.track == snapshot.track }) {
        extend(index, with: snapshot, in: number)
      } else {
        trails.append(
          Trail(
            track: snapshot.track, state: snapshot.state, first: number, last: number, box: snapshot.box))
      }
    }
    trails.removeAll { $0.last < oldest }
  }

  /// Gives out the oldest frame whose future is known, with its confirmed tracks in the order in which they began.
  /// - Parameters:
  ///   - isEnd: whether no frame will follow, so that all futures are known.
  ///   - snapshots: replaced by the frame's tracks; untouched when there is no such frame.
  /// - Returns: the frame, or nil when the oldest must still wait.
  public mutating func next(isEnd: Bool, into snapshots: inout [TrackSnapshot]) -> FrameStamp? {
    guard count > 0 else { return nil }
    let newest = frames[slot(oldest + count - 1)].stamp.time
    guard isEnd || newest - frames[head].stamp.time > lag else { return nil }
    snapshots.removeAll(keepingCapacity: true)
    for snapshot in frames[head].snapshots where snapshot.state == .confirmed { snapshots.append(snapshot) }
    Self.sort(&snapshots)
    let stamp = frames[head].stamp
    head = (head + 1) % frames.count
    oldest += 1
    count -= 1
    return stamp
  }

  /// Insertion sort: all but the boxes drawn into holes are in order already, and unlike `Array.sort` it takes no
  /// memory of its own.
  private static func sort(_ snapshots: inout [TrackSnapshot]) {
    for end in snapshots.indices {
      var index = end
      while index > 0, snapshots[index].track < snapshots[index - 1].track {
        snapshots.swapAt(index, index - 1)
        index -= 1
      }
    }
  }

  private func slot(_ number: Int) -> Int { (head + number - oldest) % frames.count }

  private mutating func store(_ snapshots: [TrackSnapshot], _ stamp: FrameStamp) {
    if count == frames.count {
      frames = Array(frames[head...] + frames[..<head])
      head = 0
      frames.append(Frame(stamp: stamp))
    }
    count += 1
    let index = slot(oldest + count - 1)
    frames[index].stamp = stamp
    frames[index].snapshots.removeAll(keepingCapacity: true)
    frames[index].snapshots.append(contentsOf: snapshots)
  }

  private mutating func extend(_ index: Int, with snapshot: TrackSnapshot, in number: Int) {
    let trail = trails[index]
    if trail.state == .tentative, snapshot.state == .confirmed { confirm(trail) }
    if trail.last >= oldest { fill(trail, to: snapshot, in: number) }
    trails[index].state = snapshot.state
    trails[index].last = number
    trails[index].box = snapshot.box
  }

  /// Believes the sightings made before the track was confirmed.
  private mutating func confirm(_ trail: Trail) {
    for number in max(trail.first, oldest)...max(trail.last, oldest) {
      let slot = slot(number)
      for index in frames[slot].snapshots.indices where frames[slot].snapshots[index].track == trail.track {
        frames[slot].snapshots[index].state = .confirmed
      }
    }
  }

  /// Draws the boxes between two sightings.
  private mutating func fill(_ trail: Trail, to snapshot: TrackSnapshot, in number: Int) {
    guard number - trail.last > 1 else { return }
    let start = frames[slot(trail.last)].stamp.time
    let span = (frames[slot(number)].stamp.time - start).inSeconds
    for hole in (trail.last + 1)..<number {
      let slot = slot(hole)
      let fraction = (frames[slot].stamp.time - start).inSeconds / span
      frames[slot].snapshots.append(
        TrackSnapshot(
          track: snapshot.track, box: trail.box.interpolated(to: snapshot.box, fraction: fraction),
          score: snapshot.score, state: snapshot.state, evidence: .interpolated))
    }
  }
}
