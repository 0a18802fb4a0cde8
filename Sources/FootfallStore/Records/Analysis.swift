/// How a recording was analysed: all that may change its results, except the scene.
public struct Analysis: Hashable, Sendable {
  /// The detector's model, or the file of detections that stood in for it.
  public var model: String
  /// The inference engine.
  public var engine: String
  /// The engine's number format.
  public var precision: String
  /// The way of tracking: `online` or `two-pass`.
  public var tracking: String
  /// The version of this program.
  public var generatorVersion: String
  /// The version of the metric definitions.
  public var metricVersion: Int

  /// What stands for the model where nothing was seen, because the store is made up.
  public static let simulatedModel = "simulated"

  /// Creates a description.
  public init(
    model: String, engine: String, precision: String, tracking: String, generatorVersion: String,
    metricVersion: Int
  ) {
    self.model = model
    self.engine = engine
    self.precision = precision
    self.tracking = tracking
    self.generatorVersion = generatorVersion
    self.metricVersion = metricVersion
  }
}
