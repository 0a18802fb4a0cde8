public import FootfallCore

/// What is audited: a recording of one camera and the lines in it.
public struct AuditSubject: Sendable {
  /// The camera, with its lines in pixels of ``size``.
  public var scene: CameraScene
  /// What the recording is called, without credentials.
  public var source: String
  /// Where the crossings are written, as the user named it.
  public var file: String
  /// The full resolution.
  public var size: PixelSize
  /// How long the recording should be, in seconds; nil where it does not say.
  public var seconds: Double?
  /// The rate that the recording declares; nil where it does not say.
  public var framesPerSecond: Double?

  /// Creates a subject.
  public init(
    scene: CameraScene, source: String, file: String, size: PixelSize, seconds: Double?,
    framesPerSecond: Double?
  ) {
    self.scene = scene
    self.source = source
    self.file = file
    self.size = size
    self.seconds = seconds
    self.framesPerSecond = framesPerSecond
  }
}
