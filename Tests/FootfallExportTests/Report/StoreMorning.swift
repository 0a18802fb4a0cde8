import FootfallAnalytics
import FootfallCore
import FootfallExport
import FootfallTestSupport
import Foundation
import Testing

/// A morning in a made-up store, drawn with a fixed seed: people come in, walk from zone to zone and leave; for half
/// an hour the camera of the door was dark.
struct StoreMorning {
  static let start = "2005-03-01T09:04:00+00:00"
  static let length = Duration.seconds(10_080)
  static let dark = MediaTime(seconds: 5160)..<MediaTime(seconds: 6960)

  private var generator = SeededGenerator(seed: 20_050_301)
  private let scene: CameraScene
  private let size: PixelSize
  private var crossings: [[Crossing]]
  private var visits: [[Visit]]
  private var passersby: [Crossing] = []
  private var turned: Set<TrackID> = []
  private var heatmap: HeatmapGrid
  private var transitions: TransitionCounts
  private var people = 0

  private init(scene: CameraScene, size: PixelSize) {
    self.scene = scene
    self.size = size
    crossings = scene.lines.map { _ in [] }
    visits = scene.zones.map { _ in [] }
    heatmap = HeatmapGrid(covering: size, cellPixels: size.width / 64)
    transitions = TransitionCounts(zones: scene.zones.map(\.id))
  }

  /// The whole report of two cameras.
  /// - Parameter pause: how much longer than on a good day it takes until the next person comes.
  static func report(pause: Double = 1) throws -> AnalysisReport {
    let (large, small) = (PixelSize(width: 768, height: 576), PixelSize(width: 640, height: 480))
    let door = try recording(scene: doorScene, size: large, meanArrival: 55 * pause)
    let back = try recording(scene: backScene, size: small, meanArrival: 240 * pause)
    return AnalysisReport(
      store: "high-street", timeZone: "Europe/London", generatorVersion: "0.0.0",
      cameras: [door, back], performance: performance)
  }

  static let performance = ReportDocument.Performance(
    startSeconds: 0.4123, wallSeconds: 61.50049, finishSeconds: 0.25, sourceFrames: 252_000,
    detectorRuns: 50_400,
    stages: .init(
      decode: .init(median: 0.812, p95: 1.2), detect: .init(median: 9.75, p95: 12.5),
      track: .init(median: 0.031, p95: 0.08), analyze: .init(median: 0.004, p95: 0.01)),
    peakMemoryBytes: 187_654_144, engine: "openvino", precision: "bf16", model: "person-640")

  private static var doorScene: CameraScene {
    func zone(_ id: String, _ x: Double, _ y: Double, _ kind: Zone.Kind) -> Zone {
      let corners = [Point(x, y), Point(x + 120, y), Point(x + 120, y + 90), Point(x, y + 90)]
      return Zone(id: id, polygon: Polygon(corners), kind: kind)
    }
    func line(_ id: String, _ y: Double, _ kind: CountingLine.Kind) -> CountingLine {
      CountingLine(id: id, segment: Segment(from: Point(100, y), to: Point(600, y)), kind: kind)
    }
    return CameraScene(
      id: "door",
      lines: [
        line("entrance", 500, .entrance), line("pavement", 560, .passersby), line("aisle", 200, .internal),
      ],
      zones: [
        zone("new-arrivals", 150, 300, .display), zone("denim-wall", 420, 280, .display),
        zone("menswear", 300, 80, .section), zone("till-queue", 40, 120, .queue),
        zone("till", 40, 20, .service),
      ])
  }

  private static var backScene: CameraScene {
    let corners = [Point(200, 200), Point(400, 200), Point(400, 400), Point(200, 400)]
    return CameraScene(id: "fitting rooms", zones: [Zone(id: "mirror", polygon: Polygon(corners))])
  }

  private static func recording(
    scene: CameraScene, size: PixelSize, meanArrival: Double
  ) throws -> CameraRecording {
    var morning = StoreMorning(scene: scene, size: size)
    var seconds = 20.0
    while seconds < length.inSeconds - 400 {
      if !dark.contains(MediaTime(seconds: seconds)) { morning.person(from: seconds) }
      seconds += -meanArrival * log(Double.random(in: 0.02...1, using: &morning.generator))
    }
    let clock = try #require(WallClock(start: start, timeZone: "Europe/London"))
    let info = RecordingInfo(
      camera: scene.id, source: "rtsp://admin:hunter2@192.0.2.7/\(scene.id)", size: size, frames: 126_000,
      framesPerSecond: 12.5, clock: clock, end: .zero + length,
      coverage: 1 - (dark.upperBound - dark.lowerBound).inSeconds / length.inSeconds)
    return CameraRecording(info: info, result: morning.result(clock: clock))
  }

  /// One person's way through the store.
  private mutating func person(from start: Double) {
    people += 1
    let track = TrackID(people)
    let isCustomer = scene.lines.isEmpty || Double.random(in: 0..<1, using: &generator) < 0.55
    var now = start
    if !scene.lines.isEmpty { cross(1, track, now, .in) }
    guard isCustomer else {
      passersby.append(crossings[1][crossings[1].count - 1])
      return
    }
    now += 4
    if !scene.lines.isEmpty { cross(0, track, now, .in) }
    if !scene.lines.isEmpty, people % 11 == 0 {
      turned.insert(track)
      return cross(0, track, now + 3, .out)
    }
    now = walk(track, from: now)
    if !scene.lines.isEmpty, now < StoreMorning.length.inSeconds - 20 { cross(0, track, now + 8, .out) }
  }

  private mutating func walk(_ track: TrackID, from start: Double) -> Double {
    var now = start + 6
    var last: Int?
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let zone = Int.random(in: 0..<scene.zones.count, using: &generator)
      if zone == last { continue }
      if zone == 2, !scene.lines.isEmpty { cross(2, track, now - 2, .in) }
      let dwell = Double.random(in: 4...30, using: &generator) * Double(1 + (zone * 3) % 5)
      visit(zone, track, from: now, to: now + dwell)
      transitions.add(from: last, to: zone)
      last = zone
      now += dwell + Double.random(in: 3...12, using: &generator)
    }
    if let last { transitions.add(from: last, to: nil) }
    return now
  }

  private mutating func cross(
    _ line: Int, _ track: TrackID, _ seconds: Double, _ direction: CountingLine.Direction
  ) {
    if StoreMorning.dark.contains(MediaTime(seconds: seconds)) { return }
    crossings[line].append(
      Crossing(
        track: track, line: scene.lines[line].id, direction: direction, frame: Int(seconds * 12.5) + 1,
        time: MediaTime(seconds: seconds)))
  }

  private mutating func visit(_ zone: Int, _ track: TrackID, from enter: Double, to exit: Double) {
    let end: Visit.End = visits[zone].count % 7 == 2 ? .lost : .exited
    visits[zone].append(
      Visit(
        track: track, zone: scene.zones[zone].id, enterFrame: Int(enter * 12.5) + 1,
        exitFrame: Int(exit * 12.5), enter: MediaTime(seconds: enter), exit: MediaTime(seconds: exit),
        inside: .nanoseconds(Int64((exit - enter) * 1e9)), end: end))
    let corner = scene.zones[zone].polygon.vertices[0]
    for _ in 0..<8 {
      let offset = Point(
        Double.random(in: 0..<120, using: &generator), Double.random(in: 0..<90, using: &generator))
      heatmap.add((exit - enter) / 8, at: corner + offset)
    }
  }

  private func result(clock: WallClock) -> CameraResult {
    let lines = zip(scene.lines, crossings).map { line, crossings in
      let sorted = crossings.sorted { ($0.time, $0.track) < ($1.time, $1.track) }
      let straight = crossings.filter { !turned.contains($0.track) }
      let traffic = LineResult.Traffic(
        entries: straight.filter { $0.direction == .in }.count,
        exits: straight.filter { $0.direction == .out }.count, excludedUturn: turned.count * 2)
      return LineResult(line: line, crossings: sorted, traffic: line.kind == .entrance ? traffic : nil)
    }
    let zones = zip(scene.zones, visits).map { zone, visits in
      ZoneResult(
        zone: zone, visits: visits.sorted { ($0.enter, $0.track) < ($1.enter, $1.track) },
        occupancy: occupancy(of: visits, from: .zero, to: .zero + StoreMorning.length))
    }
    let departures = zones.flatMap(\.visits).reduce(into: [TrackID: Departure]()) { departures, visit in
      let time = max(visit.exit + .seconds(12), departures[visit.track]?.time ?? .zero)
      departures[visit.track] = Departure(time: time, isOutOfView: false)
    }
    let observed = StoreMorning.length - (StoreMorning.dark.upperBound - StoreMorning.dark.lowerBound)
    let entries = lines.first?.traffic?.entries ?? 0
    return CameraResult(
      scene: scene, people: people, lines: lines, zones: zones, passersby: passersby.count,
      captureRate: scene.lines.isEmpty ? nil : Double(entries) / Double(entries + passersby.count),
      heatmap: heatmap, intervals: intervals(clock: clock), transitions: transitions, events: events,
      queues: QueueRules().results(zones, departures: departures, observed: observed))
  }

  private var events: [Event] {
    var events = crossings.joined().map(Event.crossing)
    for visit in visits.joined() { events += [.zoneEnter(visit), .zoneExit(visit)] }
    return events.sorted { ($0.frame, $0.track) < ($1.frame, $1.track) }
  }

  private func intervals(clock: WallClock) -> [IntervalResult] {
    let length = Duration.seconds(900)
    var start = clock.firstBoundary(interval: length)
    var results: [IntervalResult] = []
    while start < .zero + StoreMorning.length {
      results.append(interval(from: start, to: start + length))
      start = start + length
    }
    return results
  }

  private func interval(from start: MediaTime, to end: MediaTime) -> IntervalResult {
    let (dark, media) = (StoreMorning.dark, MediaTime.zero..<(.zero + StoreMorning.length))
    let seen = overlap(start..<end, media) - overlap(start..<end, dark)
    let isGap = seen <= 0
    func count(_ list: [Crossing], _ direction: CountingLine.Direction) -> Int {
      list.filter { $0.direction == direction && $0.time >= start && $0.time < end }.count
    }
    let hasLines = !scene.lines.isEmpty
    let straight = crossings.first?.filter { !turned.contains($0.track) } ?? []
    let nobody = Occupancy(mean: nil, max: nil)
    return IntervalResult(
      start: start, end: end, observed: .seconds(seen),
      lines: isGap ? nil : crossings.map { .init(entries: count($0, .in), exits: count($0, .out)) },
      zones: visits.map { isGap ? nobody : occupancy(of: $0, from: start, to: end) },
      trafficIn: isGap || !hasLines ? nil : count(straight, .in),
      trafficOut: isGap || !hasLines ? nil : count(straight, .out),
      passersby: isGap || !hasLines ? nil : passersby.filter { $0.time >= start && $0.time < end }.count,
      occupancy: isGap ? nobody : occupancy(of: visits.flatMap { $0 }, from: start, to: end))
  }

  private func overlap(_ a: Range<MediaTime>, _ b: Range<MediaTime>) -> Double {
    max(0, (min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound)).inSeconds)
  }

  private func occupancy(of visits: [Visit], from start: MediaTime, to end: MediaTime) -> Occupancy {
    var steps: [(MediaTime, Int)] = []
    var seconds = 0.0
    for visit in visits where visit.exit > start && visit.enter < end {
      steps += [(visit.enter, 1), (visit.exit, -1)]
      seconds += overlap(visit.enter..<visit.exit, start..<end)
    }
    var (present, most) = (0, 0)
    for (_, change) in steps.sorted(by: { $0 < $1 }) {
      present += change
      most = max(most, present)
    }
    return Occupancy(mean: seconds / (end - start).inSeconds, max: most)
  }
}
