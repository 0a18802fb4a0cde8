import FootfallCore
import FootfallExport
import FootfallLayout
import FootfallStore

/// The trips of a period, added up.
struct LayoutTrips {
  let store: String
  let clock: StoreClock
  let tally: TripTally
  /// How crowded the floor of each view was; empty where positions are not known.
  let densities: [Int: DensityMeter]
  /// Whether they are known to be of a made-up store.
  let isSimulated: Bool
  private let hours: OpeningHours?
  private let wantedDays: ClosedRange<Int>

  /// Adds up the tracks of a file.
  /// - Parameters:
  ///   - start: when second 0 was, as the user wrote it.
  ///   - gap: a longer time between two positions breaks a track.
  /// - Throws: ``CommandError`` or ``SceneError``.
  init(
    tracks path: String, scene: String, start: String?, gap: Duration?, from: String?, to: String?
  ) throws {
    let scene = try LayoutScene(path: scene)
    let plan = try scene.floorPlan()
    guard let clock = StoreClock(timeZone: scene.file.timeZoneName) else {
      throw CommandError.unknownTimeZone(scene.file.timeZoneName)
    }
    if start == nil { Warning.print("--start is not given; days are counted from 1970-01-01") }
    let origin = try Self.instant("--start", start ?? "1970-01-01", clock)
    let wanted = try Self.seconds(from: from, to: to, origin: origin, clock)
    let gapSeconds = gap?.inSeconds ?? TripFloor.usualGapSeconds
    let box = TallyBox(TripTally(plan))
    var assembler = TrackAssembler(
      TripFloor(plan, gapSeconds: gapSeconds),
      day: { Int(clock.time(atMilliseconds: origin + Int64($0 * 1000)).local.days) },
      { _, trip in box.tally.add(trip) })
    let rows = try TracksFile.read(path, seconds: wanted, into: &assembler)
    guard rows > 0 else {
      throw CommandError("cannot read the tracks: \(path) has no rows in the time wanted", .badData)
    }
    self.init(
      scene, store: scene.file.store, clock, box.tally, densities: [0: assembler.density],
      isSimulated: scene.file.store == SimulatedDatabase.store)
  }

  /// Adds up the visits of a database.
  /// - Throws: ``CommandError``, ``SceneError`` or an error of the store.
  init(source: ExportSource, scene: String) throws {
    let scene = try LayoutScene(path: scene)
    let clock = try Self.clock(of: source, scene)
    var stored = try StoredTrips(source, scene: scene, clock: clock)
    let tally = try stored.tally()
    self.init(
      scene, store: source.summary.id, clock, tally, densities: stored.densities,
      isSimulated: source.summary.isSimulated)
  }

  /// The clock of the store in a database that a scene file is of.
  /// - Throws: ``CommandError``.
  static func clock(of source: ExportSource, _ scene: LayoutScene) throws -> StoreClock {
    guard scene.file.store == source.summary.id else {
      throw CommandError(
        "\(scene.file.path): store is '\(scene.file.store)'; the database holds \(source.summary.id)",
        .badData)
    }
    guard let clock = StoreClock(timeZone: source.summary.timeZone) else {
      throw CommandError.unknownTimeZone(source.summary.timeZone)
    }
    return clock
  }

  private init(
    _ scene: LayoutScene, store: String, _ clock: StoreClock, _ tally: TripTally,
    densities: [Int: DensityMeter], isSimulated: Bool
  ) {
    self.store = store
    self.isSimulated = isSimulated
    self.clock = clock
    self.tally = tally
    self.densities = densities
    hours = scene.file.hours
    wantedDays = tally.dayRange ?? 0...0
  }

  /// Whether a day, since 1970-01-01, is in the period from the first day with trips to the last.
  func isWanted(_ day: Int) -> Bool { wantedDays.contains(day) }

  /// How long the store is open on a day, in hours; nil where the scene does not say it.
  var openHours: ((_ day: Int) -> Double)? {
    guard let hours else { return nil }
    let byWeekday = (0..<7).map { weekday in
      Double((0..<1440).count { hours.isOpen(atMinute: weekday * 1440 + $0) }) / 60
    }
    return { day in byWeekday[CivilTime(milliseconds: Int64(day) * CivilTime.millisecondsPerDay).weekday] }
  }

  private static func instant(_ option: String, _ text: String, _ clock: StoreClock) throws -> Int64 {
    guard let time = WrittenTime(parsing: text) else {
      throw CommandError(
        "\(option) is \(text); a time is written as 2026-03-02, 2026-03-02T09:00 or 2026-03-02T09:00:00+01:00",
        .usage)
    }
    return time.milliseconds ?? clock.milliseconds(at: time.local)
  }

  private static func seconds(
    from: String?, to: String?, origin: Int64, _ clock: StoreClock
  ) throws -> Range<Double> {
    func seconds(_ option: String, _ text: String?) throws -> Double? {
      try text.map { Double(try instant(option, $0, clock) - origin) / 1000 }
    }
    let (low, high) = try (seconds("--from", from) ?? -.infinity, seconds("--to", to) ?? .infinity)
    guard low < high else {
      throw CommandError("--to is \(to ?? "") and not after --from \(from ?? ""); it must be later", .usage)
    }
    return low..<high
  }
}

/// A tally that a closure adds to.
private final class TallyBox {
  var tally: TripTally

  init(_ tally: TripTally) { self.tally = tally }
}
