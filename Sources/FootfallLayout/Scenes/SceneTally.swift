/// What is counted of a scene in a day.
struct SceneTally: Sendable {
  /// Trips by the number of the scene's zones that they entered, from 0.
  var tripsByParts: [Int]
  /// Trips with a stop in one of its zones.
  var stopped = 0

  init(parts: Int) { tripsByParts = [Int](repeating: 0, count: parts + 1) }
}
