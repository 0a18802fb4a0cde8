internal import FootfallCore

/// How people walked at a line, in numbers.
public struct LineMeasure: Hashable, Sendable {
  /// A length on each side of a line, in box heights.
  public struct Sides: Hashable, Sendable {
    /// Where ``Segment/side(of:)`` is negative: people come in from there, unless the line is swapped.
    public var negative: Double
    /// Where it is positive.
    public var positive: Double

    /// The shorter one.
    var smaller: Double { min(negative, positive) }
  }

  /// People who came near: within a box height.
  public var near = 0
  /// Crossings in, as they will be counted.
  public var entries = 0
  /// Crossings out.
  public var exits = 0
  /// People who crossed.
  public var crossers = 0
  /// Crossings that can be relied on: seen for a box height on both sides, never hidden or cut off, not flat.
  public var clean = 0
  /// Crossings whose angle is known.
  public var angled = 0
  /// Of these, the ones at less than 20 degrees.
  public var flat = 0
  /// The median angle between path and line, in degrees, 90 straight across; nil without crossings.
  public var medianAngle: Double?
  /// People who walked along the line for a box height or more, nearly on it.
  public var alongside = 0
  /// People who crossed or walked along.
  public var alongsideOrCrossing = 0
  /// People whose track begins or ends within a box height of the line.
  public var ending = 0
  /// Crossings of the line drawn out by a box height, beyond the end `from`.
  public var aroundFrom = 0
  /// The same beyond the end `to`.
  public var aroundTo = 0
  /// People who stayed on the line for more than two seconds.
  public var lingering = 0
  /// Seconds that people spent near the line.
  public var secondsNear = 0.0
  /// The share of that time with the feet cut off by the border; 0 where nobody came near.
  public var cutOffShare = 0.0
  /// The share of that time unseen.
  public var hiddenShare = 0.0
  /// Seconds that people spent too near the line for a crossing to settle.
  public var secondsUnsettled = 0.0
  /// How far from the line feet were seen, of people near it.
  public var reach = Sides(negative: 0, positive: 0)
  /// How far from the line feet can be seen before the picture ends; nil where nothing of the line is in the
  /// picture or nobody's size is known.
  public var room: Sides?

  /// All crossings.
  public var crossings: Int { entries + exits }

  init(_ people: [PathAtLine], room: Sides?, parameters: AdviceParameters) {
    self.room = room
    var sines: [Double] = []
    var cutOff = 0.0
    var hidden = 0.0
    for person in people {
      if person.isNear { near += 1 }
      if person.runsAlong { alongside += 1 }
      if person.runsAlong || !person.crossings.isEmpty { alongsideOrCrossing += 1 }
      if person.endsNear { ending += 1 }
      if person.lingers { lingering += 1 }
      if !person.crossings.isEmpty { crossers += 1 }
      aroundFrom += person.aroundFrom
      aroundTo += person.aroundTo
      secondsNear += person.seconds
      cutOff += person.secondsCutOff
      hidden += person.secondsHidden
      secondsUnsettled += person.secondsUnsettled
      reach.negative = max(reach.negative, person.reach.negative)
      reach.positive = max(reach.positive, person.reach.positive)
      for crossing in person.crossings {
        if crossing.direction == .in { entries += 1 } else { exits += 1 }
        if crossing.isClean(parameters) { clean += 1 }
        if let sine = crossing.sine { sines.append(sine) }
      }
    }
    angled = sines.count
    flat = sines.count { $0 < parameters.flatSine }
    medianAngle = Self.median(sines).map(Self.degrees)
    if secondsNear > 0 {
      cutOffShare = cutOff / secondsNear
      hiddenShare = hidden / secondsNear
    }
  }

  private static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  /// The angle in degrees with this sine, 0 to 1, to 0.004 degrees (Abramowitz and Stegun, 4.4.45).
  private static func degrees(sine: Double) -> Double {
    let polynomial = 1.5707288 + sine * (-0.2121144 + sine * (0.0742610 - 0.0187293 * sine))
    return 90 - (max(0, 1 - sine)).squareRoot() * polynomial * (180 / Double.pi)
  }
}
