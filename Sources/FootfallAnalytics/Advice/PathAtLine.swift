internal import FootfallCore

/// What one person did at a line.
struct PathAtLine: Sendable {
  /// Whether they came near.
  var isNear = false
  /// Their crossings, in time order.
  var crossings: [PathCrossing] = []
  /// How often they went round the ends instead.
  var aroundFrom = 0
  var aroundTo = 0
  /// Whether they walked along the line, in danger of settling on both sides.
  var runsAlong = false
  /// Whether they stayed on the line.
  var lingers = false
  /// Whether they appeared or vanished near the line.
  var endsNear = false
  /// Seconds near the line: all, those with the feet cut off, those unseen.
  var seconds = 0.0
  var secondsCutOff = 0.0
  var secondsHidden = 0.0
  /// Seconds too near the line for a crossing to settle.
  var secondsUnsettled = 0.0
  /// How far they came on the side where ``Segment/side(of:)`` is negative and where it is positive, in box heights,
  /// while near the line.
  var reach = (negative: 0.0, positive: 0.0)

  /// Crossings in less crossings out.
  var net: Int { crossings.reduce(0) { $0 + ($1.direction == .in ? 1 : -1) } }
}
