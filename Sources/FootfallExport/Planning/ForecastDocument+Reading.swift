internal import FootfallCore
public import FootfallPlanning

extension ForecastDocument {
  /// Reads the JSON text of a document.
  /// - Throws: where it is no JSON, a member is missing or of another type, or what it says cannot be: another schema, an
  ///   unknown zone, a time without offset, out of order or given twice, a count below 0 or outside its interval.
  public init(_ bytes: [UInt8]) throws(DocumentError) {
    let wire = try DocumentError.decode(Wire.self, from: bytes, schema: Self.schemaName)
    guard wire.schema == Self.schemaName else {
      throw DocumentError("/schema", "is '\(wire.schema)'; allowed: \(Self.schemaName)")
    }
    guard StoreClock(timeZone: wire.timeZone) != nil else {
      throw DocumentError("/timeZone", "is '\(wire.timeZone)'; allowed: a name like Europe/London")
    }
    guard wire.intervalMinutes > 0, 60 % wire.intervalMinutes == 0 else {
      throw DocumentError(
        "/intervalMinutes", "is \(wire.intervalMinutes); allowed: minutes that divide an hour")
    }
    guard wire.level == 0.8 else { throw DocumentError("/level", "is \(wire.level); allowed: 0.8") }
    var series: [Series] = []
    for (index, one) in wire.series.enumerated() {
      if wire.series[..<index].contains(where: { $0.id == one.id }) {
        throw DocumentError("/series/\(index)/id", "is '\(one.id)' again; allowed: each series once")
      }
      series.append(try one.checked(at: "/series/\(index)", intervalMinutes: wire.intervalMinutes))
    }
    guard series.contains(where: { !$0.points.isEmpty }) else {
      throw DocumentError("/series", "has no points; allowed: at least one")
    }
    self.init(
      timeZone: wire.timeZone, intervalMinutes: wire.intervalMinutes, level: wire.level, series: series)
  }

  /// Demand for staffing, on the clock of the document's zone.
  ///
  /// P50 is the value expected. P80 lies on the way to the upper end of the interval, the 0.9 quantile, as far as in a
  /// normal distribution: 0.8416 of 1.2816 standard deviations (Abramowitz and Stegun, table 26.5). The P80 of several
  /// series are added up, as if they were high together: on the safe side.
  public func demand(_ level: DemandLevel) -> DemandTable {
    let way = 0.841_621_233_572_914 / 1.281_551_565_544_600
    let clock = StoreClock(timeZone: timeZone)
    var arrivals: [String: [Int: Double]] = [:]
    for one in series {
      var counts: [Int: Double] = [:]
      for point in one.points {
        guard let expected = point.expected, let instant = point.start.milliseconds else { continue }
        let local = clock?.time(atMilliseconds: instant).local ?? point.start.local
        let slot = local.milliseconds.flooredQuotient(by: Int64(intervalMinutes) * 60_000)
        counts[Int(slot)] =
          level == .median ? expected.value : expected.value + way * (expected.high - expected.value)
      }
      arrivals[one.id] = counts
    }
    return DemandTable(intervalMinutes: intervalMinutes, arrivals: arrivals)
  }

  /// What is expected of each interval, series after series, as a plan holds it; a series' name is the driver.
  public var volume: [PlanSetting.Volume] {
    series.flatMap { one in
      one.points.compactMap { point -> PlanSetting.Volume? in
        guard let expected = point.expected, let start = point.start.milliseconds else { return nil }
        return PlanSetting.Volume(
          milliseconds: start..<start + Int64(intervalMinutes) * 60_000, driver: one.id,
          value: expected.value, low: expected.low, high: expected.high, level: level)
      }
    }
  }

  /// From the first instant that is forecast to the end of the last interval, in milliseconds since 1970 UTC.
  public var milliseconds: Range<Int64> {
    let starts = series.flatMap(\.points).compactMap(\.start.milliseconds)
    guard let first = starts.min(), let last = starts.max() else { return 0..<0 }
    return first..<last + Int64(intervalMinutes) * 60_000
  }

  fileprivate struct Wire: Decodable {
    var schema: String
    var timeZone: String
    var intervalMinutes: Int
    var level: Double
    var series: [WireSeries]
  }

  fileprivate struct WireSeries: Decodable {
    var id: String
    var points: [WirePoint]
  }

  fileprivate struct WirePoint: Decodable {
    var start: String
    var value: Double?
    var low: Double?
    var high: Double?
  }
}

extension ForecastDocument.WireSeries {
  fileprivate func checked(
    at pointer: String, intervalMinutes: Int
  ) throws(DocumentError) -> ForecastDocument.Series {
    var checked: [ForecastDocument.Point] = []
    for (index, point) in points.enumerated() {
      let place = "\(pointer)/points/\(index)"
      guard let start = WrittenTime(parsing: point.start), let instant = start.milliseconds,
        start.local.milliseconds % (Int64(intervalMinutes) * 60_000) == 0
      else {
        throw DocumentError(
          "\(place)/start",
          "is '\(point.start)'; allowed: a time with offset at a multiple of \(intervalMinutes) min")
      }
      // A wall clock that is set forward tells the same instant twice.
      if let before = checked.last, let last = before.start.milliseconds,
        instant < last || instant == last && start.local.milliseconds <= before.start.local.milliseconds
      {
        throw DocumentError(
          "\(place)/start", "is '\(point.start)'; allowed: after \(before.start.text), the point before")
      }
      checked.append(ForecastDocument.Point(start: start, expected: try point.expected(at: place)))
    }
    return ForecastDocument.Series(id: id, points: checked)
  }
}

extension ForecastDocument.WirePoint {
  /// The most that is believed of an interval.
  private static let greatest = 1e7

  fileprivate func expected(at pointer: String) throws(DocumentError) -> ForecastPoint? {
    guard let value else { return nil }
    guard (0...Self.greatest).contains(value) else {
      throw DocumentError("\(pointer)/value", "is \(value); allowed: 0 to 1e7")
    }
    let low = low ?? value
    let high = high ?? value
    guard (0...value).contains(low) else {
      throw DocumentError("\(pointer)/low", "is \(low); allowed: 0 to value, \(value)")
    }
    guard (value...Self.greatest).contains(high) else {
      throw DocumentError("\(pointer)/high", "is \(high); allowed: value, \(value), to 1e7")
    }
    return ForecastPoint(value: value, low: low, high: high)
  }
}

extension ForecastDocument {
  /// Where a count is missing: a JSON pointer to the value that is null at an instant, or to the series that have no such
  /// point.
  /// - Parameters:
  ///   - instant: in milliseconds since 1970 UTC.
  ///   - names: the series that are asked; nil for all.
  public func pointer(toUnknownAt instant: Int64, series names: [String]?) -> String {
    let length = Int64(intervalMinutes) * 60_000
    for (index, one) in series.enumerated() where names?.contains(one.id) ?? true {
      let place = one.points.firstIndex { point in
        guard let start = point.start.milliseconds else { return false }
        return start <= instant && instant < start + length && point.expected == nil
      }
      if let place { return "/series/\(index)/points/\(place)/value" }
    }
    return "/series"
  }
}
