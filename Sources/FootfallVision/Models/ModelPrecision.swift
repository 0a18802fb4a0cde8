/// One precision of a ``ModelEntry``.
public struct ModelPrecision: Hashable, Sendable, Decodable {
  /// What is computed with.
  public var precision: Precision
  /// The file that OpenVINO opens, relative to the models folder.
  public var file: String
  /// See ``ModelVariant/ap50``.
  public var ap50: Double?
  /// See ``ModelVariant/relativeTime``.
  public var relativeTime: Double
}
