internal import CFootfallVision
public import FootfallCore

/// Finds people in pictures.
///
/// Two requests let one thread prepare the next picture while the network works on this one:
///
/// ```swift
/// let detector = try PersonDetector(
///   profile: profile, catalog: catalog, engine: .auto, precision: .f32, threads: 2, requests: 1)
/// let input = detector.makeInput()
/// var people: [Detection] = []
/// try input.fill(from: picture)
/// try detector.start(input, request: 0)
/// try detector.finish(request: 0, fullSize: picture.size, into: &people)
/// ```
///
/// ``start(_:window:request:)`` and ``finish(request:fullSize:into:)`` belong to one thread; other threads, such as those of
/// other cameras, have detectors that share its network: ``sharing()``. The same pictures, engine, precision and number
/// of threads give the same detections to the last bit.
public final class PersonDetector {
  private enum Backend {
    case network(NetworkFamily)
    case hog(HOGDetector)
  }

  /// A picture in flight.
  private struct Look {
    var input: DetectorInput
    var window: InputWindow
  }

  /// What runs the network.
  public let engine: Engine
  /// What it computes with.
  public let precision: Precision
  /// The model.
  public let profile: ModelProfile
  /// How many pictures may be between start and finish.
  public let requestCount: Int
  private let backend: Backend
  private let threads: Int
  private var looks: [Look?]
  /// The networks used so far, by the size of what they look at.
  private var members: [PixelSize: NetworkFamily.Member] = [:]
  /// Copies of parts of pictures, by request.
  private let parts: [PixelBuffer]

  /// Opens a detector: verifies the model's file, chooses the engine, compiles the network.
  ///
  /// Takes 0.2 to 0.5 s.
  /// - Parameters:
  ///   - engine: `auto` takes OpenVINO where its library is there, else OpenCV.
  ///   - precision: `bf16` and `int8` need OpenVINO; `bf16` a CPU that has it, `int8` a model that was made for it.
  ///     nil takes what ``PrecisionChoice`` says.
  ///   - threads: threads of the network, 1 or more; with OpenCV these are shared by all detectors of the process.
  ///   - requests: pictures in flight, 1 to 16.
  ///   - users: how many detectors will share the network, this one included.
  ///   - wantsParts: whether looks may be confined to parts of the input; looks at the whole then take up to a
  ///     millisecond more.
  /// - Throws: ``VisionError``: `unavailable` where a file, the engine or the precision is missing, `badData` where
  ///   the file is not the promised one or not what the profile says.
  public init(
    profile: ModelProfile, catalog: ModelCatalog, engine: EngineChoice, precision: Precision?, threads: Int,
    requests: Int, users: Int = 1, wantsParts: Bool = false
  ) throws(VisionError) {
    precondition(
      threads >= 1 && (1...16).contains(requests) && users >= 1, "threads and users from 1, requests 1 to 16")
    self.profile = profile
    requestCount = requests
    self.threads = threads
    looks = [Look?](repeating: nil, count: requests)
    parts = (0..<requests).map { _ in PixelBuffer() }
    if profile.recipe.decoder == .hog {
      try Self.checkHOG(profile, engine: engine, precision: precision)
      self.engine = .opencv
      self.precision = .f32
      backend = .hog(try HOGDetector(threads: threads))
      return
    }
    let setUp = NetworkSetUp(
      profile: profile, catalog: catalog, threads: threads, streams: requests * users, requests: requests,
      wantsParts: wantsParts)
    self.engine = try catalog.engine(for: engine, precision: precision)
    self.precision = precision ?? setUp.precision(on: self.engine)
    let network = try setUp.open(with: self.engine, precision: self.precision)
    let family = NetworkFamily(network, profile: profile, hasParts: setUp.hasParts(on: self.engine))
    backend = .network(family)
    members[profile.inputSize] = try family.member(for: profile.inputSize)
  }

  private init(sharing other: PersonDetector, backend: Backend) {
    engine = other.engine
    precision = other.precision
    profile = other.profile
    requestCount = other.requestCount
    threads = other.threads
    self.backend = backend
    looks = [Look?](repeating: nil, count: requestCount)
    parts = (0..<requestCount).map { _ in PixelBuffer() }
  }

  /// Another detector with the same network and pictures in flight of its own, for another thread.
  ///
  /// With OpenVINO the model is kept once and the requests of all detectors are served in the order in which they
  /// were started; the others keep a copy each. No picture is in flight meanwhile.
  /// - Throws: ``VisionError`` where there is no memory for it.
  public func sharing() throws(VisionError) -> PersonDetector {
    switch backend {
    case .network(let family):
      let other = PersonDetector(sharing: self, backend: backend)
      other.members[profile.inputSize] = try family.member(for: profile.inputSize)
      return other
    case .hog:
      return PersonDetector(sharing: self, backend: .hog(try HOGDetector(threads: threads)))
    }
  }

  /// Memory for a picture on its way into the detector; make one for each picture in flight.
  public func makeInput() -> DetectorInput {
    DetectorInput(size: profile.inputSize, resize: profile.resize, padding: profile.padding)
  }

  /// The part of an input to look at where nothing but what lies in `box` (in pixels of the input) is of interest: the
  /// whole, where looking at less gains nothing.
  public func window(covering box: BoundingBox) -> InputWindow {
    guard case .network(let family) = backend, family.hasParts else { return wholeWindow }
    return InputWindow(covering: box, of: profile.inputSize)
  }

  /// All of an input.
  public var wholeWindow: InputWindow { InputWindow(x: 0, y: 0, size: profile.inputSize) }

  /// Starts to look at a picture.
  ///
  /// Returns at once with OpenVINO; OpenCV works in ``finish(request:fullSize:into:)``. The first look at a part of
  /// another size takes 30 ms more.
  /// - Parameters:
  ///   - window: from ``window(covering:)``; nil is the whole.
  ///   - request: 0 up to ``requestCount``; not running.
  /// - Throws: ``VisionError`` of kind `internal`, or where there is no memory for a network of another size.
  public func start(_ input: DetectorInput, window: InputWindow? = nil, request: Int) throws(VisionError) {
    precondition(looks[request] == nil, "request \(request) is running")
    precondition(input.size == profile.inputSize, "the input is another detector's")
    let window = window ?? wholeWindow
    if case .network(let family) = backend {
      if members[window.size] == nil { members[window.size] = try family.member(for: window.size) }
      if window == wholeWindow {
        try members[window.size]?.network.start(input.pixels, request: request)
      } else {
        input.copy(window, into: parts[request])
        try members[window.size]?.network.start(
          parts[request].storage.assumingMemoryBound(to: UInt8.self), request: request)
      }
    }
    looks[request] = Look(input: input, window: window)
  }

  /// Waits for a picture and replaces `detections` by the people in it, best first.
  ///
  /// Boxes are in pixels of the full picture and may reach a little outside it. Scores are 0.05 or more, unless the
  /// profile says otherwise. Allocates nothing of its own once `detections` has grown.
  /// - Parameters:
  ///   - request: one that was started.
  ///   - fullSize: the size of the source, of which the picture may have been a smaller version.
  /// - Throws: ``VisionError`` of kind `internal`.
  public func finish(
    request: Int, fullSize: PixelSize, into detections: inout [Detection]
  ) throws(VisionError) {
    guard let look = looks[request] else { preconditionFailure("request \(request) was not started") }
    looks[request] = nil
    detections.removeAll(keepingCapacity: true)
    var scale = InputScale(from: look.input.contentSize, to: fullSize)
    switch backend {
    case .network:
      guard let member = members[look.window.size] else {
        preconditionFailure("started looks have a network")
      }
      scale.origin = Point(Double(look.window.x), Double(look.window.y))
      try member.network.wait(request: request)
      try member.decoder.decode(member.network, request: request, scale: scale, into: &detections)
    case .hog(let hog):
      try hog.detect(
        in: look.input, scoreThreshold: profile.recipe.scoreThreshold, scale: scale, into: &detections)
    }
    NonMaximumSuppression.suppress(&detections, threshold: profile.recipe.nmsThreshold)
  }

  private static func checkHOG(
    _ profile: ModelProfile, engine: EngineChoice, precision: Precision?
  ) throws(VisionError) {
    if engine == .openvino {
      throw VisionError(.unavailable, "model \(profile.name): runs on engine opencv only")
    }
    if let precision, precision != .f32 {
      throw VisionError(
        .unavailable, "model \(profile.name): has precision f32 only, \(precision.rawValue) is asked for")
    }
  }
}
