internal import FootfallAnalytics
internal import FootfallCore
internal import FootfallProcess
public import FootfallVision
internal import Foundation
internal import Glibc
internal import Synchronization

/// Watches the cameras of a store: a worker process for each decodes it, one more looks at the pictures of all, and this
/// one follows the people and tells a listener what they do.
///
/// Whatever fails is started again, and costs what was going on at its camera and nothing else. Of pictures that come
/// faster than they can be looked at, the newest of each camera is looked at in turn and the others are dropped and
/// counted.
/// ```swift
/// let station = try LiveStation(cameras, settings, profile, listener: desk)
/// station.run(until: Interrupt.flag)
/// ```
public final class LiveStation: @unchecked Sendable {
  // @unchecked: all but `requests` and `stills` is touched by the thread in `run` alone.

  /// What other threads have asked for.
  enum Request {
    case newScene(of: Set<Int>?)
    case camera(LiveCamera?, at: Int)
  }

  /// Cameras that can be added while the station runs: the detector's process is given the memory for their pictures
  /// when it starts, and memory that nobody writes to costs nothing.
  public static let sparePlaces = 16

  let settings: LiveSettings
  let posts: [CameraPost]
  let profile: ModelProfile
  let listener: any LiveListener
  /// Nil where nobody looks closer at people.
  let watcher: (any PersonWatcher)?
  let requests = Mutex<[Request]>([])
  let stills = Mutex(StillRequests())
  /// Tells the time in milliseconds since 1970.
  let now: @Sendable () -> Int64
  var detector: DetectorPost
  var generator = SystemRandomNumberGenerator()

  /// Prepares the cameras; nothing is opened yet.
  /// - Parameters:
  ///   - profile: of the detector's model.
  ///   - now: tells the time in milliseconds since 1970.
  /// - Throws: ``LiveError`` where there is no memory for pictures.
  public init(
    _ cameras: [LiveCamera], _ settings: LiveSettings, _ profile: ModelProfile, listener: any LiveListener,
    watcher: (any PersonWatcher)? = nil,
    now: @escaping @Sendable () -> Int64 = LiveStation.systemMilliseconds
  ) throws {
    self.settings = settings
    self.profile = profile
    self.listener = listener
    self.watcher = watcher
    self.now = now
    let places = cameras + [LiveCamera?](repeating: nil, count: Self.sparePlaces)
    posts = try places.enumerated().map { try CameraPost($1, at: $0, for: profile) }
    detector = DetectorPost(
      task: DetectorTask(
        model: settings.model, engine: settings.engine, precision: settings.precision,
        threads: settings.threads, cameras: posts.count, slots: CameraPost.slots),
      memories: posts.map(\.memory.descriptor))
  }

  /// What the machine's clock says, in milliseconds since 1970.
  @Sendable public static func systemMilliseconds() -> Int64 {
    Int64((Date().timeIntervalSince1970 * 1000).rounded())
  }

  /// How many cameras there is room for.
  public var places: Int { posts.count }

  /// Asks for a picture of a camera, which the listener is given after the next look, or where it was given one less than
  /// a second ago, after that; from any thread.
  /// - Parameter isEmpty: whether without people; else so coarse that nobody can be made out.
  public func requestStill(of camera: Int, isEmpty: Bool) {
    stills.withLock { $0.want(.init(camera: camera, isEmpty: isEmpty)) }
  }

  /// Lets cameras begin a new recording with their next picture, with the lines and zones that the listener then gives
  /// them; from any thread.
  /// - Parameter cameras: their places; nil for all.
  public func changeScene(of cameras: Set<Int>? = nil) {
    requests.withLock { $0.append(.newScene(of: cameras)) }
  }

  /// Watches another camera at a place, or none; from any thread.
  ///
  /// The listener is told by ``LiveListener/camera(_:becomes:)`` once what was going on there is over.
  /// - Precondition: `place` is below ``places``.
  public func replace(cameraAt place: Int, by camera: LiveCamera?) {
    precondition(posts.indices.contains(place), "a place of the station")
    requests.withLock { $0.append(.camera(camera, at: place)) }
  }

  /// Watches until it is told to stop, then ends all recordings; blocks the thread.
  /// - Parameter turn: called in each turn of the loop, which takes about a tenth of a second at most unless it is stuck.
  public func run(until stop: CancellationFlag, turn: () -> Void = {}) {
    while !stop.isCancelled {
      turn()
      superviseDetector()
      for post in posts { supervise(post) }
      waitForReports()
      for post in posts { takeReports(of: post) }
      takeAnswers()
      orderLooks()
      answerRequests()
      showStills()
    }
    for post in posts {
      endStretch(of: post)
      post.dismiss()
    }
    detector.dismiss()
  }

  /// Until something can be read, or a tenth of a second.
  private func waitForReports() {
    let files = posts.compactMap(\.worker?.socket) + [detector.process?.socket].compactMap(\.self)
    var polls = files.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    _ = poll(&polls, nfds_t(polls.count), 100)
  }

  private func answerRequests() {
    let wanted = requests.withLock { requests in
      defer { requests.removeAll() }
      return requests
    }
    for request in wanted {
      switch request {
      case .newScene(let places):
        for post in posts where places?.contains(post.place) ?? true { endStretch(of: post) }
      case .camera(let camera, let place):
        endStretch(of: posts[place])
        posts[place].take(camera)
        listener.camera(place, becomes: camera)
      }
    }
  }

  private func showStills() {
    for still in stills.withLock({ $0.due(at: .now) }) {
      guard posts.indices.contains(still.camera), let stretch = posts[still.camera].stretch,
        let jpeg = try? stretch.analysis.still(isEmpty: still.isEmpty, size: stretch.recording.size)
      else { continue }
      listener.camera(still.camera, shows: jpeg, isEmpty: still.isEmpty)
    }
  }
}
