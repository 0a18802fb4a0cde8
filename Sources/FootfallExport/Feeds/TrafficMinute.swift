public import FootfallAnalytics

/// What was counted at one camera in one minute, as the store keeps it.
public struct TrafficMinute: Hashable, Sendable {
  /// The id of the camera.
  public var camera: String
  /// The beginning of the minute, in milliseconds since 1970 UTC.
  public var startMilliseconds: Int64
  /// How much of it was seen.
  public var observed: Duration
  /// People in over entrance lines; nil without an entrance line.
  public var trafficIn: Int?
  /// People out over entrance lines; nil without an entrance line.
  public var trafficOut: Int?
  /// People who passed by and did not enter; nil without a passers-by line.
  public var passersby: Int?
  /// People in the camera's view.
  public var occupancy: Occupancy

  /// Creates a minute.
  public init(
    camera: String, startMilliseconds: Int64, observed: Duration, trafficIn: Int?, trafficOut: Int?,
    passersby: Int?, occupancy: Occupancy
  ) {
    self.camera = camera
    self.startMilliseconds = startMilliseconds
    self.observed = observed
    self.trafficIn = trafficIn
    self.trafficOut = trafficOut
    self.passersby = passersby
    self.occupancy = occupancy
  }
}
