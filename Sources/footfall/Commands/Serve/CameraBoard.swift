import FootfallAnalytics
import FootfallCore
import FootfallPipeline
import FootfallWeb

/// What the dashboard knows of one camera.
struct CameraBoard {
  var status: CameraStatus
  /// Of recordings of the day that are over.
  private var earlier: DayTraffic
  /// Of all, as far as they have been added up.
  private(set) var today: DayTraffic
  var record: LiveStretchRecord?
  /// The recording that begins next, with the lines and zones by which it is counted.
  var next: LiveStretchRecord?
  /// The latest pictures, as JPEG.
  var stills: [Still: [UInt8]] = [:]
  /// Where people walk, for advice on lines and zones.
  private(set) var paths: PathCollector?
  private var pulses: [(at: ContinuousClock.Instant, pulse: CameraPulse)] = []
  private var latencies: [Double] = []
  var lastTold = ContinuousClock.now
  var frames = 0
  var looks = 0
  var latencySum = 0.0

  /// What is to be seen on a picture.
  enum Still: Hashable {
    /// The scene without people.
    case empty
    /// People so coarse that nobody can be made out.
    case coarse

    init(isEmpty: Bool) { self = isEmpty ? .empty : .coarse }
  }

  /// What pages tell of a camera's source: as the scene file says it, with the names of secrets in their places.
  static func source(of camera: SceneFile.Camera) -> String {
    SourceAddress.withoutCredentials(camera.source ?? "")
  }

  init(_ camera: SceneFile.Camera, traffic: DayTraffic) {
    (earlier, today) = (traffic, traffic)
    status = CameraStatus(
      id: camera.id.value, source: Self.source(of: camera), state: .connecting,
      sinceMilliseconds: SystemTime.milliseconds())
    show(traffic)
  }

  /// Takes in that the state of the connection has changed.
  mutating func take(_ condition: CameraCondition) {
    let state = CameraStatus.State(rawValue: condition.state.rawValue) ?? .connecting
    if state != status.state { status.sinceMilliseconds = SystemTime.milliseconds() }
    if state == .connecting, status.state == .backingOff { status.restarts += 1 }
    // While it is tried again, what went wrong is still worth knowing.
    if state == .streaming || condition.problem != nil { status.problem = condition.problem }
    status.state = state
    status.retryMilliseconds = condition.retry.map { SystemTime.milliseconds() + Int64($0.inSeconds * 1000) }
    if state != .streaming {
      status.inView = nil
      status.people = []
      for zone in status.zones.indices { status.zones[zone].inside = nil }
    }
  }

  /// Takes in how the stream goes.
  mutating func take(_ pulse: CameraPulse) {
    let now = ContinuousClock.now
    pulses.append((now, pulse))
    pulses.removeAll { now - $0.at > .seconds(10) }
    let seconds = max(1, (now - (pulses.first?.at ?? now)).inSeconds + 1)
    status.framesPerSecond = Double(pulses.reduce(0) { $0 + $1.pulse.frames }) / seconds
    status.looksPerSecond = Double(pulses.reduce(0) { $0 + $1.pulse.looks }) / seconds
    status.droppedLooks += pulse.droppedLooks
    frames += pulse.frames
    looks += pulse.looks
    if !latencies.isEmpty { status.latencyMilliseconds = latencies.sorted()[latencies.count / 2] }
  }

  /// Takes in what a look showed.
  mutating func take(_ moment: LiveMoment, after latency: Duration) {
    record?.take(moment)
    latencySum += latency.inSeconds
    latencies.append(latency.inSeconds * 1000)
    if latencies.count > 300 { latencies.removeFirst(latencies.count - 300) }
    status.lastPictureMilliseconds = SystemTime.milliseconds()
    for row in moment.rows { paths?.observe(row.tracks, in: row.stamp) }
    guard let row = moment.rows.last else { return }
    let people = row.tracks.filter { $0.state == .confirmed }
    status.inView = people.count
    status.people = people.map {
      .init(x: $0.box.x, y: $0.box.y, width: $0.box.width, height: $0.box.height)
    }
    for (zone, inside) in zip(status.zones.indices, moment.inZones) { status.zones[zone].inside = inside }
  }

  /// Takes in what of the recording so far is the day's traffic.
  mutating func take(_ recording: DayTraffic) {
    _ = begin(dayAt: recording.midnight)
    show(earlier + recording)
  }

  /// Begins the day of which nothing is known yet; false where it is that day already.
  mutating func begin(dayAt midnight: Int64) -> Bool {
    guard midnight != earlier.midnight else { return false }
    earlier = DayTraffic(midnight: midnight)
    show(earlier)
    return true
  }

  /// Takes in what of a recording that is over is the day's traffic.
  mutating func finish(_ recording: DayTraffic) {
    take(recording)
    record = nil
    earlier = today
  }

  private mutating func show(_ traffic: DayTraffic) {
    today = traffic
    (status.trafficIn, status.trafficOut, status.passersby) = (
      traffic.entries, traffic.exits, traffic.passersby
    )
    for index in status.zones.indices {
      let stays = traffic.stays[status.zones[index].id] ?? []
      status.zones[index].visits = stays.count
      status.zones[index].medianDwellSeconds = DwellSummary(secondsOfVisits: stays)?.median
    }
  }

  /// Begins with the recording that was to be the next.
  mutating func begin(size: PixelSize, framesPerSecond: Double?) {
    guard let record = next else { return }
    (self.record, next) = (record, nil)
    paths = PathCollector(size: size)
    (status.width, status.height) = (size.width, size.height)
    status.declaredFramesPerSecond = framesPerSecond
    status.zones = record.scene.zones.map {
      .init(id: $0.id, kind: $0.kind.rawValue, inside: nil, medianDwellSeconds: nil, visits: 0)
    }
    show(today)
  }
}

/// Traffic since the store's midnight; nil where there is no line of the kind.
struct DayTraffic: Hashable {
  /// In milliseconds since 1970 UTC.
  var midnight: Int64
  var entries: Int?
  var exits: Int?
  var passersby: Int?
  /// All crossings, by line; one that is not there counted none.
  var lines: [String: IntervalResult.LineTally] = [:]
  /// How long customers stayed in each zone on visits that are over, in seconds.
  var stays: [String: [Double]] = [:]

  init(midnight: Int64) { self.midnight = midnight }

  /// Adds up the minutes of a recording that lie in the day.
  /// - Parameter lines: the ids of the lines whose tallies they hold.
  init(_ minutes: [IntervalResult], since midnight: Int64, startMilliseconds: Int64, lines: [String]) {
    self.midnight = midnight
    for minute in minutes where startMilliseconds + minute.end.nanoseconds / 1_000_000 > midnight {
      add(entries: minute.trafficIn, exits: minute.trafficOut, passersby: minute.passersby)
      for (line, tally) in zip(lines, minute.lines ?? []) { add(tally, of: line) }
    }
  }

  mutating func add(_ tally: IntervalResult.LineTally, of line: String) {
    lines[line, default: .init()].entries += tally.entries
    lines[line, default: .init()].exits += tally.exits
  }

  mutating func add(entries: Int?, exits: Int?, passersby: Int?) {
    self.entries = Self.sum(self.entries, entries)
    self.exits = Self.sum(self.exits, exits)
    self.passersby = Self.sum(self.passersby, passersby)
  }

  static func + (a: DayTraffic, b: DayTraffic) -> DayTraffic {
    var sum = a
    sum.add(entries: b.entries, exits: b.exits, passersby: b.passersby)
    for (line, tally) in b.lines { sum.add(tally, of: line) }
    sum.stays.merge(b.stays) { $0 + $1 }
    return sum
  }

  private static func sum(_ a: Int?, _ b: Int?) -> Int? {
    a == nil && b == nil ? nil : (a ?? 0) + (b ?? 0)
  }
}
