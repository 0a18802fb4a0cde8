/// Traffic by interval and camera for staffing planners, schema `footfall.traffic/1`.
public struct TrafficFeed: Sendable {
  /// Of whom occupancy tells.
  public enum Presence: Sendable {
    /// The people in the view of each camera.
    case inView
    /// The people in the store at cameras with an entrance line; nil where nothing is known of them.
    case inStore(StoreOccupancy?)
  }

  /// The intervals, ordered by start, then by camera: every camera has every interval, seen or not.
  public let series: [TrafficInterval]
  private let header: FeedHeader
  private let minutes: Int

  /// Adds minutes up to intervals.
  /// - Parameters:
  ///   - header: whose feed it is.
  ///   - cameras: the ids of the cameras, in order; minutes of others are left out.
  ///   - intervals: the division of time.
  ///   - boundaries: from ``LocalIntervals/boundaries(covering:limit:)``.
  ///   - counts: in any order; those outside the boundaries are left out.
  ///   - presence: of whom occupancy tells.
  public init(
    header: FeedHeader, cameras: [String], intervals: LocalIntervals, boundaries: [Int64],
    counts: some Sequence<TrafficMinute>, presence: Presence = .inView
  ) {
    self.header = header
    minutes = intervals.minutes
    var series = zip(boundaries, boundaries.dropFirst()).flatMap { start, end in
      cameras.map { TrafficInterval(camera: $0, startMilliseconds: start, endMilliseconds: end) }
    }
    let places = Dictionary(uniqueKeysWithValues: cameras.enumerated().map { ($1, $0) })
    for minute in counts {
      guard let place = places[minute.camera], let last = boundaries.last,
        minute.startMilliseconds < last, let index = boundaries.lastIndex(upTo: minute.startMilliseconds)
      else { continue }
      series[index * cameras.count + place].add(minute)
    }
    if case .inStore(let occupancy) = presence {
      for index in series.indices where series[index].trafficIn != nil {
        series[index].show(occupancy)
      }
    }
    self.series = series
  }

  /// The feed as JSON, one interval a line, keys in the order of the schema.
  public func json() -> [UInt8] {
    var document = FeedDocument(schema: "footfall.traffic/1", header: header)
    document.add("intervalMinutes", minutes)
    document.add("series", series) { interval, row in
      row.add("start", milliseconds: interval.startMilliseconds)
      row.add("end", milliseconds: interval.endMilliseconds)
      row.add("camera", interval.camera)
      row.add("coverage", interval.coverage, decimals: 4)
      row.add("trafficIn", interval.trafficIn)
      row.add("trafficOut", interval.trafficOut)
      row.add("passersby", interval.passersby)
      row.add("captureRate", interval.captureRate, decimals: 4)
      row.add("occupancyMean", interval.occupancyMean, decimals: 4)
      row.add("occupancyMax", interval.occupancyMax)
      row.add("turnInRatio", interval.turnInRatio, decimals: 4)
      row.add("entriesPerHour", interval.entriesPerHour, decimals: 4)
    }
    return document.finished()
  }

  /// The feed as CSV with a header row; a gap is an empty cell.
  public func csv() -> [UInt8] {
    var writer = CSVWriter(header: [
      "start", "end", "camera", "coverage", "trafficIn", "trafficOut", "passersby", "captureRate",
      "occupancyMean", "occupancyMax", "turnInRatio", "entriesPerHour",
    ])
    for interval in series {
      writer.add(text: header.time(interval.startMilliseconds))
      writer.add(text: header.time(interval.endMilliseconds))
      writer.add(text: interval.camera)
      writer.add(interval.coverage, decimals: 4)
      writer.add(interval.trafficIn)
      writer.add(interval.trafficOut)
      writer.add(interval.passersby)
      writer.add(interval.captureRate, decimals: 4)
      writer.add(interval.occupancyMean, decimals: 4)
      writer.add(interval.occupancyMax)
      writer.add(interval.turnInRatio, decimals: 4)
      writer.add(interval.entriesPerHour, decimals: 4)
      writer.endRow()
    }
    return writer.bytes
  }
}

extension [Int64] {
  /// The index of the last element that is at most `value`, in an array in increasing order.
  fileprivate func lastIndex(upTo value: Int64) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}
