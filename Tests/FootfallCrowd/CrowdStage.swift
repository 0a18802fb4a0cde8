public import FootfallAnalytics
public import FootfallCore
internal import FootfallTracking

/// A stage of the pipeline at work on a ``Crowd``, frame by frame without end.
///
/// Whatever measures a stage - benchmarks, the gate of instructions, the tests of allocations - measures this one.
public protocol CrowdStage {
  /// Prepares the stage for its first frame.
  init(_ crowd: Crowd)
  /// Takes in the next frame.
  mutating func step()
}

/// Who is who from frame to frame.
public struct TrackStage: CrowdStage {
  private let crowd: Crowd
  private var tracker = Tracker()
  private var number = 0
  /// The tracks of the frame taken in last.
  public private(set) var snapshots: [TrackSnapshot] = []

  /// Prepares the stage for its first frame.
  public init(_ crowd: Crowd) { self.crowd = crowd }

  /// Takes in the next frame.
  public mutating func step() {
    number += 1
    tracker.update(
      crowd.detections(inFrame: number), at: Crowd.stamp(ofFrame: number).time, into: &snapshots)
  }
}

/// Holding frames back until their future is known, for tracks that were found before.
public struct LookaheadStage: CrowdStage {
  private var tracks: RecordedTracks
  private var lookahead = Lookahead(lag: PresenceParameters().bridgedGap)
  private var ready: [TrackSnapshot] = []

  /// Prepares the stage for its first frame.
  public init(_ crowd: Crowd) { tracks = RecordedTracks(of: crowd) }

  /// Takes in the next frame.
  public mutating func step() {
    let stamp = tracks.advance()
    lookahead.append(tracks.current, in: stamp)
    while lookahead.next(isEnd: false, into: &ready) != nil {}
  }
}

/// Counting and timing with a line and eight zones, for tracks that were found before.
public struct AnalyzeStage: CrowdStage {
  private var tracks: RecordedTracks
  /// What has been counted so far.
  public private(set) var analyzer: CameraAnalyzer

  /// Prepares the stage for its first frame.
  public init(_ crowd: Crowd) {
    tracks = RecordedTracks(of: crowd)
    analyzer = CameraAnalyzer(
      scene: CrowdScene.camera(for: crowd), size: crowd.size,
      series: [(interval: .seconds(900), firstBoundary: .zero), (.seconds(60), .zero)])
  }

  /// Takes in the next frame.
  public mutating func step() {
    let stamp = tracks.advance()
    analyzer.observe(tracks.current, in: stamp)
  }
}

/// Tracking, looking ahead and analysis of people of whom nobody stays or comes back: what is kept of them must not grow.
///
/// As many people as the crowd has stand in the picture for ``framesOfStay``; the next come when nobody is remembered.
public struct TurnoverStage: CrowdStage {
  /// How many frames everybody is seen in: enough to be believed.
  public static let framesOfStay = 4
  private let people: [Detection]
  private var number = 0
  private var seconds = 0.0
  private var tracker = Tracker()
  private var lookahead = Lookahead(lag: PresenceParameters().bridgedGap)
  private var analyzer: CameraAnalyzer
  private var snapshots: [TrackSnapshot] = []
  private var ready: [TrackSnapshot] = []
  /// How many people have been counted so far.
  public private(set) var tracks = 0

  /// Prepares the stage for its first frame.
  public init(_ crowd: Crowd) {
    people = crowd.detections(inFrame: 1)
    analyzer = CameraAnalyzer(
      scene: CameraScene(id: "camera"), size: crowd.size,
      series: [(interval: .seconds(900), firstBoundary: .zero)])
  }

  /// Takes in the next frame.
  public mutating func step() {
    number += 1
    let isLast = number % Self.framesOfStay == 0
    let stamp = FrameStamp(number: number, time: MediaTime(seconds: seconds), duration: Crowd.frameInterval)
    tracker.update(people, at: stamp.time, into: &snapshots)
    lookahead.append(snapshots, in: stamp)
    while let earlier = lookahead.next(isEnd: false, into: &ready) { analyzer.observe(ready, in: earlier) }
    if isLast { tracks = snapshots.last?.track.number ?? tracks }
    seconds += isLast ? 2 * PresenceParameters().lostPatience.inSeconds : Crowd.frameInterval.inSeconds
  }
}

/// What a tracker makes of a crowd, remembered so that the stages after it can be measured alone.
///
/// When it is at its end it begins again with new ids, as if everybody had left and others come in.
private struct RecordedTracks {
  private let frames: [[TrackSnapshot]]
  private var number = 0
  private let idsPerRound: Int
  private(set) var current: [TrackSnapshot] = []

  init(of crowd: Crowd) {
    var stage = TrackStage(crowd)
    frames = (0..<120).map { _ in
      stage.step()
      return stage.snapshots.filter { $0.evidence == .observed }
    }
    idsPerRound = frames.joined().map(\.track.number).max() ?? 0
  }

  /// Moves on to the next frame and puts its tracks into ``current``.
  mutating func advance() -> FrameStamp {
    let round = number / frames.count
    current.removeAll(keepingCapacity: true)
    for var snapshot in frames[number % frames.count] {
      snapshot.track = TrackID(snapshot.track.number + round * idsPerRound)
      current.append(snapshot)
    }
    number += 1
    return Crowd.stamp(ofFrame: number)
  }
}
