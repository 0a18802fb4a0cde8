internal import FootfallAnalytics
internal import FootfallCore

extension ReportDocument {
  /// How many people were in the store, estimated from the counts at all entrances and the opening hours.
  public struct StorePresence: Codable, Hashable, Sendable {
    /// One interval of the series; all numbers are null where nothing is known.
    public struct Interval: Codable, Hashable, Sendable {
      /// The beginning of the interval, ISO 8601.
      public var start: String
      /// The first instant after it.
      public var end: String
      /// The time-weighted mean of people inside.
      @Nullable public var mean: Double?
      /// The lower end of the mean's interval.
      @Nullable public var low: Double?
      /// The upper end.
      @Nullable public var high: Double?
      /// The most people at once.
      @Nullable public var max: Int?
    }

    /// The probability with which the true mean is within `low` and `high`.
    public var level: Double
    /// The intervals of the cameras' series, in time order without holes.
    public var series: [Interval]

    /// Nil where no camera has an entrance, the hours are not known, or nothing follows from them.
    init?(_ report: AnalysisReport) {
      guard let hours = report.hours else { return nil }
      let doors = report.cameras.filter { $0.result.hasEntrance }
      let flows = doors.map { door in door.minutes.compactMap { StoreFlow($0, clock: door.info.clock) } }
      guard let first = doors.min(by: { $0.startMilliseconds < $1.startMilliseconds }),
        let occupancy = StoreOccupancy(
          cameras: flows, looks: report.looks, hours: hours, timeZone: report.timeZone,
          errors: report.countErrors)
      else { return nil }
      level = occupancy.level
      let clock = first.info.clock
      series = doors.intervals(on: clock).map { range in
        let summary = occupancy.summary(
          of: clock.milliseconds(at: range.lowerBound)..<clock.milliseconds(at: range.upperBound))
        func rounded(_ number: Double?) -> Double? { number.map { Fixed.rounded($0, decimals: 3) } }
        return Interval(
          start: clock.iso8601(at: range.lowerBound), end: clock.iso8601(at: range.upperBound),
          mean: rounded(summary?.mean), low: rounded(summary?.low), high: rounded(summary?.high),
          max: summary?.max)
      }
    }
  }
}

extension AnalysisReport {
  /// How many people were seen at once where a zone covers the store, by minute.
  fileprivate var looks: [Int64: Int] {
    var looks: [Int64: Int] = [:]
    for camera in cameras {
      for (index, zone) in camera.result.scene.zones.enumerated() where zone.coversStore {
        for minute in camera.minutes {
          guard let people = minute.zones[index].mean else { continue }
          looks[camera.info.clock.milliseconds(at: minute.start)] = Int(people.rounded())
        }
      }
    }
    return looks
  }
}

extension CameraResult {
  /// Whether the camera counts people who come and go.
  fileprivate var hasEntrance: Bool { scene.lines.contains { $0.kind == .entrance } }
}

extension CameraRecording {
  fileprivate var startMilliseconds: Int64 { info.clock.startMilliseconds }
}

extension [CameraRecording] {
  /// The intervals of all series, as times on one clock, from the first to the last without holes.
  fileprivate func intervals(on clock: WallClock) -> [Range<MediaTime>] {
    let all: [Range<MediaTime>] = flatMap { recording in
      let shift = recording.startMilliseconds - clock.startMilliseconds
      return recording.result.intervals.map { interval in
        interval.start + .milliseconds(shift)..<interval.end + .milliseconds(shift)
      }
    }
    guard let first = all.min(by: { $0.lowerBound < $1.lowerBound }), let end = all.map(\.upperBound).max()
    else { return [] }
    let length = first.upperBound - first.lowerBound
    let count = Int(((end - first.lowerBound).inSeconds / length.inSeconds).rounded())
    return (0..<count).map { index in
      let start = first.lowerBound + length * index
      return start..<start + length
    }
  }
}
