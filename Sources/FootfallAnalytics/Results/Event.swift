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
