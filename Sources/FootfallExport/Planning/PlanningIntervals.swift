internal import FootfallCore
public import FootfallPlanning

/// Divides a period of the store's clock into the intervals that are planned.
public enum PlanningIntervals {
  /// The whole intervals in a period, in order.
  ///
  /// An hour that the clock shows twice has its intervals twice, with the same minute of the business day.
  /// - Parameters:
  ///   - milliseconds: the period, in milliseconds since 1970 UTC.
  ///   - minutes: the length of an interval; it divides a day.
  ///   - timeZone: the store's.
  ///   - businessDayStart: in minutes after midnight.
  /// - Returns: nil where the zone is unknown or the length does not divide a day.
  public static func whole(
    in milliseconds: Range<Int64>, minutes: Int, timeZone: String, businessDayStart: Int
  ) -> [PlanningInterval]? {
    guard let clock = StoreClock(timeZone: timeZone),
      let boundaries = LocalIntervals(minutes: minutes, timeZone: timeZone)?.boundaries(
        covering: milliseconds)
    else { return nil }
    return zip(boundaries, boundaries.dropFirst()).compactMap { start, end in
      guard start >= milliseconds.lowerBound, end <= milliseconds.upperBound else { return nil }
      let minute = clock.time(atMilliseconds: start).local.milliseconds.flooredQuotient(by: 60_000)
      let day = (minute - Int64(businessDayStart)).flooredQuotient(by: 1440)
      return PlanningInterval(
        businessDay: Int(day), minute: Int(minute - day * 1440), startMilliseconds: start,
        endMilliseconds: end)
    }
  }
}
