import FootfallExport
import FootfallLayout
import FootfallStore

/// Values by day from a database: of each zone the share of visitors who entered it, a series for each zone.
enum StoredDailyValues {
  /// Reads them; `geometry` is a hash for each camera that shows the zone.
  /// - Throws: ``CommandError``, ``SceneError`` or an error of the store.
  static func read(_ source: ExportSource, scene path: String) throws -> DailyValues {
    let scene = try LayoutScene(path: path)
    let clock = try LayoutTrips.clock(of: source, scene)
    var stored = try StoredTrips(source, scene: scene, clock: clock, isByDayOnly: true)
    let tally = try stored.tally()
    let geometries = stored.geometries
    var rows: [DailyValues.Row] = []
    for (number, zone) in tally.plan.zones.enumerated() {
      let views = tally.plan.views(ofZone: number).sorted()
      for (day, share) in tally.visitorsByDay(ofZone: number) {
        let hashes = views.flatMap { geometries[$0][day, default: []].sorted() }
        rows.append(
          DailyValues.Row(
            place: "on \(ClockText.date(days: day))", series: zone.id, layout: "",
            geometry: hashes.joined(separator: " "), value: DayValue(day: day, share: share)))
      }
    }
    return DailyValues(path: source.database.path, rows: rows)
  }
}
