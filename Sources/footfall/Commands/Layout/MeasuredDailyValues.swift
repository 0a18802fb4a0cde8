import FootfallExport
import FootfallLayout
import FootfallStore

/// Values by day of what was measured: of each zone the share of visitors who entered it, a series for each zone.
enum MeasuredDailyValues {
  /// Reads them from a database; `geometry` is a hash for each camera that shows the zone.
  /// - Throws: ``CommandError``, ``SceneError`` or an error of the store.
  static func read(_ source: ExportSource, scene path: String) throws -> DailyValues {
    let scene = try LayoutScene(path: path)
    let clock = try LayoutTrips.clock(of: source, scene)
    var stored = try StoredTrips(source, scene: scene, clock: clock, isByDayOnly: true)
    let tally = try stored.tally()
    let geometries = stored.geometries
    let rows = rows(tally) { zone, day in
      let views = tally.plan.views(ofZone: zone).sorted()
      return views.flatMap { geometries[$0][day, default: []].sorted() }.joined(separator: " ")
    }
    return DailyValues(path: source.database.path, rows: rows, isSimulated: source.summary.isSimulated)
  }

  /// Reads them from a file of tracks, which does not tell what cameras saw: `geometry` is empty.
  /// - Parameter start: when second 0 was, as the user wrote it.
  /// - Throws: ``CommandError`` or ``SceneError``.
  static func read(tracks path: String, scene: String, start: String?) throws -> DailyValues {
    let trips = try LayoutTrips(tracks: path, scene: scene, start: start, gap: nil, from: nil, to: nil)
    return DailyValues(path: path, rows: rows(trips.tally) { _, _ in "" }, isSimulated: trips.isSimulated)
  }

  private static func rows(
    _ tally: TripTally, geometry: (_ zone: Int, _ day: Int) -> String
  ) -> [DailyValues.Row] {
    tally.plan.zones.enumerated().flatMap { number, zone in
      tally.visitorsByDay(ofZone: number).map { day, share in
        DailyValues.Row(
          place: "on \(ClockText.date(days: day))", series: zone.id, layout: "",
          geometry: geometry(number, day), value: DayValue(day: day, share: share))
      }
    }
  }
}
