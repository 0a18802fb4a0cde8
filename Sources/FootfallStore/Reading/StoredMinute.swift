public import FootfallAnalytics

/// What one recording counted in one minute of one camera.
///
/// Minutes that nobody saw are not there: a gap is not 0. A minute in which one recording ends and the next begins
/// is there twice; add counts and observed times, and weight the means of occupancy by observed time.
public struct StoredMinute: Hashable, Sendable {
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
}
