internal import FootfallCore

/// Measures the way of one person on the floor in spite of positions that tremble.
///
/// Positions are averaged over windows of half a second. The average counts as a step once it is further from the end of
/// the step before than a gate that noise does not pass; along a straight way the noise of such steps cancels, and across
/// it adds (2 σ²)/(2 d) to a step of length d. The first and the last position are kept as they are, so that nothing is cut
/// off at the ends.
struct WalkMeter: Sendable {
  private struct Knot: Sendable {
    var place: Point
    var seconds: Double
  }

  private let parameters: AnalyticsParameters
  /// The sum of the positions and times of the open window.
  private var sum = Knot(place: Point(0, 0), seconds: 0)
  private var count = 0
  private var windowStart = 0.0
  /// The end of the last step.
  private var anchor: Knot?
  /// The last knot that lay within half of the gate of it: the step begins there.
  private var still = Knot(place: Point(0, 0), seconds: 0)
  private var last = Knot(place: Point(0, 0), seconds: 0)
  private var pathMetres = 0.0
  private var stepMetres = 0.0
  private var stepSeconds = 0.0
  private var speeds = SpeedHistogram()

  init(parameters: AnalyticsParameters) { self.parameters = parameters }

  /// Forgets the person measured before.
  mutating func begin() {
    count = 0
    anchor = nil
    (pathMetres, stepMetres, stepSeconds) = (0, 0, 0)
    speeds.removeAll()
  }

  /// Takes in where the person stands.
  /// - Parameters:
  ///   - place: on the floor, in metres.
  ///   - noise: the bound of the error of the position, in metres.
  mutating func see(_ place: Point, noise: Double, at time: MediaTime) {
    let knot = Knot(place: place, seconds: time.seconds)
    if anchor == nil { start(at: knot) }
    // A mean over a gap would lie where nobody was.
    if count == 0 || knot.seconds - last.seconds > parameters.walkWindow.inSeconds {
      count = 0
      sum = Knot(place: Point(0, 0), seconds: 0)
      windowStart = knot.seconds
    }
    last = knot
    sum = Knot(place: sum.place + place, seconds: sum.seconds + knot.seconds)
    count += 1
    guard knot.seconds - windowStart >= parameters.walkWindow.inSeconds else { return }
    let share = 1 / Double(count)
    count = 0
    move(to: Knot(place: sum.place * share, seconds: sum.seconds * share), noise: noise)
  }

  /// What was measured.
  func walk(of track: TrackID) -> PersonWalk {
    guard let anchor, stepSeconds > 0 else {
      return PersonWalk(track: track, pathMetres: 0, walking: .zero, meanSpeed: nil, medianSpeed: nil)
    }
    return PersonWalk(
      track: track, pathMetres: pathMetres + (last.place - anchor.place).length,
      walking: .seconds(stepSeconds), meanSpeed: stepMetres / stepSeconds, medianSpeed: speeds.median)
  }

  private mutating func start(at knot: Knot) {
    anchor = knot
    still = knot
  }

  private mutating func move(to knot: Knot, noise: Double) {
    guard let anchor else { return }
    let gate = max(parameters.walkGateMetres, 2 * noise)
    let distance = (knot.place - anchor.place).length
    if distance < gate {
      if distance < gate / 2 { still = knot }
      return
    }
    let (metres, seconds) = ((knot.place - still.place).length, knot.seconds - still.seconds)
    // Faster than anybody walks: the tracker has taken somebody else for the person.
    if metres <= parameters.fastestWalk * seconds {
      pathMetres += distance
      stepMetres += metres
      stepSeconds += seconds
      speeds.add(metres / seconds, seconds: seconds)
    }
    start(at: knot)
  }
}
