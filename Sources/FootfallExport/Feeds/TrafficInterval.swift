internal import FootfallAnalytics
internal import FootfallCore

/// What was counted at one camera in one interval of the feed; every count is nil where nothing was seen.
public struct TrafficInterval: Hashable, Sendable {
  /// The id of the camera.
  public var camera: String
  /// The beginning of the interval, in milliseconds since 1970 UTC.
  public var startMilliseconds: Int64
  /// The end of the interval.
  public var endMilliseconds: Int64
  /// How much of it was seen, in seconds.
  public private(set) var observedSeconds = 0.0
  /// People in over entrance lines; nil in a gap or without an entrance line.
  public private(set) var trafficIn: Int?
  /// People out over entrance lines; as `trafficIn`.
  public private(set) var trafficOut: Int?
  /// People who passed by and did not enter; nil in a gap or without a passers-by line.
  public private(set) var passersby: Int?
  /// The largest number of people at once, in view or in the store; nil in a gap.
  public private(set) var occupancyMax: Int?
  /// The time-weighted mean of people, in view or in the store; nil in a gap.
  public private(set) var occupancyMean: Double?
  private var personSeconds = 0.0
  private var occupiedSeconds = 0.0

  /// Creates an interval of which nothing has been seen yet.
  public init(camera: String, startMilliseconds: Int64, endMilliseconds: Int64) {
    self.camera = camera
    self.startMilliseconds = startMilliseconds
    self.endMilliseconds = endMilliseconds
  }

  /// The share of the interval that was seen, 0 to 1.
  public var coverage: Double {
    min(1, observedSeconds / (Double(endMilliseconds - startMilliseconds) / 1000))
  }

  /// trafficIn / (trafficIn + passersby); nil where either is nil or nobody came.
  public var captureRate: Double? {
    guard let trafficIn, let passersby, trafficIn + passersby > 0 else { return nil }
    return Double(trafficIn) / Double(trafficIn + passersby)
  }

  /// trafficIn / passersby, as some publish it; nil where either is nil or nobody passed by.
  public var turnInRatio: Double? {
    guard let trafficIn, let passersby, passersby > 0 else { return nil }
    return Double(trafficIn) / Double(passersby)
  }

  /// People in by the hour that was seen; nil where trafficIn is.
  public var entriesPerHour: Double? { trafficIn.map { Double($0) / (observedSeconds / 3600) } }

  /// Adds a minute that begins in the interval.
  public mutating func add(_ minute: TrafficMinute) {
    let seconds = minute.observed.inSeconds
    guard seconds > 0 else { return }
    observedSeconds += seconds
    trafficIn = TrafficInterval.sum(trafficIn, minute.trafficIn)
    trafficOut = TrafficInterval.sum(trafficOut, minute.trafficOut)
    passersby = TrafficInterval.sum(passersby, minute.passersby)
    if let mean = minute.occupancy.mean {
      personSeconds += mean * seconds
      occupiedSeconds += seconds
      occupancyMean = personSeconds / occupiedSeconds
    }
    occupancyMax = [occupancyMax, minute.occupancy.max].compactMap { $0 }.max()
  }

  /// Shows the people in the store in place of those in view.
  mutating func show(_ occupancy: StoreOccupancy?) {
    let summary = occupancy?.summary(of: startMilliseconds..<endMilliseconds)
    occupancyMean = summary?.mean
    occupancyMax = summary?.max
  }

  private static func sum(_ a: Int?, _ b: Int?) -> Int? {
    a == nil && b == nil ? nil : (a ?? 0) + (b ?? 0)
  }
}
