internal import FootfallCore

/// The name of an event, derived from its content: the same event has the same id in every replay.
///
/// The id is the 128-bit FNV-1a hash (Fowler, Noll and Vo; offset basis and prime of RFC 9923) of the event's
/// facts as netstrings (`5:entry,`) in a fixed order, numbers in decimal:
/// - all: `footfall.event/1`, store, camera, start of the recording in milliseconds since 1970 UTC, type;
/// - `crossing`, and `crossingProvisional` and `crossingWithdrawn` with what was told first: line, track, frame, nanoseconds, direction;
/// - `zoneEnter`: zone, track, frame, nanoseconds: what is known at the moment of entry;
/// - `zoneExit`: zone, track, first frame, last frame, nanoseconds of entry and exit, nanoseconds inside, end.
///
/// The hash tells events apart; it is no protection against someone who forges one.
public struct EventID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The hash itself.
  public let value: UInt128

  /// Creates an id from a hash.
  public init(_ value: UInt128) { self.value = value }

  /// Derives the id of `event`.
  /// - Parameters:
  ///   - event: what happened, in media time of its recording.
  ///   - store: the id of the store.
  ///   - camera: the id of the camera.
  ///   - startMilliseconds: when the recording's first frame was taken, in milliseconds since 1970 UTC.
  public init(of event: Event, store: String, camera: String, startMilliseconds: Int64) {
    var hash = Self.hash(store: store, camera: camera, startMilliseconds: startMilliseconds)
    switch event {
    case .crossing(let crossing):
      hash.add("crossing")
      hash.add(crossing)
    case .zoneEnter(let visit):
      hash.add("zoneEnter")
      hash.add(visit.zone)
      hash.add(visit.track.number)
      hash.add(visit.enterFrame)
      hash.add(visit.enter.nanoseconds)
    case .zoneExit(let visit):
      hash.add("zoneExit")
      hash.add(visit.zone)
      hash.add(visit.track.number)
      hash.add(visit.enterFrame)
      hash.add(visit.exitFrame)
      hash.add(visit.enter.nanoseconds)
      hash.add(visit.exit.nanoseconds)
      hash.add(visit.inside.wholeNanoseconds)
      hash.add(visit.end.rawValue)
    }
    value = hash.value
  }

  /// Derives the id of what is told before a crossing has settled.
  public init(of notice: CrossingNotice, store: String, camera: String, startMilliseconds: Int64) {
    var hash = Self.hash(store: store, camera: camera, startMilliseconds: startMilliseconds)
    switch notice {
    case .provisional: hash.add("crossingProvisional")
    case .withdrawn: hash.add("crossingWithdrawn")
    }
    hash.add(notice.crossing)
    value = hash.value
  }

  private static func hash(store: String, camera: String, startMilliseconds: Int64) -> ContentHash {
    var hash = ContentHash()
    hash.add("footfall.event/1")
    hash.add(store)
    hash.add(camera)
    hash.add(startMilliseconds)
    return hash
  }

  /// The id as other programs see it: 32 hexadecimal digits in lower case.
  public var description: String { ContentHash.hexadecimal(value) }

  /// Orders by hash, which says nothing about time.
  public static func < (a: EventID, b: EventID) -> Bool { a.value < b.value }
}

extension ContentHash {
  fileprivate mutating func add(_ crossing: Crossing) {
    add(crossing.line)
    add(crossing.track.number)
    add(crossing.frame)
    add(crossing.time.nanoseconds)
    add(crossing.direction.rawValue)
  }
}
