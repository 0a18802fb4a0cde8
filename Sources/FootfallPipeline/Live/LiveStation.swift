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
  // @unchecked: all but `requests` is touched by the thread in `run` alone.

  private enum Request {
    case still(camera: Int, isEmpty: Bool)
    case newScene
  }

  /// A sum of what was counted is told this often.
  private static let sumInterval = Duration.seconds(2)
  /// A recording that is longer ends as soon as nobody is in view.
  private static let usualLength = Duration.seconds(24 * 3600)
  /// And after this in any case.
  private static let greatestLength = Duration.seconds(26 * 3600)
  /// Clock and stream may part by this much, because a network delays pictures, before a new recording begins.
  private static let greatestSlip = Duration.seconds(5)

  private let settings: LiveSettings
  private let posts: [CameraPost]
  private let profile: ModelProfile
  private let listener: any LiveListener
  private let requests = Mutex<[Request]>([])
  private var detector: DetectorPost
  private var generator = SystemRandomNumberGenerator()

  /// Prepares the cameras; nothing is opened yet.
  /// - Parameter profile: of the detector's model.
  /// - Throws: ``LiveError`` where there is no memory for pictures.
  public init(
    _ cameras: [LiveCamera], _ settings: LiveSettings, _ profile: ModelProfile, listener: any LiveListener
  ) throws {
    self.settings = settings
    self.profile = profile
    self.listener = listener
    posts = try cameras.enumerated().map { try CameraPost($1, at: $0, for: profile) }
    detector = DetectorPost(
      task: DetectorTask(
        model: settings.model, engine: settings.engine, precision: settings.precision,
        threads: settings.threads, cameras: cameras.count, slots: CameraPost.slots),
      memories: posts.map(\.memory.descriptor))
  }

  /// Asks for a picture of a camera, which the listener is given after the next look; from any thread.
  /// - Parameter isEmpty: whether without people; else so coarse that nobody can be made out.
  public func requestStill(of camera: Int, isEmpty: Bool) {
    requests.withLock { $0.append(.still(camera: camera, isEmpty: isEmpty)) }
  }

  /// Lets every camera begin a new recording with its next picture, with the lines and zones that the listener then
  /// gives it; from any thread.
  public func changeScene() { requests.withLock { $0.append(.newScene) } }

  /// Watches until it is told to stop, then ends all recordings; blocks the thread.
  public func run(until stop: CancellationFlag) {
    while !stop.isCancelled {
      superviseDetector()
      for post in posts { supervise(post) }
      waitForReports()
      for post in posts { takeReports(of: post) }
      takeAnswers()
      orderLooks()
      answerRequests()
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
}

// MARK: Cameras
extension LiveStation {
  private func supervise(_ post: CameraPost) {
    let now = ContinuousClock.now
    switch post.phase {
    case .waiting(let moment): if now >= moment { open(post) }
    case .connecting(let since):
      if now - since > settings.openPatience * 1.5 { fail(post, "did not answer in time") }
    case .streaming:
      if now - post.lastSign > settings.silencePatience {
        post.phase = .stalled
        tell(post, .stalled, problem: "no picture for \(settings.silencePatience.inSeconds) s")
      }
    case .stalled:
      if now - post.lastSign > settings.silencePatience * 2 { fail(post, "no picture came any more") }
    }
  }

  private func open(_ post: CameraPost) {
    tell(post, .connecting)
    do throws(SystemError) {
      post.worker = try ChildProcess(
        settings.program, settings.cameraArguments,
        in: .init(stream: .messages, files: [post.memory.descriptor], isOpen: true))
    } catch {
      return fail(post, "its process cannot be started: \(error.reason)")
    }
    post.phase = .connecting(since: .now)
    post.lastSign = .now
    let size = profile.inputSize
    post.worker?.send(
      CameraOrder.open(
        CameraTask(
          source: post.camera.source, width: size.width, height: size.height,
          isLetterboxed: profile.resize == .letterbox, padding: profile.padding, slots: CameraPost.slots,
          lookNanoseconds: settings.lookInterval.wholeNanoseconds,
          timeoutNanoseconds: settings.openPatience.wholeNanoseconds)))
  }

  private func fail(_ post: CameraPost, _ reason: String) {
    endStretch(of: post)
    post.dismiss()
    let pause = post.backoff.next(using: &generator)
    post.phase = .waiting(until: .now + pause)
    tell(post, .backingOff, problem: reason, retry: pause)
  }

  private func tell(
    _ post: CameraPost, _ state: CameraCondition.State, problem: String? = nil, retry: Duration? = nil
  ) {
    listener.camera(post.place, is: CameraCondition(state: state, problem: problem, retry: retry))
  }

  private func takeReports(of post: CameraPost) {
    do throws(LiveError) {
      while let report = try post.worker?.report(CameraReport.self) { take(report, from: post) }
    } catch {
      fail(post, error.description)
    }
  }

  private func take(_ report: CameraReport, from post: CameraPost) {
    post.lastSign = .now
    switch report {
    case .opened(let opening):
      endStretch(of: post)
      post.opening = opening
      post.openedAt = .now
      post.phase = .connecting(since: .now)
    case .picture(let picture):
      switch post.phase {
      case .streaming: break
      default:
        post.phase = .streaming
        tell(post, .streaming)
      }
      if ContinuousClock.now - post.openedAt > .seconds(10) { post.backoff.reset() }
      post.wait(picture)
    case .alive(let frames, let missed):
      post.pulse.frames += frames
      post.pulse.droppedLooks += missed
      listener.camera(post.place, has: post.pulse)
      post.pulse = CameraPulse()
    case .failed(let reason): fail(post, reason)
    }
  }
}

// MARK: Looks
extension LiveStation {
  private func superviseDetector() {
    let now = ContinuousClock.now
    switch detector.phase {
    case .waiting(let moment):
      guard now >= moment else { return }
      listener.detector(.starting)
      if let reason = detector.start(settings) { failDetector(reason) }
    case .starting(let since):
      if now - since > .seconds(60) { failDetector("was not ready within a minute") }
    case .ready:
      if let oldest = detector.oldestOrder, now - oldest > .seconds(10) {
        failDetector("gave no answer for 10 s")
      }
    }
  }

  private func failDetector(_ reason: String) {
    detector.dismiss()
    detector.phase = .waiting(until: .now + detector.backoff.next(using: &generator))
    for post in posts where post.hasLook {
      if let picture = post.looking {
        post.pulse.droppedLooks += 1
        post.release(picture)
      }
      (post.looking, post.hasLook) = (nil, false)
    }
    listener.detector(.failed(reason: reason))
  }

  private func takeAnswers() {
    do throws(LiveError) {
      while let report = try detector.process?.report(DetectorReport.self) {
        switch report {
        case .opened(let engine, let precision):
          detector.phase = .ready
          listener.detector(.ready(engine: engine, precision: precision))
        case .people(let answer): take(answer)
        case .failed(let reason): failDetector(reason)
        }
      }
    } catch {
      failDetector(error.description)
    }
  }

  /// The cameras whose turn was longest ago come first.
  private func orderLooks() {
    guard case .ready = detector.phase else { return }
    for post in posts.sorted(by: { $0.lastTurn < $1.lastTurn }) {
      guard detector.orders.count < DetectorPost.mostOrders else { return }
      guard !post.hasLook, let picture = post.waiting, let opening = post.opening else { continue }
      post.waiting = nil
      post.looking = picture
      post.hasLook = true
      post.lastTurn = .now
      detector.orders.append(.now)
      detector.process?.send(
        DetectorOrder.look(
          LookOrder(
            camera: post.place, slot: picture.slot, contentWidth: picture.contentWidth,
            contentHeight: picture.contentHeight, width: opening.width, height: opening.height)))
    }
  }

  private func take(_ answer: LookAnswer) {
    if !detector.orders.isEmpty { detector.orders.removeFirst() }
    detector.backoff.reset()
    guard posts.indices.contains(answer.camera) else { return }
    let post = posts[answer.camera]
    post.hasLook = false
    guard let picture = post.looking else { return }
    post.looking = nil
    post.pulse.looks += 1
    follow(answer.people, in: picture, of: post)
    post.release(picture)
  }
}

// MARK: Recordings
extension LiveStation {
  private func follow(_ people: [Detection], in picture: CameraPicture, of post: CameraPost) {
    do {
      endStretchIfDue(of: post, at: picture)
      if post.stretch == nil { try beginStretch(of: post, with: picture) }
      guard let frame = post.stretch?.picture(picture) else { return }
      let input = post.inputs[picture.slot]
      input.show(picture.contentSize)
      guard let moment = try post.stretch?.analysis.take(people, in: input, of: frame) else { return }
      let latency = Duration.nanoseconds(MonotonicClock.nanoseconds - picture.arrivalNanoseconds)
      listener.camera(post.place, saw: moment, after: latency)
      tellSum(of: post)
    } catch {
      fail(post, String(describing: error))
    }
  }

  private func beginStretch(of post: CameraPost, with picture: CameraPicture) throws {
    guard let opening = post.opening else { return }
    let recording = LiveRecording(
      camera: post.camera.id, size: opening.size, framesPerSecond: opening.framesPerSecond,
      startMilliseconds: Self.wallMilliseconds(ofMonotonic: picture.arrivalNanoseconds))
    let analyzer = try listener.analyzer(for: recording, of: post.place)
    post.stretch = LiveStretch(
      recording: recording,
      analysis: LiveAnalysis(
        size: opening.size, lookInterval: settings.lookInterval, framesPerSecond: opening.framesPerSecond,
        tracker: settings.tracker, analyzer: analyzer),
      firstNumber: picture.number, firstNanoseconds: picture.mediaNanoseconds)
    listener.recordingBegan(recording, of: post.place)
  }

  private func endStretch(of post: CameraPost) {
    guard var stretch = post.stretch else { return }
    post.stretch = nil
    guard let (summary, rest) = try? stretch.analysis.finish() else { return }
    listener.recordingEnded(of: post.place, summary, rest)
  }

  /// Where the clock was set, or after a day.
  private func endStretchIfDue(of post: CameraPost, at picture: CameraPicture) {
    guard let stretch = post.stretch else { return }
    let media = Duration.nanoseconds(stretch.picture(picture).mediaNanoseconds)
    let wall = Duration.milliseconds(
      Self.wallMilliseconds(ofMonotonic: picture.arrivalNanoseconds)
        - stretch.recording.startMilliseconds)
    let slip = wall - media
    let isEmpty = stretch.analysis.isEmpty
    if max(slip, .zero - slip) > Self.greatestSlip || media > Self.greatestLength
      || (media > Self.usualLength && isEmpty)
    {
      endStretch(of: post)
    }
  }

  private func tellSum(of post: CameraPost) {
    guard let stretch = post.stretch, ContinuousClock.now - stretch.lastSum >= Self.sumInterval else {
      return
    }
    post.stretch?.lastSum = .now
    let (result, series) = stretch.analysis.interim()
    listener.camera(post.place, counts: result, series)
  }

  private func answerRequests() {
    let wanted = requests.withLock { requests in
      defer { requests.removeAll() }
      return requests
    }
    for request in wanted {
      switch request {
      case .newScene: for post in posts { endStretch(of: post) }
      case .still(let camera, let isEmpty):
        guard posts.indices.contains(camera), let stretch = posts[camera].stretch,
          let jpeg = try? stretch.analysis.still(isEmpty: isEmpty, size: stretch.recording.size)
        else { continue }
        listener.camera(camera, shows: jpeg, isEmpty: isEmpty)
      }
    }
  }

  private static func wallMilliseconds(ofMonotonic nanoseconds: Int64) -> Int64 {
    let ago = Double(MonotonicClock.nanoseconds - nanoseconds) / 1e6
    return Int64((Date().timeIntervalSince1970 * 1000 - ago).rounded())
  }
}
