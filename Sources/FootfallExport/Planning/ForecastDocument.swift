internal import FootfallCore
public import FootfallPlanning

/// The content of `footfall.forecast/1`: what is expected of each interval of each series.
public struct ForecastDocument: Hashable, Sendable {
  /// The name and version of this form.
  public static let schemaName = "footfall.forecast/1"

  /// One interval of a series.
  public struct Point: Hashable, Sendable {
    /// When it begins, with offset.
    public var start: WrittenTime
    /// What is expected; nil where nothing is known.
    public var expected: ForecastPoint?
  }

  /// What is expected of one series.
  public struct Series: Hashable, Sendable {
    /// Its name.
    public var id: String
    /// In order of time.
    public var points: [Point]
  }

  /// The zone of the times.
  public let timeZone: String
  /// The length of an interval, in minutes.
  public let intervalMinutes: Int
  /// The share of counts that `low` to `high` is to hold.
  public let level: Double
  /// The series, in the order of the input.
  public let series: [Series]

  /// Writes down forecasts.
  /// - Parameters:
  ///   - forecasts: all from the slot `origin` on.
  ///   - starts: from ``CountClock/starts(of:intervalMinutes:)``.
  public init(
    _ forecasts: [SeriesForecast], origin: Int, starts: [WrittenTime], timeZone: String, intervalMinutes: Int,
    level: Double
  ) {
    self.init(
      timeZone: timeZone, intervalMinutes: intervalMinutes, level: level,
      series: forecasts.map { forecast in
        Series(
          id: forecast.id,
          points: starts.map { start in
            let slot = Int(start.local.milliseconds.flooredQuotient(by: Int64(intervalMinutes) * 60_000))
            let index = slot - origin
            return Point(
              start: start,
              expected: forecast.points.indices.contains(index) ? forecast.points[index] : nil)
          })
      })
  }

  init(timeZone: String, intervalMinutes: Int, level: Double, series: [Series]) {
    self.timeZone = timeZone
    self.intervalMinutes = intervalMinutes
    self.level = level
    self.series = series
  }

  /// The document as JSON, one point a line, counts with three decimals.
  public func json() -> [UInt8] {
    var text = TextBuffer(capacity: 65_536)
    text.append(literal: "{\n  \"schema\": ")
    text.append(json: Self.schemaName)
    text.append(literal: ",\n  \"timeZone\": ")
    text.append(json: timeZone)
    text.append(literal: ",\n  \"intervalMinutes\": ")
    text.append(intervalMinutes)
    text.append(literal: ",\n  \"level\": ")
    text.append(level, decimals: 2)
    text.append(literal: ",\n  \"series\": [")
    for (index, one) in series.enumerated() {
      text.append(literal: index == 0 ? "\n    {\"id\": " : ",\n    {\"id\": ")
      text.append(json: one.id)
      text.append(literal: ", \"points\": [")
      for (place, point) in one.points.enumerated() {
        text.append(literal: place == 0 ? "\n      " : ",\n      ")
        text.append(point)
      }
      text.append(literal: "\n    ]}")
    }
    text.append(literal: series.isEmpty ? "]\n}\n" : "\n  ]\n}\n")
    return text.bytes
  }

  /// The document as CSV: `start,series,value,low,high`; what is not known is empty.
  public func csv() -> [UInt8] {
    var writer = CSVWriter(header: ["start", "series", "value", "low", "high"])
    for one in series {
      for point in one.points {
        writer.add(text: point.start.text)
        writer.add(text: one.id)
        writer.add(point.expected?.value, decimals: 3)
        writer.add(point.expected?.low, decimals: 3)
        writer.add(point.expected?.high, decimals: 3)
        writer.endRow()
      }
    }
    return writer.bytes
  }
}

extension TextBuffer {
  fileprivate mutating func append(_ point: ForecastDocument.Point) {
    append(literal: "{\"start\": \"")
    append(point.start.text)
    append(literal: "\", \"value\": ")
    append(nullable: point.expected?.value)
    append(literal: ", \"low\": ")
    append(nullable: point.expected?.low)
    append(literal: ", \"high\": ")
    append(nullable: point.expected?.high)
    append(literal: "}")
  }

  private mutating func append(nullable number: Double?) {
    if let number { append(number, decimals: 3) } else { append(literal: "null") }
  }
}
