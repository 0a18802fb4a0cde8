internal import FootfallCore

extension CountHistory {
  /// Slots with far more than usual, as where a counter was reset: more than ten times the median of the same time of the
  /// week, and more than ten times the median of all counts above 0.
  ///
  /// The second bound keeps quiet about five people in a night hour that mostly sees none.
  /// - Parameter intervalMinutes: the length of a slot; it divides a week.
  public func spikes(intervalMinutes: Int) -> [Int] {
    let perWeek = 7 * 1440 / intervalMinutes
    guard let usual = values.compactMap({ $0 }).filter({ $0 > 0 }).median else { return [] }
    return (0..<min(perWeek, values.count)).flatMap { phase in
      let places = stride(from: phase, to: values.count, by: perWeek)
      let limit = 10 * max(usual, places.compactMap { values[$0] }.median ?? 0)
      return places.filter { values[$0].map { $0 > limit } ?? false }.map { firstSlot + $0 }
    }.sorted()
  }
}
