internal import FootfallAnalytics
internal import FootfallCore
internal import Foundation
internal import GRDB

extension RunWriter {
  func writeEvents(_ run: RunRecord, number: Int64, camera: Int64) throws {
    let first = try next("SELECT max(ordinal) FROM runEvent WHERE run = ?", [number])
    for (ordinal, event) in zip(first..., run.result.events) {
      if ordinal % 1024 == 0 { try checkpoint() }
      let id = EventID(
        of: event, store: run.recording.store, camera: run.recording.camera,
        startMilliseconds: run.recording.startMilliseconds
      ).description
      let row = EventRow(event)
      try execute(
        """
        INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
        """,
        [
          id, camera, row.type, row.place, event.track.number, event.frame, event.time.nanoseconds,
          run.recording.milliseconds(of: event.time), row.direction, row.enterFrame, row.enterNanoseconds,
          row.insideNanoseconds, row.ending,
        ])
      if isLive, database.changesCount > 0 { try EventStore.announce(id, in: database) }
      try execute("INSERT INTO runEvent VALUES (?, ?, ?)", [number, ordinal, id])
    }
  }

  func writeVisits(_ visits: [Visit], of run: RunRecord, number: Int64) throws {
    let first = try next("SELECT max(ordinal) FROM visit WHERE run = ?", [number])
    for (ordinal, visit) in zip(first..., visits) {
      try execute(
        "INSERT INTO visit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          number, ordinal, visit.zone, visit.track.number, visit.enterFrame, visit.exitFrame,
          visit.enter.nanoseconds, visit.exit.nanoseconds, visit.inside.wholeNanoseconds,
          run.recording.milliseconds(of: visit.enter), run.recording.milliseconds(of: visit.exit),
          visit.end.rawValue, visit.wasUnderWay, run.result.staff.contains(visit.track),
        ])
    }
  }

  func writeUniformed(_ run: RunRecord, number: Int64) throws {
    for track in run.result.uniformed ?? [] {
      try execute("INSERT INTO uniformed VALUES (?, ?) ON CONFLICT DO NOTHING", [number, track.number])
    }
  }

  func writeTracks(_ chunks: [TrackLogChunk], number: Int64) throws {
    for chunk in chunks {
      try execute(
        "INSERT OR REPLACE INTO trackChunk VALUES (?, ?, ?, ?)",
        [number, chunk.firstFrame, chunk.lastFrame, Data(chunk.bytes)])
    }
  }

  func writeMinutes(_ run: RunRecord, number: Int64) throws {
    let scene = run.result.scene
    for minute in run.minutes where minute.observed > .zero {
      let start = run.recording.milliseconds(of: minute.start)
      precondition(minute.end - minute.start == .seconds(60), "the store's series has intervals of a minute")
      try execute(
        "INSERT OR REPLACE INTO minute VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
          number, start, minute.observed.wholeNanoseconds, minute.trafficIn, minute.trafficOut,
          minute.passersby, minute.occupancy.mean, minute.occupancy.max,
        ])
      for (line, tally) in zip(scene.lines, minute.lines ?? []) where tally != .init() {
        try execute(
          "INSERT OR REPLACE INTO lineMinute VALUES (?, ?, ?, ?, ?)",
          [number, start, line.id, tally.entries, tally.exits])
      }
      for (zone, occupancy) in zip(scene.zones, minute.zones) {
        guard let mean = occupancy.mean, let max = occupancy.max, max > 0 else { continue }
        try execute(
          "INSERT OR REPLACE INTO zoneMinute VALUES (?, ?, ?, ?, ?)", [number, start, zone.id, mean, max])
      }
    }
  }

  /// The number after the greatest; 0 where there is none.
  private func next(_ sql: String, _ arguments: StatementArguments) throws -> Int {
    try (Int.fetchOne(database, sql: sql, arguments: arguments) ?? -1) + 1
  }
}
