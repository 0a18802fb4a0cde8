public import FootfallCore

/// Something that happened to one person at one camera, as told to other programs.
public enum Event: Hashable, Sendable {
  /// A line was crossed.
  case crossing(Crossing)
  /// A visit began.
  case zoneEnter(Visit)
  /// A visit ended.
  case zoneExit(Visit)

  /// The frame of the event, from 1.
  public var frame: Int {
    switch self {
    case .crossing(let crossing): crossing.frame
    case .zoneEnter(let visit): visit.enterFrame
    case .zoneExit(let visit): visit.exitFrame
    }
  }

  /// When it happened.
  public var time: MediaTime {
    switch self {
    case .crossing(let crossing): crossing.time
    case .zoneEnter(let visit): visit.enter
    case .zoneExit(let visit): visit.exit
    }
  }

  /// Whom it concerns.
  public var track: TrackID {
    switch self {
    case .crossing(let crossing): crossing.track
    case .zoneEnter(let visit), .zoneExit(let visit): visit.track
    }
  }
}

extension Event {
  /// All events of a camera in stream order: by frame, then in the order crossing, entry, exit, then by track and
  /// by the order of lines and zones in the scene.
  static func inStreamOrder(crossings: [[Crossing]], visits: [[Visit]]) -> [Event] {
    var events: [Event] = crossings.joined().map(Event.crossing)
    for visit in visits.joined() {
      events.append(.zoneEnter(visit))
      events.append(.zoneExit(visit))
    }
    // Sorting is stable, so equal keys keep the order of the scene.
    return events.sorted { $0.sortKey < $1.sortKey }
  }

  private var sortKey: (Int, MediaTime, Int, TrackID) {
    switch self {
    case .crossing: (frame, time, 0, track)
    case .zoneEnter: (frame, time, 1, track)
    case .zoneExit: (frame, time, 2, track)
    }
  }
}
