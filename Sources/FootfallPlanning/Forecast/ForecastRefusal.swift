/// Why a series is not forecast.
public enum ForecastRefusal: Error, Hashable, Sendable {
  /// So many whole weeks lie between the first count and the origin.
  case shortHistory(weeks: Int, fewest: Int)
  /// So much of the two weeks before the origin is missing, as a share of 1.
  case missing(share: Double, most: Double)
}
