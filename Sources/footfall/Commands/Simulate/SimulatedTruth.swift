import FootfallExport
import FootfallLayout

/// What a made-up store was made by, and what came of it: schema `footfall.simulation/1`.
struct SimulatedTruth: Encodable {
  let schema = "footfall.simulation/1"
  /// Always true: nothing in these files was seen.
  let simulated = true
  let seed: UInt64
  let start: String
  let days: Int
  let visitorsPerDay: Double
  let groupShare: Double
  let staff: Int
  let zones: [Zone]
  /// From the door and from each zone, to each zone and out.
  let transitions: [[Double]]
  let change: Change?
  let counts: Counts
  /// Of the film; left out without one.
  let clip: OverheadClip.Truth?

  struct Zone: Encodable {
    let id: String
    let draw: Double
    let meanDwellSeconds: Double
    let purchaseShare: Double
    let scene: String
  }

  struct Change: Encodable {
    let date: String
    let zone: String
    let factor: Double
    let drawAfter: Double
    let transitionsAfter: [[Double]]
  }

  /// What came of it.
  struct Counts: Encodable {
    private(set) var people = 0
    private(set) var visitors = 0
    private(set) var companions = 0
    private(set) var staff = 0
    private(set) var receipts = 0
    /// By zone: visitors who came there.
    private(set) var visitorsOfZone: [Int]

    init(zones: Int) { visitorsOfZone = [Int](repeating: 0, count: zones) }

    /// Counts somebody.
    /// - Returns: their number, from 1.
    mutating func add(_ visit: SimulatedVisit) -> Int {
      people += 1
      if visit.isStaff {
        staff += 1
        return people
      }
      visitors += 1
      if visit.isCompanion { companions += 1 }
      if visit.stops.contains(where: { $0.units > 0 }) { receipts += 1 }
      for zone in Set(visit.stops.map(\.zone)) { visitorsOfZone[zone] += 1 }
      return people
    }
  }

  init(_ files: SimulatedFiles, counts: Counts, clip: OverheadClip.Truth?) {
    let store = files.store
    seed = files.seed
    start = ClockText.date(days: files.firstDay)
    days = files.days
    visitorsPerDay = files.settings.visitorsPerDay
    groupShare = files.settings.groupShare
    staff = files.settings.staff
    zones = store.zones.enumerated().map { index, zone in
      Zone(
        id: zone.id, draw: store.draw(ofZone: index), meanDwellSeconds: zone.meanDwellSeconds,
        purchaseShare: zone.purchaseShare, scene: "scene-\(zone.scene + 1)")
    }
    transitions = store.transitions
    change = files.changed.map { change in
      Change(
        date: ClockText.date(days: files.firstDay + change.day), zone: store.zones[change.zone].id,
        factor: change.factor, drawAfter: change.store.draw(ofZone: change.zone),
        transitionsAfter: change.store.transitions)
    }
    self.counts = counts
    self.clip = clip
  }
}
