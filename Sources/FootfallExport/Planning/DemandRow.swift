internal import FootfallCore
internal import FootfallPlanning

/// How many people of a role an interval needs, or each of several, as documents tell it.
struct DemandRow {
  var role: String
  /// Since 1970-01-01T00:00Z, half-open and not empty.
  var milliseconds: Range<Int64>
  var required: Int
}

extension StaffDemand {
  /// Lays rows out over a period; nobody is needed where nothing is said, and rows outside the period that need nobody
  /// are left out.
  /// - Parameter roles: the ids that there are.
  /// - Throws: for another role, an interval off the grid or outside the period, and one that is named twice.
  init(
    _ rows: [DemandRow], every intervalMinutes: Int, on horizon: PlanHorizon, roles: [String]
  ) throws(DocumentError) {
    let count = horizon.minutes.count / intervalMinutes
    var heads = [[Int?]](repeating: [Int?](repeating: nil, count: count), count: roles.count)
    for (index, row) in rows.enumerated() {
      let pointer = "/requirements/\(index)"
      guard let role = roles.firstIndex(of: row.role) else {
        throw DocumentError(
          pointer + "/role", "is '\(row.role)'; the staff file has: \(roles.joined(separator: ", "))")
      }
      let start = Int(row.milliseconds.lowerBound.flooredQuotient(by: 60_000)) - horizon.start
      let end = start + row.milliseconds.count / 60_000
      let isOnGrid =
        row.milliseconds.count % (intervalMinutes * 60_000) == 0 && row.milliseconds.lowerBound % 60_000 == 0
        && start % intervalMinutes == 0
      let isWithin = horizon.minutes.contains(start) && end <= horizon.minutes.upperBound
      guard isOnGrid, isWithin || row.required == 0 else {
        throw DocumentError(
          pointer + "/start",
          "begins no interval of the period; allowed: every \(intervalMinutes) minutes from its beginning, each as long"
        )
      }
      if !isWithin { continue }
      for interval in start / intervalMinutes..<end / intervalMinutes {
        guard heads[role][interval] == nil else {
          throw DocumentError(pointer, "tells an interval of role '\(row.role)' again; each once")
        }
        heads[role][interval] = row.required
      }
    }
    self.init(intervalMinutes: intervalMinutes, required: heads.map { $0.map { $0 ?? 0 } })
  }
}
