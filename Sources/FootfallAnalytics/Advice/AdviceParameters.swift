/// Every number with which lines and zones are judged before anybody counts.
///
/// Lengths are in box heights, as in ``AnalyticsParameters``; 1 is about 1.7 metres. Shares are of 1.
public struct AdviceParameters: Hashable, Sendable {
  /// With fewer people near a line or in a zone nothing is said about how they walk there.
  public var fewestPeople = 5
  /// With fewer people in view, that none of them came near says nothing.
  public var fewestInView = 10
  /// Who comes within this of a line is near it; who begins or ends within this of it is seen on one side at most.
  public var nearHeights = 1.0
  /// A path along a line within this distance of it is in danger of settling on both sides by jitter: twice the
  /// distance at which a crossing settles.
  public var alongsideHeights = 0.2
  /// Who stays within settling distance for longer lingers.
  public var lingerSeconds = 2.0
  /// A crossing whose path makes an angle with a smaller sine is flat: 20 degrees.
  ///
  /// At 20 degrees somebody walks three times as far as straight across until the crossing settles, half a metre.
  public var flatSine = 0.342
  /// The path is looked at over this distance on both sides of a crossing: a step, more than the jitter of a box.
  public var stepHeights = 0.5
  /// A box that reaches within this share of the picture's border is cut off by it: half of ``PixelSize/borderShare``, so
  /// that who merely stands near the border is not taken for cut off.
  public var cutOffShare = 0.01
  /// Who was not detected for longer was hidden: twice the longest time between two looks of a detector.
  public var hiddenSeconds = 0.4
  /// Who is first seen this soon after the first frame was there before.
  public var startSeconds = 0.5
  /// A zone of a smaller mean breadth is lost in the jitter of feet.
  public var smallestBreadthHeights = 0.2
  /// A zone of a smaller mean breadth is entered and left by a shift of weight.
  public var narrowBreadthHeights = 0.5
  /// From which share of people, crossings or time on something is a warning, and from which an error.
  public var limits = Limits()
  /// The paths of at most so many people are kept, evenly spread over the footage.
  public var mostPaths = 512
  /// Of each path at most so many points are kept.
  public var mostKnots = 256
  /// How lines are counted.
  public var analytics = AnalyticsParameters()

  /// The two shares from which on something is a warning and an error.
  public struct Limit: Hashable, Sendable {
    /// From here on a warning.
    public var warning: Double
    /// From here on an error.
    public var error: Double

    /// Creates a pair of limits.
    public init(warning: Double, error: Double) {
      self.warning = warning
      self.error = error
    }
  }

  /// The limits of each finding.
  public struct Limits: Hashable, Sendable {
    /// Flat crossings of all crossings.
    public var flat = Limit(warning: 0.3, error: 0.6)
    /// People who walk along the line, of those and the ones who cross it.
    public var alongside = Limit(warning: 0.3, error: 0.6)
    /// Time with the feet cut off, of the time near a line or in a zone.
    public var cutOff = Limit(warning: 0.2, error: 0.5)
    /// Time unseen, of the time near a line or in a zone.
    public var hidden = Limit(warning: 0.3, error: 0.6)
    /// People whose track begins or ends at the line or in the zone, of those near or inside.
    public var ending = Limit(warning: 0.3, error: 0.6)
    /// Crossings beyond the ends of a line, of those and the ones on it.
    public var round = Limit(warning: 0.2, error: 0.5)
    /// People who linger on the line, of those near it.
    public var lingering = Limit(warning: 0.2, error: 0.5)

    /// Creates the default limits.
    public init() {}
  }

  /// Creates the default parameters.
  public init() {}
}
