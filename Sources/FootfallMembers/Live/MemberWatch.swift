public import FootfallCore
internal import FootfallVision
internal import Foundation
internal import Synchronization

/// Recognises members among the people whom live cameras show, on a thread of its own: what comes while it is busy is not
/// looked at, so that it never holds up counting.
///
/// Pictures and embeddings stay inside and are overwritten as soon as they have been compared.
public final class MemberWatch: @unchecked Sendable {
  // @unchecked: `matcher` is touched by the watch's thread alone, from `start` on; `state` has its lock.

  /// Told on the watch's thread.
  public enum Report: Sendable {
    /// A member came or left.
    case event(MemberEvent)
    /// Why nobody is recognised from now on, or that somebody is again (nil).
    case problem(String?)
  }

  /// A picture of somebody, overwritten when it goes.
  private final class Job: Sendable {
    let picture: PixelBuffer
    let track: TrackID
    let camera: String

    init(_ picture: PixelBuffer, of track: TrackID, at camera: String) {
      (self.picture, self.track, self.camera) = (picture, track, camera)
    }

    deinit { SecretMemory.erase(picture.bytes) }
  }

  private struct State {
    var cameras: [String: CameraMatching] = [:]
    /// What the thread is to do or does.
    var job: Job?
    /// Since when a picture is on its way; nil where none is.
    var busySince: ContinuousClock.Instant?
    var isStopped = false
    var looks = 0
    /// Why nobody is recognised, as it was told last.
    var problem: String?
  }

  /// A picture that has not come by then is not going to.
  private static let pictureWait = Duration.seconds(2)
  private static let turn = 1.0

  private let matcher: LiveMatcher
  private let report: @Sendable (Report) -> Void
  private let state = Mutex(State())
  private let news = DispatchSemaphore(value: 0)
  private let done = DispatchSemaphore(value: 0)
  private let beginning = ContinuousClock.now

  /// Opens the books; nobody is looked at before ``start()``.
  /// - Parameters:
  ///   - reader: used by the watch alone from now on.
  ///   - report: what became known.
  /// - Throws: ``MembersError``: the key is another's, the ledger was tampered with, templates of another model.
  public init(
    _ books: MemberBooks, reader: FaceReader, rule: MatchRule, report: @escaping @Sendable (Report) -> Void
  ) throws(MembersError) {
    matcher = try LiveMatcher(books, reader: reader, rule: rule, now: Date())
    self.report = report
  }

  /// Faces that were looked for since the start.
  public var looks: Int { state.withLock(\.looks) }

  /// Whether members can be recognised.
  public var isUsable: Bool { state.withLock(\.problem) == nil }

  /// Begins.
  public func start() {
    let thread = Thread { [self] in
      while !state.withLock(\.isStopped) {
        _ = news.wait(timeout: .now() + Self.turn)
        work()
      }
      done.signal()
    }
    thread.name = "footfall.members"
    thread.stackSize = 4 << 20
    thread.start()
  }

  /// Ends it, once the look under way is over.
  public func stop() {
    state.withLock { $0.isStopped = true }
    news.signal()
    done.wait()
  }

  /// Takes in who is in a camera's picture, and picks whom to look at.
  /// - Parameter zone: in which zone somebody is looked at; nil for nobody, an empty name for everywhere.
  /// - Returns: nil for nobody; else ``take(_:_:of:at:)`` is to follow.
  public func nextLook(
    at people: [TrackSnapshot], of camera: String, zone: (TrackSnapshot) -> String?
  ) -> CloserLook? {
    let now = ContinuousClock.now
    return state.withLock { state in
      if state.job == nil, let since = state.busySince, now - since > Self.pictureWait {
        state.busySince = nil
      }
      let look = state.cameras[camera, default: CameraMatching()].nextLook(
        at: people, zone: zone, isFree: state.busySince == nil && state.problem == nil, time: now - beginning)
      if look != nil { state.busySince = now }
      return look
    }
  }

  /// Takes in the picture of somebody who was picked; it is copied.
  /// - Parameter pixels: rows without gaps, blue first.
  public func take(_ pixels: UnsafeRawBufferPointer, _ size: PixelSize, of track: TrackID, at camera: String)
  {
    precondition(pixels.count == size.width * size.height * 3, "all rows of the picture")
    let picture = PixelBuffer()
    picture.resize(to: size)
    picture.bytes.copyMemory(from: pixels)
    state.withLock { $0.job = Job(picture, of: track, at: camera) }
    news.signal()
  }

  /// Forgets whom it follows at a camera, whose tracks begin anew.
  public func reset(_ camera: String) { state.withLock { $0.cameras[camera]?.reset() } }
}

extension MemberWatch {
  /// A look, where there is one to do, and what is due besides.
  private func work() {
    matcher.refresh(now: Date())
    if let job = state.withLock(\.job) {
      let found = matcher.member(in: job.picture)
      let recognised = state.withLock { state in
        (state.job, state.busySince) = (nil, nil)
        state.looks += 1
        return state.cameras[job.camera]?.add(
          found?.member, similarity: found?.similarity ?? -1, of: job.track)
      }
      if let recognised {
        if matcher.admits(recognised.member, now: Date()) {
          tell(.recognised, recognised.member, job.camera, recognised.zone, confidence: recognised.similarity)
        } else {
          state.withLock { $0.cameras[job.camera]?.revoke(recognised.member) }
        }
      }
    }
    tellProblem()
    let time = ContinuousClock.now - beginning
    let departures = state.withLock { state in
      state.cameras.keys.sorted().flatMap { camera in
        state.cameras[camera]?.departures(at: time).map { (camera, $0.member, $0.zone) } ?? []
      }
    }
    for (camera, member, zone) in departures { tell(.left, member, camera, zone, confidence: nil) }
  }

  /// Tells once that nobody is recognised from now on, and why, and once that somebody is again.
  private func tellProblem() {
    let problem = matcher.problem
    let isNews = state.withLock { state in
      defer { state.problem = problem }
      return state.problem != problem
    }
    if isNews { report(.problem(problem)) }
  }

  private func tell(
    _ kind: MemberEvent.Kind, _ member: MemberID, _ camera: String, _ zone: String?, confidence: Double?
  ) {
    report(
      .event(
        MemberEvent(
          kind, member, camera: camera, zone: zone,
          timeMilliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded()), confidence: confidence)))
  }
}
