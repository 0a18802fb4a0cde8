/// Which of two layouts stands on which day, drawn by lot so that each weekday has both equally often.
public enum LayoutSchedule {
  /// Draws a schedule: of each two weeks every weekday has one layout in one of them and the other in the other.
  /// - Parameters:
  ///   - pairs: of weeks, 1 or more.
  ///   - generator: the lot.
  /// - Returns: whether the changed layout stands, by day; 14 × `pairs` days.
  public static func drawn(pairs: Int, using generator: inout some RandomNumberGenerator) -> [Bool] {
    precondition(pairs > 0, "a test takes weeks")
    return (0..<pairs).flatMap { _ in
      let first = (0..<7).map { _ in Bool.random(using: &generator) }
      return first + first.map { !$0 }
    }
  }
}
