public import FootfallCore

/// Every number the tracker works with.
///
/// Times are durations, lengths are in box heights, so that neither the frame rate nor the camera's distance
/// matters.
public struct TrackerParameters: Hashable, Sendable {
  /// Detections with at least this score are strong: they may find lost tracks and confirm or begin new ones.
  public var strongScore = 0.45
  /// Detections with at least this score, but not strong, begin and confirm nothing: they carry on tracks seen a moment
  /// ago (ByteTrack's second pass), find the lost ones only where these must be, and show where somebody new is.
  public var weakScore = 0.05
  /// A strong detection that belongs to no track begins one if its score is at least this.
  public var newTrackScore = 0.5
  /// A weak one if its score is at least this; such a track is at most somebody who was lost.
  public var faintScore = 0.07

  /// The smallest similarity, times its score, of a strong detection to a confirmed track.
  public var strongSimilarity = 0.1
  /// The smallest similarity of a weak detection to a confirmed track.
  public var weakSimilarity = 0.5
  /// The same where the track was not seen a moment ago.
  public var weakReturnSimilarity = 0.6
  /// The smallest similarity of a strong detection to a tentative track.
  public var tentativeSimilarity = 0.3
  /// Similarity is the IoU of boxes enlarged on all sides by this share of their width and height.
  public var margin = 0.2
  /// The margin grows by this much for each second out of sight.
  public var marginGrowthPerSecond = 0.2
  /// The margin is never larger than this.
  public var largestMargin = 0.6

  /// How much the agreement of colours counts: a similarity is multiplied by 1 + this · (agreement − `chanceAgreement`).
  public var appearanceWeight = 2.0
  /// But by no less than this: the light may change from one frame to the next, and nobody is gone for it.
  public var leastAppearanceFactor = 0.25
  /// The agreement of colours that tells nothing.
  public var chanceAgreement = 0.55
  /// The colours of whom somebody nearer covers by more than this share are not looked at.
  public var greatestCover = 0.2
  /// What weak detections show is nobody who was lost if somebody in sight takes up more than this share of it: it may be a
  /// part of them.
  public var greatestFaintCover = 0.1

  /// A track is confirmed once it has been seen this often: keeps single false detections out.
  public var confirmationObservations = 3
  /// A track is confirmed once it has been seen over at least this time.
  public var confirmationTime: Duration = .milliseconds(200)
  /// What has never moved and is lower than this share of the people who stand there is no person.
  public var leastHeightShare = 0.45
  /// But only once people who walk were seen this often: from then on it is known how tall they are where.
  public var heightSightings = 50.0
  /// A tentative track that is not seen for longer is dropped.
  public var tentativePatience: Duration = .milliseconds(300)
  /// Or whom no strong detection has shown for longer, however many weak ones have.
  public var tentativeWeakPatience: Duration = .seconds(1)
  /// Weak detections carry a track on that was seen no longer ago than this.
  public var weakPatience: Duration = .milliseconds(500)
  /// Somebody confirmed who is not found is taken to be where they should be for this long: the time of one look.
  public var coastingTime: Duration = .milliseconds(200)
  /// How long a confirmed track goes on unseen.
  public var presence = PresenceParameters()

  /// When somebody new is who was lost a moment ago.
  public var continuation = Continuation()
  /// How people move.
  public var motion = Motion()

  /// Creates the default parameters.
  public init() {}

  /// Creates the parameters for a detector whose scores mean something of their own.
  /// - Parameters:
  ///   - weakScore: below it there is nothing but noise.
  ///   - strongScore: from it on a detection is to be believed; a new track needs 0.05 more, and a twentieth of the way from
  ///     weak to strong may show who was lost.
  public init(weakScore: Double, strongScore: Double) {
    self.weakScore = weakScore
    self.strongScore = strongScore
    newTrackScore = strongScore + 0.05
    faintScore = weakScore + (strongScore - weakScore) / 20
  }

  /// What somebody new has in common with who was lost a moment ago, if they are the same: a body comes out from behind
  /// a post no taller, in the same clothes, and where it was heading.
  public struct Continuation: Hashable, Sendable {
    /// The height of the smaller box, as a share of the larger one.
    public var leastHeightRatio = 0.6
    /// The agreement of colours, where both are known: more than chance.
    public var leastAgreement = 0.65
    /// The same of whom there are weak detections alone: of their box a part shows what they are behind.
    public var leastFaintAgreement = 0.5
    /// How far the path of one may lead past the other, in heights.
    public var nearHeights = 0.3
    /// That grows by so many heights with each second unseen.
    public var growthPerSecond = 0.3

    /// Creates the default limits.
    public init() {}
  }

  /// The noise of the Kalman filter, in box heights: 1 is about 1.7 metres.
  public struct Motion: Hashable, Sendable {
    /// The standard deviation of a detected edge, in heights.
    public var measurementDeviation = 0.08
    /// The spread of walking speeds at first sight, in heights per second: about 1.4 m/s.
    public var initialVelocityDeviation = 0.8
    /// The spread of the change of size at first sight, in heights per second.
    public var initialSizeVelocityDeviation = 0.1
    /// How abruptly people change their velocity: the root of the acceleration's spectral density, in heights per
    /// second^1.5.
    public var acceleration = 0.3
    /// The same for the width and the height of the box.
    public var sizeAcceleration = 0.05
    /// Whoever moves more slowly than this, in heights per second, stands: about 0.5 m/s.
    public var standingSpeed = 0.3

    /// Creates the default noise.
    public init() {}
  }
}
