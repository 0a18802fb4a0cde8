internal import FootfallCore

/// Follows people on the floor plan: how long they stand where, how far and how fast they walk.
struct FloorMonitor: Sendable {
  private let map: FloorMap
  private let size: PixelSize
  private let parameters: AnalyticsParameters
  private var heatmap: FloorHeatmap
  /// By slot.
  private var meters: [WalkMeter] = []
  private var walks: [PersonWalk] = []

  init(map: FloorMap, size: PixelSize, parameters: AnalyticsParameters) {
    self.map = map
    self.size = size
    self.parameters = parameters
    heatmap = FloorHeatmap(cells: FloorCells(seenIn: size, through: map))
  }

  /// Begins to measure a person.
  mutating func enter(slot: Int) {
    while meters.count <= slot { meters.append(WalkMeter(parameters: parameters)) }
    meters[slot].begin()
  }

  /// Takes in where a person is; what they do before they are confirmed belongs to their way alone.
  mutating func see(slot: Int, snapshot: TrackSnapshot, at stamp: FrameStamp) {
    let foot = snapshot.footPoint
    let floor = map.floorPoint(of: foot)
    if snapshot.state == .confirmed { heatmap.add(stamp.duration.inSeconds, at: floor) }
    let jitter = Point(0, snapshot.box.height * parameters.settleHeights)
    guard let floor, FloorCells.showsFeet(at: foot, in: size),
      let further = map.floorPoint(of: foot - jitter)
    else { return }
    meters[slot].see(floor, noise: (further - floor).length, at: stamp.time)
  }

  /// Ends the way of a person.
  mutating func leave(slot: Int, track: TrackID, isConfirmed: Bool) {
    if isConfirmed { walks.append(meters[slot].walk(of: track)) }
  }

  /// What was measured; ways are ordered by track.
  var result: FloorResult {
    FloorResult(map: map, heatmap: heatmap, walks: walks.sorted { $0.track < $1.track })
  }
}
