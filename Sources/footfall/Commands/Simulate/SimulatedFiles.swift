import FootfallCore
import FootfallExport
import FootfallLayout
import FootfallPipeline
import Foundation

/// Writes a made-up store and its people as the files that other commands read.
struct SimulatedFiles {
  /// A change of the store.
  struct Change {
    /// From the first day on, from 0.
    let day: Int
    let zone: Int
    let factor: Double
    let store: StoreModel
  }

  let folder: OutputFolder
  let store: StoreModel
  let changed: Change?
  let settings: StoreSimulation.Settings
  let firstDay: Int
  let days: Int
  let seed: UInt64
  /// Seconds between positions; 0 for no tracks.
  let every: Double
  let cameras: [SimulatedCamera]
  /// Whether a database is written, too.
  let hasDatabase: Bool
  /// How long the film of the first day is, in seconds; nil for none.
  let clipSeconds: Int?

  /// Writes all files, or none.
  func write() throws {
    var simulation = StoreSimulation(settings, seed: seed)
    var counts = SimulatedTruth.Counts(zones: store.zones.count)
    let tracks = every > 0 ? try folder.stream(named: "simulated-tracks.csv") : nil
    let sales = try folder.stream(named: "simulated-sales.csv")
    try tracks?.append { $0.append("id,seconds,xMetres,yMetres,staff\n") }
    try sales.append { $0.append("receipt,time,zone,units,amount\n") }
    var film: OverheadClip.Truth?
    let database = try hasDatabase ? database() : nil
    var rows = "day,series,count,of,simulated\n"
    for day in 0..<days {
      if Interrupt.flag.isCancelled { throw CommandError("interrupted", .interrupted) }
      let model = changed.flatMap { day >= $0.day ? $0.store : nil } ?? store
      let visits = simulation.visits(to: model, on: firstDay + day)
      for visit in visits {
        let id = counts.add(visit)
        if let tracks { try write(visit, id: id, day: day, to: tracks) }
        if visit.stops.contains(where: { $0.units > 0 }) {
          try write(visit, receipt: id, day: day, to: sales)
        }
      }
      if day == 0, let clipSeconds { film = try clip(of: visits, seconds: clipSeconds) }
      try database?.record(visits, from: settings.open.lowerBound, day: firstDay + day)
      rows += dayRows(visits.filter { !$0.isStaff }, day: day)
    }
    try database?.close()
    try folder.write([UInt8](rows.utf8), named: "simulated-days.csv")
    try folder.write([UInt8](scene.utf8), named: "simulated-scene.yaml")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let truth = SimulatedTruth(self, counts: counts, clip: film)
    try folder.write([UInt8](try encoder.encode(truth)) + [UInt8(ascii: "\n")], named: "simulated-truth.json")
    try folder.publish()
  }

  /// Films from the opening on, through the camera at the door.
  private func clip(of visits: [SimulatedVisit], seconds: Int) throws -> OverheadClip.Truth {
    let opening = settings.open.lowerBound
    let clip = OverheadClip(camera: cameras[0], begin: opening, seconds: seconds)
    try clip.write(visits, to: folder)
    let start = WrittenTime(
      local: CivilTime(
        milliseconds: Int64(firstDay) * CivilTime.millisecondsPerDay + Int64(opening * 1000)),
      offsetMilliseconds: nil)
    return clip.truth(visits, zones: store.zones.count, start: start.text)
  }

  private func database() throws -> SimulatedDatabase {
    try SimulatedDatabase(path: folder.stagedPath(named: "simulated.db"), cameras: cameras, seed: seed)
  }

  private func write(_ visit: SimulatedVisit, id: Int, day: Int, to file: OutputStreamFile) throws {
    try file.append { text in
      visit.positions(every: every) { second, place in
        text.append("sim-")
        text.append(id)
        text.append(",")
        text.append(Double(day) * 86_400 + second, decimals: 1)
        text.append(",")
        text.append(place.x, decimals: 2)
        text.append(",")
        text.append(place.y, decimals: 2)
        text.append(visit.isStaff ? ",1\n" : ",0\n")
      }
    }
  }

  private func write(_ visit: SimulatedVisit, receipt: Int, day: Int, to file: OutputStreamFile) throws {
    let time = WrittenTime(
      local: CivilTime(
        milliseconds: Int64(firstDay + day) * CivilTime.millisecondsPerDay + Int64(visit.end * 1000)),
      offsetMilliseconds: nil
    ).text
    try file.append { text in
      for stop in visit.stops where stop.units > 0 {
        let zone = store.zones[stop.zone]
        text.append("sim-\(receipt),\(time),\(zone.id),\(stop.units),")
        text.append(Double(stop.units) * zone.price, decimals: 2)
        text.append("\n")
      }
    }
  }

  private func dayRows(_ visitors: [SimulatedVisit], day: Int) -> String {
    store.zones.enumerated().map { index, zone in
      let count = visitors.count { $0.stops.contains { $0.zone == index } }
      return "\(ClockText.date(days: firstDay + day)),\(zone.id),\(count),\(visitors.count),1\n"
    }.joined()
  }

  /// The scene file of the store.
  private var scene: String {
    let zones = store.zones.indices.map { zone in
      let corners = store.corners(ofZone: zone).map(\.written).joined(separator: ", ")
      return "    - {id: \(store.zones[zone].id), kind: display, polygon: [\(corners)]}"
    }
    let scenes = Dictionary(grouping: store.zones, by: \.scene).sorted { $0.key < $1.key }
      .filter { $0.value.count > 1 }
      .map { "  - {id: scene-\($0.key + 1), zones: [\($0.value.map(\.id).joined(separator: ", "))]}" }
    let length = store.length
    let list = scenes.isEmpty ? [] : ["scenes:"] + scenes
    return """
      # Simulated: this store and its people are made up by footfall simulate.
      version: 1
      timezone: UTC
      store: \(SimulatedDatabase.store)
      cameras:
      \(cameras.map(\.lines).joined())floorPlan:
        outline: [[-1, 0], [\(length), 0], [\(length), 9], [-1, 9]]
        entrances:
          - {id: door, from: [0, 3.5], to: [0, 5.5]}
        zones:
      \((zones + list).joined(separator: "\n"))

      """
  }
}
