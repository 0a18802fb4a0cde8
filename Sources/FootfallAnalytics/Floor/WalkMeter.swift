internal import FootfallCore

/// Measures the way of one person on the floor in spite of positions that tremble.
///
/// Positions are averaged over short windows. The average counts as a step once it is further from the end of the step
/// before than a gate that noise does not pass; along a straight way the noise of such steps cancels, and across it adds
/// (2 σ²)/(2 d) to a step of length d. The first and the last position are kept as they are, so that nothing is cut off at
/// the ends.
///
/// The time of a step is that in which the person got on by a third of the gate, again and again without a pause.
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
  /// Where the person had got on last since then, and how long they have been walking.
  private var progress = Knot(place: Point(0, 0), seconds: 0)
  private var stepSeconds = 0.0
  private var last = Knot(place: Point(0, 0), seconds: 0)
  /// The sums of all steps.
  private var metres = 0.0
  private var seconds = 0.0
  private var speeds = SpeedHistogram()

  init(parameters: AnalyticsParameters) { self.parameters = parameters }

  /// Forgets the person measured before.
  mutating func begin() {
    count = 0
    anchor = nil
    (metres, seconds) = (0, 0)
    speeds.removeAll()
  }

  /// Takes in where the person stands.
  /// - Parameters:
  ///   - place: on the floor, in metres.
  ///   - noise: the bound of the error of the position, in metres.
  mutating func see(_ place: Point, noise: Double, at time: MediaTime) {
    let knot = Knot(place: place, seconds: time.seconds)
    let pause = knot.seconds - last.seconds
    let gate = max(parameters.walkGateMetres, 2 * noise)
    // Faster than anybody walks: the tracker has taken somebody else for the person, whose way begins here.
    if anchor == nil || (place - last.place).length > parameters.fastestWalk * pause + gate {
      start(at: knot)
      count = 0
    }
    // A mean over a gap would lie where nobody was.
    if count == 0 || pause > parameters.walkWindow.inSeconds {
      count = 0
      sum = Knot(place: Point(0, 0), seconds: 0)
      windowStart = knot.seconds
    }
    last = knot
    sum = Knot(place: sum.place + place, seconds: sum.seconds + knot.seconds)
    count += 1
    let window = parameters.walkWindow - parameters.stampPrecision
    guard knot.seconds - windowStart >= window.inSeconds else { return }
    let share = 1 / Double(count)
    count = 0
    move(to: Knot(place: sum.place * share, seconds: sum.seconds * share), gate: gate)
  }

  /// What was measured.
  func walk(of track: TrackID) -> PersonWalk {
    guard let anchor, seconds > 0 else {
      return PersonWalk(track: track, pathMetres: 0, walking: .zero, meanSpeed: nil, medianSpeed: nil)
    }
    return PersonWalk(
      track: track, pathMetres: metres + (last.place - anchor.place).length, walking: .seconds(seconds),
      meanSpeed: metres / seconds, medianSpeed: speeds.median)
  }

  private mutating func start(at knot: Knot) {
    anchor = knot
    progress = knot
    stepSeconds = 0
  }

  private mutating func move(to knot: Knot, gate: Double) {
    guard let anchor else { return }
    let distance = (knot.place - anchor.place).length
    if distance >= gate || (knot.place - progress.place).length >= gate / 3 {
      let time = knot.seconds - progress.seconds
      stepSeconds += time <= parameters.walkPause.inSeconds ? time : parameters.walkWindow.inSeconds
      progress = knot
    }
    guard distance >= gate else { return }
    metres += distance
    seconds += stepSeconds
    speeds.add(distance / stepSeconds, seconds: stepSeconds)
    start(at: knot)
  }
}
