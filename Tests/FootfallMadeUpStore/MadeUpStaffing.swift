internal import FootfallWeb
internal import Foundation

/// The made-up plan of the week: two roles, and too few people each evening.
struct MadeUpStaffing {
  let now: Int64

  private static let minutes = 30

  var board: StaffingBoard {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = MadeUpStore.zone
    let week =
      calendar.dateInterval(of: .weekOfYear, for: Date(timeIntervalSince1970: Double(now) / 1000))
      ?? DateInterval(start: Date(timeIntervalSince1970: Double(now) / 1000), duration: 7 * 86_400)
    let (start, end) = (Self.milliseconds(week.start), Self.milliseconds(week.end))
    let starts = Array(stride(from: start, to: end, by: Self.minutes * 60_000))
    return StaffingBoard(
      startMilliseconds: start, endMilliseconds: end, intervalMinutes: Self.minutes,
      roles: ["floor", "till"],
      cover: starts.compactMap(Self.cover),
      expected: starts.map { start in
        .init(
          startMilliseconds: start, endMilliseconds: start + Int64(Self.minutes) * 60_000,
          value: MadeUpHistory.crowd(at: start) * Double(Self.minutes))
      })
  }

  private static func cover(at start: Int64) -> StaffingBoard.Cover? {
    let crowd = MadeUpHistory.crowd(at: start)
    guard crowd > 0 else { return nil }
    let required = [Int((crowd * 1.6).rounded(.up)), Int(crowd.rounded(.up))]
    let isEvening = crowd > 2.3
    return .init(
      startMilliseconds: start, required: required,
      scheduled: [max(3, required[0] - (isEvening ? 2 : 0)), max(2, required[1] - (isEvening ? 1 : 0))])
  }

  private static func milliseconds(_ date: Date) -> Int64 { Int64(date.timeIntervalSince1970 * 1000) }
}
