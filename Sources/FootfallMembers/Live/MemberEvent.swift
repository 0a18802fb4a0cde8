/// That a member came, or is gone again.
///
/// Holds a pseudonym, never a picture or what is computed from one.
public struct MemberEvent: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, Hashable, Sendable {
    /// The member was recognised, or checked in.
    case recognised = "memberRecognised"
    /// The member has not been seen by the camera for ``CameraMatching/absence``.
    case left = "memberLeft"
  }

  /// What happened.
  public var kind: Kind
  /// To whom.
  public var member: MemberID
  /// Where; nil where a check-in does not say.
  public var camera: String?
  /// In which of the zones that recognition is limited to; nil where it is not.
  public var zone: String?
  /// When, in milliseconds since 1970 UTC.
  public var timeMilliseconds: Int64
  /// The greatest similarity of the looks that agreed, -1 to 1; nil for a check-in, which leaves no doubt.
  public var confidence: Double?

  /// Creates an event.
  public init(
    _ kind: Kind, _ member: MemberID, camera: String?, zone: String? = nil, timeMilliseconds: Int64,
    confidence: Double? = nil
  ) {
    self.kind = kind
    self.member = member
    self.camera = camera
    self.zone = zone
    self.timeMilliseconds = timeMilliseconds
    self.confidence = confidence
  }
}
