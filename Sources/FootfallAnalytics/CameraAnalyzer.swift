public import FootfallCore

/// Turns the tracks of one camera into crossings, visits, a heatmap and a series.
///
/// Frames go in one by one in time order; the result comes out at the end. Nothing is allocated per frame after
/// warm-up, and nothing is kept of a person who is gone but what they did.
public struct CameraAnalyzer: Sendable {
  private let scene: CameraScene
  private let size: PixelSize
  private let parameters: AnalyticsParameters
  private var register: PeopleRegister
  private var counters: [LineCounter]
  private var monitors: [ZoneMonitor]
  private var heatmap: HeatmapGrid
  private var floor: FloorMonitor?
  private var series: [IntervalSeries]
  private var occupancy: [OccupancyMeter]
  private var crossings: [Crossing] = []
  /// Crossings by slot of people who are not confirmed yet.
  private var credit: [[Crossing]] = []
  private var people = 0
  /// People in each zone in the frame taken in last, in the order of the scene.
  public private(set) var inZones: [Int]
  /// What was not given out yet by ``takeNotices()``; nil where nobody asks.
  private var notices: [CrossingNotice]?
  /// How many crossings, and visits by zone, were given out by ``takeEvents()``.
  private var told: (crossings: Int, visits: [Int])
  /// The first frame since the recording or a seam began.
  private var beginning: MediaTime?
  private var lastTime: MediaTime?
  private var observed: Duration = .zero
  /// How people who have queued were last seen.
  private var departures: [TrackID: Departure] = [:]
  /// People who work here, as far as they have left the view.
  private var staff: Set<TrackID> = []
  private let uniform: UniformKnowledge?
  /// Those among the staff who wear its uniform.
  private var uniformed: Set<TrackID> = []
  /// What people look like, by slot.
  private var looks: [AppearanceMean] = []
  /// Who came in beside whom; nil without an entrance line.
  private var companions: EntryRecorder?

  /// Creates an analyzer for one camera.
  /// - Parameters:
  ///   - scene: the lines and zones, in pixels.
  ///   - size: the camera's full resolution.
  ///   - series: the series wanted: the length of their intervals and where the first begins, at or before the
  ///     first frame.
  ///   - uniform: how it is known who wears the uniform of the staff; nil where there is none.
  ///   - givesNotice: whether ``takeNotices()`` will be called, after each frame.
  public init(
    scene: CameraScene, size: PixelSize, series: [(interval: Duration, firstBoundary: MediaTime)],
    uniform: UniformKnowledge? = nil, givesNotice: Bool = false,
    parameters: AnalyticsParameters = AnalyticsParameters()
  ) {
    notices = givesNotice ? [] : nil
    self.scene = scene
    self.size = size
    self.uniform = uniform
    self.parameters = parameters
    register = PeopleRegister(memory: parameters.presence.lostPatience + parameters.stampPrecision)
    let counted = scene.extendedBeyondBorder(of: size)
    counters = counted.lines.map { LineCounter(line: $0, among: counted.lines, parameters: parameters) }
    monitors = counted.zones.map {
      ZoneMonitor(zone: $0, staffTime: scene.thresholds.staffTime(of: $0), parameters: parameters)
    }
    heatmap = HeatmapGrid(covering: size, parameters: parameters)
    floor = scene.floor.map { FloorMonitor(map: $0, size: size, parameters: parameters) }
    if scene.lines.contains(where: { $0.kind == .entrance }) {
      companions = EntryRecorder(floor: scene.floor, parameters: parameters)
    }
    self.series = series.map {
      IntervalSeries(
        interval: $0.interval, firstBoundary: $0.firstBoundary, zoneCount: scene.zones.count)
    }
    occupancy = [OccupancyMeter](repeating: OccupancyMeter(), count: scene.zones.count)
    inZones = [Int](repeating: 0, count: scene.zones.count)
    told = (0, inZones)
  }

  /// Takes in the tracks seen in one frame.
  public mutating func observe(_ tracks: [TrackSnapshot], in stamp: FrameStamp) {
    release(at: stamp.time)
    beginning = beginning ?? stamp.time
    observed += stamp.duration
    for zone in inZones.indices { inZones[zone] = 0 }
    var inView = 0
    for snapshot in tracks {
      let isConfirmed = follow(snapshot, at: stamp)
      if isConfirmed {
        inView += 1
        heatmap.add(stamp.duration.inSeconds, at: snapshot.footPoint)
      }
    }
    for index in series.indices { series[index].observe(stamp, inView: inView, inZones: inZones) }
    for zone in occupancy.indices { occupancy[zone].add(inZones[zone], seconds: stamp.duration.inSeconds) }
    lastTime = stamp.time
  }

  /// Takes note of a frame that shows nothing: time goes by of which nothing is known.
  public mutating func pass(_ stamp: FrameStamp) {
    for zone in inZones.indices { inZones[zone] = 0 }
    for index in series.indices {
      series[index].observe(
        FrameStamp(number: stamp.number, time: stamp.time, duration: .zero), inView: 0, inZones: inZones)
    }
  }

  /// Ends everybody's path: after a seam (a cut, a gap between recordings) nobody is who they were.
  public mutating func seam() {
    for slot in register.people.indices where register.people[slot] != nil { leave(slot, reason: .lost) }
    beginning = nil
  }

  /// The events that have become certain since this was last asked, in stream order: crossings that have settled, and
  /// visits that are over.
  public mutating func takeEvents() -> [Event] {
    let visits = monitors.indices.map { Array(monitors[$0].visits.dropFirst(told.visits[$0])) }
    let events = Event.inStreamOrder(crossings: [Array(crossings.dropFirst(told.crossings))], visits: visits)
    told = (crossings.count, monitors.map(\.visits.count))
    return events
  }

  /// What has become known since this was last asked of crossings that have not settled, in stream order.
  public mutating func takeNotices() -> [CrossingNotice] {
    defer { notices?.removeAll(keepingCapacity: true) }
    return notices ?? []
  }

  /// What ``finish()`` would give, were this the end; the recording goes on.
  public func interim() -> (result: CameraResult, series: [[IntervalResult]]) {
    var copy = self
    return copy.finish()
  }

  /// Ends the recording and adds everything up; one series for each that was asked for.
  public mutating func finish() -> (result: CameraResult, series: [[IntervalResult]]) {
    for slot in register.people.indices {
      guard let person = register.people[slot] else { continue }
      leave(slot, reason: person.lastSeen.time == lastTime ? .endOfMedia : .lost)
    }
    let table = CrossingTable(
      crossings, lines: scene.lines, staff: staff, thresholds: scene.thresholds)
    let zones = zip(scene.zones, zip(monitors, occupancy)).map { zone, watch in
      let (monitor, meter) = watch
      return ZoneResult(
        zone: zone,
        visits: monitor.visits.sorted { ($0.enter, $0.track) < ($1.enter, $1.track) },
        occupancy: meter.occupancy, staff: staff, thresholds: scene.thresholds)
    }
    let allSeries = series.map { $0.results(table) }
    let entries = table.entries
    let total = entries.count + table.passersby.count
    let result = CameraResult(
      scene: scene, people: people, staff: staff, uniformed: uniform.map { _ in uniformed },
      lines: table.lines, zones: zones, passersby: table.passersby.count,
      captureRate: table.hasPassersbyLine && total > 0 ? Double(entries.count) / Double(total) : nil,
      heatmap: heatmap, intervals: allSeries.first ?? [],
      transitions: TransitionCounts(zones: scene.zones.map(\.id), visits: zones.map(\.customerVisits)),
      events: Event.inStreamOrder(crossings: table.byLine, visits: zones.map(\.visits)),
      queues: QueueRules(thresholds: scene.thresholds).results(
        zones, departures: departures, observed: observed),
      floor: floor?.result,
      entries: companions.map { EntrySummary(entries, links: $0.links, parameters: parameters) })
    return (result, allSeries)
  }

  /// Moves one person on.
  ///
  /// Returns whether they are confirmed.
  private mutating func follow(_ snapshot: TrackSnapshot, at stamp: FrameStamp) -> Bool {
    let slot: Int
    if let known = register.slot(of: snapshot.track), let person = register.people[known] {
      slot = known
      cross(slot, person, snapshot, at: stamp)
    } else {
      slot = register.enter(snapshot, at: stamp)
      while credit.count <= slot { credit.append([]) }
      while looks.count <= slot { looks.append(AppearanceMean()) }
      looks[slot] = AppearanceMean()
      for index in counters.indices { counters[index].enter(slot: slot, foot: snapshot.footPoint) }
      floor?.enter(slot: slot)
      companions?.enter(slot: slot)
      let mayBeUnderWay = stamp.time - (beginning ?? stamp.time) <= parameters.presence.bridgedGap
      for index in monitors.indices {
        monitors[index].enter(slot: slot, mayBeUnderWay: mayBeUnderWay)
      }
    }
    companions?.see(slot: slot, snapshot, at: stamp)
    if uniform != nil, let appearance = snapshot.appearance { looks[slot].add(appearance) }
    if register.confirm(slot, by: snapshot) { confirm(slot, snapshot.track) }
    guard let person = register.people[slot] else { return false }
    for index in monitors.indices
    where monitors[index].see(slot: slot, person: person, snapshot: snapshot, at: stamp) {
      if snapshot.state == .confirmed { inZones[index] += 1 }
    }
    floor?.see(slot: slot, snapshot: snapshot, at: stamp)
    register.move(slot, to: snapshot, at: stamp)
    return snapshot.state == .confirmed
  }

  private mutating func cross(
    _ slot: Int, _ person: PeopleRegister.Person, _ snapshot: TrackSnapshot, at stamp: FrameStamp
  ) {
    for index in counters.indices {
      let before = notices == nil ? nil : counters[index].provisional(slot: slot)
      let settled = counters[index].step(
        slot: slot, from: (person.foot, person.lastSeen), to: snapshot.footPoint,
        boxHeight: snapshot.box.height, at: stamp)
      if let settled { record(settled, line: index, slot: slot, person) }
      guard notices != nil, person.isConfirmed else { continue }
      let now = counters[index].provisional(slot: slot)
      if let before, before != now, settled == nil {
        tell(.withdrawn(crossing(before, line: index, of: person.track)))
      }
      if let now, now != before {
        tell(.provisional(crossing(now, line: index, of: person.track)))
      }
    }
  }

  private mutating func tell(_ notice: CrossingNotice) { notices?.append(notice) }

  private func crossing(_ settled: LineCounter.Settled, line: Int, of track: TrackID) -> Crossing {
    Crossing(
      track: track, line: scene.lines[line].id, direction: settled.direction, frame: settled.frame,
      time: settled.time)
  }

  private mutating func record(
    _ settled: LineCounter.Settled, line: Int, slot: Int, _ person: PeopleRegister.Person
  ) {
    let crossing = crossing(settled, line: line, of: person.track)
    if scene.lines[line].kind == .entrance, crossing.direction == .in {
      companions?.note(crossing, slot: slot)
    }
    if person.isConfirmed { crossings.append(crossing) } else { credit[slot].append(crossing) }
  }

  private mutating func confirm(_ slot: Int, _ track: TrackID) {
    people += 1
    crossings.append(contentsOf: credit[slot])
    credit[slot].removeAll(keepingCapacity: true)
    for index in counters.indices {
      guard let passing = counters[index].provisional(slot: slot) else { continue }
      tell(.provisional(crossing(passing, line: index, of: track)))
    }
  }

  private mutating func release(at time: MediaTime) {
    for slot in register.people.indices where register.isGone(slot, at: time) { leave(slot, reason: .lost) }
  }

  private mutating func leave(_ slot: Int, reason: Visit.End) {
    guard let person = register.people[slot] else { return }
    for index in counters.indices {
      let before = counters[index].provisional(slot: slot)
      let settled = counters[index].leave(slot: slot, foot: person.foot, boxHeight: person.boxHeight)
      if let settled {
        record(settled, line: index, slot: slot, person)
      } else if let before, person.isConfirmed {
        tell(.withdrawn(crossing(before, line: index, of: person.track)))
      }
    }
    companions?.leave(slot: slot)
    for index in monitors.indices { monitors[index].leave(slot: slot, person: person, reason: reason) }
    let hasQueued = monitors.contains { $0.zone.kind == .queue && $0.hasVisited(slot: slot) }
    if hasQueued || departures[person.track] != nil {
      departures[person.track] = Departure(of: person, size: size, reason: reason)
    }
    floor?.leave(slot: slot, track: person.track, isConfirmed: person.isConfirmed)
    if person.isConfirmed { judge(slot, person.track) }
    credit[slot].removeAll(keepingCapacity: true)
    register.leave(slot)
  }

  /// Tells whether somebody works here, now that all of them has been seen.
  private mutating func judge(_ slot: Int, _ track: TrackID) {
    if let uniform, uniform.isWorn(by: track, looks[slot]) { uniformed.insert(track) }
    if uniformed.contains(track) || monitors.contains(where: { $0.hasSeenStaff(slot: slot) }) {
      staff.insert(track)
    }
  }
}
