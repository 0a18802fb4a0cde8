public import FootfallTracking

/// A camera of a running store.
public struct LiveCamera: Hashable, Sendable {
  /// The camera's id.
  public var id: String
  /// An address, a device or a film; may hold a password.
  public var source: String

  /// Creates a camera.
  public init(id: String, source: String) {
    self.id = id
    self.source = source
  }
}

/// How a store is watched.
public struct LiveSettings: Hashable, Sendable {
  /// The name of the detector's model.
  public var model: String
  /// What runs it: `auto`, `opencv` or `openvino`.
  public var engine: String
  /// What it computes with; nil takes the fastest precision that is as good.
  public var precision: String?
  /// Threads of the detector, 1 or more.
  public var threads: Int
  /// The time between two looks at a camera.
  public var lookInterval: Duration
  /// How the tracker works.
  public var tracker: TrackerParameters
  /// How long a camera may take to answer.
  public var openPatience: Duration = .seconds(10)
  /// A camera from which nothing comes for so long is stalled, and after twice the time is opened anew.
  public var silencePatience: Duration = .seconds(5)
  /// A live picture that stays exactly the same for so long is frozen: the noise of a sensor changes every picture, and
  /// where an encoder smooths it away, a key frame does, which cameras send every few seconds.
  public var frozenPatience: Duration = .seconds(30)
  /// The program that all workers are.
  public var program: String
  /// What makes it the worker of a camera.
  public var cameraArguments: [String]
  /// What makes it the detector's process.
  public var detectorArguments: [String]

  /// Creates settings.
  public init(
    model: String, engine: String, precision: String?, threads: Int, looksPerSecond: Double,
    tracker: TrackerParameters, program: String, cameraArguments: [String], detectorArguments: [String]
  ) {
    precondition(looksPerSecond > 0 && threads > 0, "looks and threads are above 0")
    self.model = model
    self.engine = engine
    self.precision = precision
    self.threads = threads
    lookInterval = .seconds(1 / looksPerSecond)
    self.tracker = tracker
    self.program = program
    self.cameraArguments = cameraArguments
    self.detectorArguments = detectorArguments
  }
}
