import FootfallAnalytics
import FootfallCore
import FootfallStore
import FootfallTestSupport

/// A shop that is filmed for 12 hours a day, with five people in view on average.
///
/// A detector looks five times a second, and boxes tremble from look to look; frames in between are drawn.
enum Shop {
  static let looksPerSecond = 5
  private static let hours = 12
  private static let peopleOnAverage = 5.0
  private static let secondsOfStay = 60.0
  private static let size = PixelSize(width: 1280, height: 720)
  /// 2026-03-01T09:00Z.
  private static let start: Int64 = 1_772_355_600_000

  /// What ``scene`` is in a scene file.
  static let sceneFile = """
    version: 1
    timezone: UTC
    store: shop
    cameras:
      - id: door
        lines:
          - {id: entrance, from: [640, 100], to: [640, 700], kind: entrance}
          - {id: aisle, from: [200, 400], to: [1000, 400]}
        zones:
          - {id: table, polygon: [[300, 200], [560, 200], [560, 500], [300, 500]], kind: display}
          - {id: till, polygon: [[800, 150], [1200, 150], [1200, 350], [800, 350]], kind: service}
    """

  private static let scene = CameraScene(
    id: "door",
    lines: [
      CountingLine(
        id: "entrance", segment: Segment(from: Point(640, 100), to: Point(640, 700)), kind: .entrance),
      CountingLine(id: "aisle", segment: Segment(from: Point(200, 400), to: Point(1000, 400))),
    ],
    zones: [
      Zone(
        id: "table",
        polygon: Polygon([Point(300, 200), Point(560, 200), Point(560, 500), Point(300, 500)]), kind: .display
      ),
      Zone(
        id: "till",
        polygon: Polygon([Point(800, 150), Point(1200, 150), Point(1200, 350), Point(800, 350)]),
        kind: .service),
    ])

  /// Records so many days, each a recording.
  /// - Returns: the number of positions at looks.
  static func record(days: Int, framesPerSecond: Int, into path: String) throws -> Int {
    let store = try EventStore(path: path, access: .readWrite)
    var positions = 0
    for day in 0..<days {
      var film = Film(seed: UInt64(day), framesPerSecond: framesPerSecond)
      try store.record([film.run(day: day)])
      positions += film.positions
    }
    try store.close()
    return positions
  }

  /// Somebody in view: where they were at the last look and will be at the next.
  private struct Visitor {
    var step: Point
    var last: TrackLogSample
    var next: TrackLogSample
    var looksLeft: Int

    /// Where they are a share of the way to the next look.
    func sample(_ share: Double) -> TrackLogSample {
      TrackLogSample(
        track: last.track, foot: last.foot.interpolated(to: next.foot, fraction: share),
        heightPixels: last.heightPixels + (next.heightPixels - last.heightPixels) * share)
    }
  }

  /// One day.
  private struct Film {
    private var generator: SeededGenerator
    private let framesPerSecond: Int
    private var visitors: [Visitor] = []
    private var newest = 0
    private(set) var positions = 0

    init(seed: UInt64, framesPerSecond: Int) {
      generator = SeededGenerator(seed: seed)
      self.framesPerSecond = framesPerSecond
    }

    mutating func run(day: Int) -> RunRecord {
      var analyzer = CameraAnalyzer(scene: scene, size: size, series: [(.seconds(60), .zero)])
      var log = TrackLogWriter()
      let framesPerLook = framesPerSecond / looksPerSecond
      let frames = hours * 3600 * framesPerSecond
      let duration = Duration.nanoseconds(1_000_000_000 / framesPerSecond)
      var people: [TrackLogSample] = []
      var snapshots: [TrackSnapshot] = []
      for index in 0..<frames {
        if index % framesPerLook == 0 { look() }
        let share = Double(index % framesPerLook) / Double(framesPerLook)
        people.removeAll(keepingCapacity: true)
        for visitor in visitors { people.append(visitor.sample(share)) }
        snapshots.removeAll(keepingCapacity: true)
        for person in people { snapshots.append(Shop.snapshot(person)) }
        let time = MediaTime(nanoseconds: Int64(index) * duration.wholeNanoseconds)
        let stamp = FrameStamp(number: index + 1, time: time, duration: duration)
        analyzer.observe(snapshots, in: stamp)
        log.append(people, in: stamp)
      }
      let (result, minutes) = analyzer.finish()
      let recording = Recording(
        store: "shop", timeZone: "UTC", camera: "door", source: "day\(day).mp4",
        media: MediaFingerprint(text: "day\(day)"), startMilliseconds: start + Int64(day) * 86_400_000,
        duration: .seconds(hours * 3600), frames: frames, framesPerSecond: Double(framesPerSecond), size: size
      )
      let analysis = Analysis(
        model: "made up", engine: "none", precision: "none", tracking: "two-pass", generatorVersion: "0",
        metricVersion: 1)
      return RunRecord(
        recording: recording, analysis: analysis, result: result, minutes: minutes[0], tracks: log.finish())
    }

    /// Lets everybody go on to the next look, some come and others leave.
    private mutating func look() {
      visitors.removeAll { $0.looksLeft == 0 }
      for index in visitors.indices { visitors[index] = walked(visitors[index]) }
      let arrivals = peopleOnAverage / secondsOfStay / Double(looksPerSecond)
      if Double.random(in: 0..<1, using: &generator) < arrivals { visitors.append(arrival()) }
      positions += visitors.count
    }

    private mutating func arrival() -> Visitor {
      newest += 1
      let foot = Point(.random(in: 0...1280, using: &generator), .random(in: 150...719, using: &generator))
      let sample = TrackLogSample(track: TrackID(newest), foot: foot, heightPixels: height(at: foot))
      let stay = Double.random(in: 0.2...1.8, using: &generator) * secondsOfStay
      let visitor = Visitor(
        step: Point(0, 0), last: sample, next: sample,
        looksLeft: Int(stay * Double(looksPerSecond)))
      return walked(visitor)
    }

    /// The visitor a fifth of a second later.
    private mutating func walked(_ visitor: Visitor) -> Visitor {
      var visitor = visitor
      visitor.looksLeft -= 1
      visitor.last = visitor.next
      // People stop and turn every few seconds.
      if Int.random(in: 0..<15, using: &generator) == 0 {
        let stands = Bool.random(using: &generator)
        visitor.step =
          stands
          ? Point(0, 0)
          : Point(.random(in: -16...16, using: &generator), .random(in: -8...8, using: &generator))
      }
      let tremor = Point(.random(in: -2...2, using: &generator), .random(in: -2...2, using: &generator))
      let foot = visitor.last.foot + visitor.step + tremor
      visitor.next.foot = Point(min(max(foot.x, 0), 1280), min(max(foot.y, 150), 719))
      visitor.next.heightPixels = height(at: visitor.next.foot)
      return visitor
    }

    private mutating func height(at foot: Point) -> Double {
      60 + foot.y / 4 + .random(in: -2...2, using: &generator)
    }
  }

  private static func snapshot(_ person: TrackLogSample) -> TrackSnapshot {
    TrackSnapshot(
      track: person.track,
      box: BoundingBox(
        x: person.foot.x, y: person.foot.y - person.heightPixels, width: 0, height: person.heightPixels),
      score: 1, state: .confirmed, evidence: .observed)
  }
}
