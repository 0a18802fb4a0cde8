/// One model or runtime of ``ModelManifest``.
public struct ModelEntry: Hashable, Sendable, Decodable {
  /// The name by which a person asks for it: `yolov3-tiny`.
  public var name: String
  /// What it is for: `personDetector`, `faceDetector`, `faceEmbedding` or `inferenceRuntime`.
  public var purpose: String
  /// Whether `scripts/fetch-models` without arguments fetches it.
  public var fetchedByDefault: Bool
  /// The file to open, relative to the models folder; nil where the model needs none.
  ///
  /// Of a detector, OpenCV opens it.
  public var file: String?
  /// The licence of the weights.
  public var licence: String
  /// Who made it, from what and when.
  public var origin: String
  /// Every file that belongs to it.
  public var files: [ModelFile]
  /// How to run it as a detector of people; nil for other purposes.
  public var detector: DetectorRecipe?
  /// What OpenVINO runs; nil where that is `file`, in f32 and bf16, and nothing was measured.
  public var precisions: [ModelPrecision]?
}
