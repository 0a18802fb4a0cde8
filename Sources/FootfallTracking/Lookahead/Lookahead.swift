public import FootfallCore

/// Holds frames back until their future is known, then hands them on with holes in tracks filled and paths smoothed.
///
/// Recorded footage has a future: a person hidden for a second is seen again, a tentative track turns out to be a
/// person or not, and where somebody stands is known better from what was seen before and after. A frame leaves after
/// `lag`; by then every track seen in it has been confirmed or dropped, and every hole that began in it has been closed
/// or will not be. Memory holds `lag` of frames and a little more than that of the past, however long the recording.
public struct Lookahead: Sendable {
  private struct Trail {
    var track: TrackID
    var state: TrackSnapshot.State
    var firstFrame: Int
    var last: FrameStore.Place
  }

  private let lag: Duration
  private var frames: FrameStore
  private var trails: [Trail] = []

  /// Creates an empty buffer.
  /// - Parameter lag: how long a frame waits; longer holes are not filled.
  public init(lag: Duration) {
    self.lag = lag
    frames = FrameStore(longestHole: lag)
  }

  /// Takes in the tracks of the next frame; empty for a frame in which no detector ran.
  public mutating func append(_ snapshots: [TrackSnapshot], in stamp: FrameStamp) {
    let number = frames.append(stamp)
    for snapshot in snapshots {
      let place = frames.add(snapshot, to: number)
      if let index = trails.firstIndex(where: { $0.track == snapshot.track }) {
        extend(index, to: place, snapshot.state)
      } else {
        trails.append(
          Trail(track: snapshot.track, state: snapshot.state, firstFrame: number, last: place))
      }
    }
    trails.removeAll { [waiting = frames.firstWaiting] in $0.last.frame < waiting }
  }

  /// Gives out the oldest frame whose future is known, with its confirmed tracks in the order in which they began.
  /// - Parameters:
  ///   - isEnd: whether no frame will follow, so that all futures are known.
  ///   - snapshots: replaced by the frame's tracks; untouched when there is no such frame.
  /// - Returns: the frame, or nil when the oldest must still wait.
  public mutating func next(isEnd: Bool, into snapshots: inout [TrackSnapshot]) -> FrameStamp? {
    guard let stamp = frames.oldestWaiting, isEnd || frames.newestTime - stamp.time > lag else { return nil }
    snapshots.removeAll(keepingCapacity: true)
    frames.release(into: &snapshots)
    Self.sort(&snapshots)
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

  private mutating func extend(_ index: Int, to place: FrameStore.Place, _ state: TrackSnapshot.State) {
    if trails[index].state == .tentative, state == .confirmed { confirm(trails[index]) }
    frames.connect(trails[index].last, to: place)
    trails[index].state = state
    trails[index].last = place
  }

  /// Believes the sightings made before the track was confirmed.
  private mutating func confirm(_ trail: Trail) {
    for number in max(trail.firstFrame, frames.firstWaiting)...max(trail.last.frame, frames.firstWaiting) {
      frames.confirm(trail.track, in: number)
    }
  }
}
