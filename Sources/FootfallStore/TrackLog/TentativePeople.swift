internal import FootfallCore

/// Where people stood in whom the tracker does not believe yet: the log keeps it only once it does.
struct TentativePeople: Sendable {
  /// One sight of a person.
  struct Sighting: Sendable {
    var frame: Int
    var sample: TrackLogSample
  }

  private struct Trail: Sendable {
    var sightings: [Sighting]
    var lastSeen: MediaTime

    mutating func add(_ sighting: Sighting, at time: MediaTime) {
      sightings.append(sighting)
      lastSeen = time
    }
  }

  /// Who has not been seen for this long is not believed in any more; trackers give up much earlier.
  private static let patience = Duration.seconds(10)

  private var trails: [Int: Trail] = [:]

  var isEmpty: Bool { trails.isEmpty }

  /// Remembers a person.
  mutating func add(_ sample: TrackLogSample, in stamp: FrameStamp) {
    trails[sample.track.number, default: Trail(sightings: [], lastSeen: stamp.time)]
      .add(Sighting(frame: stamp.number, sample: sample), at: stamp.time)
  }

  /// Forgets a person in whom the tracker believes from now on.
  /// - Returns: where they stood until then, in order of frames.
  mutating func confirm(_ track: TrackID) -> [Sighting] {
    trails.isEmpty ? [] : trails.removeValue(forKey: track.number)?.sightings ?? []
  }

  /// Whether somebody who was seen by `frame` may still be confirmed.
  mutating func mayConcern(framesUpTo frame: Int, now: MediaTime) -> Bool {
    trails = trails.filter { now - $0.value.lastSeen <= TentativePeople.patience }
    return trails.values.contains { $0.sightings.first.map { $0.frame <= frame } ?? false }
  }

  /// Forgets what happened up to `frame`.
  mutating func forget(framesUpTo frame: Int) {
    for track in Array(trails.keys) {
      trails[track]?.sightings.removeAll { $0.frame <= frame }
      if trails[track]?.sightings.isEmpty == true { trails[track] = nil }
    }
  }
}
