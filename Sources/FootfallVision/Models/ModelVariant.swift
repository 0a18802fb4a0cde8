/// How OpenVINO runs a model in one precision, and what that was measured to give.
public struct ModelVariant: Hashable, Sendable {
  /// What it computes with.
  public var precision: Precision
  /// The file to open, then those that belong to it: the weights of a model in OpenVINO's format.
  public var files: [ModelFile]
  /// Average precision at an overlap of 0.5 on the first 400 frames of PETS 2009 S2.L1; nil where not measured.
  public var ap50: Double?
  /// The time of the network relative to yolov3-tiny in f32, on a CPU that computes in this precision.
  public var relativeTime: Double

  /// Creates the description of a variant.
  public init(precision: Precision, files: [ModelFile], ap50: Double? = nil, relativeTime: Double = 1) {
    self.precision = precision
    self.files = files
    self.ap50 = ap50
    self.relativeTime = relativeTime
  }
}
