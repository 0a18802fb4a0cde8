internal import FootfallCore
internal import FootfallProcess
internal import FootfallVision

/// What the station knows of one camera: its worker, where the stream is, and what is being made of it.
final class CameraPost {
  /// Where the connection is.
  enum Phase {
    /// There is no camera.
    case vacant
    /// To be opened, at once or after a failure.
    case waiting(until: ContinuousClock.Instant)
    /// The worker was asked to open the camera.
    case connecting(since: ContinuousClock.Instant)
    /// Pictures come.
    case streaming
    /// None comes.
    case stalled
    /// The same comes over and over.
    case frozen(since: ContinuousClock.Instant)
  }

  static let slots = 4

  let place: Int
  private(set) var camera: LiveCamera?
  let memory: FrameMemory
  /// For a part of a picture; made where somebody wants to look closer.
  var cutMemory: FrameMemory?
  /// Whose part of a picture was asked for and has not come.
  var cutTrack: TrackID?
  /// What the memory holds, slot by slot.
  let inputs: [DetectorInput]
  var phase = Phase.waiting(until: .now)
  var worker: ChildProcess?
  var backoff = Backoff()
  /// Looks whether the camera answers again, while it is waited for.
  var probe: ReturnProbe?
  /// Of the picture that did not change any more; nil once another one has come.
  var frozenChecksum: UInt64?
  var opening: CameraOpening?
  var openedAt = ContinuousClock.now
  /// When the worker was last heard of.
  var lastSign = ContinuousClock.now
  /// The newest picture that nobody looks at yet.
  var waiting: CameraPicture?
  /// The picture that the detector looks at; nil where its worker is gone meanwhile.
  var looking: CameraPicture?
  /// Whether the detector owes an answer.
  var hasLook = false
  /// Whether its worker was asked to hurry.
  private var isHurried = false
  /// When the last two looks that were due got none.
  private var drops: [ContinuousClock.Instant] = []
  /// When it was last this camera's turn.
  var lastTurn = ContinuousClock.now
  var pulse = CameraPulse()
  var stretch: LiveStretch?

  init(_ camera: LiveCamera?, at place: Int, for profile: ModelProfile) throws(LiveError) {
    self.camera = camera
    self.place = place
    let size = profile.inputSize
    let memory = try FrameMemory(slots: Self.slots, bytes: size.width * size.height * 3)
    self.memory = memory
    inputs = (0..<Self.slots).map {
      DetectorInput(
        size: size, resize: profile.resize, padding: profile.padding, in: memory[$0], keeping: memory)
    }
    if camera == nil { phase = .vacant }
  }

  var isStreaming: Bool { if case .streaming = phase { true } else { false } }

  /// Lets another camera take the place, or none, as if it had never been tried.
  func take(_ camera: LiveCamera?) {
    dismiss()
    self.camera = camera
    (probe, frozenChecksum) = (nil, nil)
    forgetDrops()
    backoff.reset()
    pulse = CameraPulse()
    phase = camera == nil ? .vacant : .waiting(until: .now)
  }

  /// Takes in a picture that waits for a look; the one before, which got none, makes room.
  func wait(_ picture: CameraPicture) {
    if let missed = waiting {
      drop(1)
      release(missed)
    }
    waiting = picture
  }

  /// Notes looks that were due and got none.
  func drop(_ looks: Int) {
    guard looks > 0 else { return }
    pulse.droppedLooks += looks
    drops = (drops + [ContinuousClock.Instant](repeating: .now, count: min(looks, 2))).suffix(2)
  }

  /// Lets what was dropped so far be no sign of too much work.
  func forgetDrops() { drops.removeAll() }

  /// Whether two looks that were due got none since a moment: one is soon lost to chance.
  func hasLackedLooks(since moment: ContinuousClock.Instant) -> Bool {
    drops.count == 2 && drops[0] > moment
  }

  /// Lets looks follow each other twice as fast as usual, or no longer.
  func hurry(_ isHurried: Bool) {
    guard isHurried != self.isHurried else { return }
    self.isHurried = isHurried
    worker?.send(CameraOrder.hurry(isHurried))
  }

  /// Gives a slot back to the worker.
  func release(_ picture: CameraPicture) { worker?.send(CameraOrder.release(slot: picture.slot)) }

  /// Forgets the pictures that came so far: those that come belong to another recording.
  func discardPictures() {
    for picture in [waiting, looking].compactMap(\.self) { release(picture) }
    (waiting, looking) = (nil, nil)
  }

  /// Ends the worker; what it has put into memory is lost.
  func dismiss() {
    worker = nil
    isHurried = false
    cutTrack = nil
    (waiting, looking, opening) = (nil, nil, nil)
  }
}

/// A recording under way.
struct LiveStretch {
  var recording: LiveRecording
  var analysis: LiveAnalysis
  /// The first frame, as the worker counts.
  var firstNumber: Int
  var firstNanoseconds: Int64
  /// When the sum so far was last told.
  var lastSum = ContinuousClock.now

  /// A picture as the recording counts.
  func picture(_ picture: CameraPicture) -> CameraPicture {
    var own = picture
    own.number -= firstNumber - 1
    own.mediaNanoseconds -= firstNanoseconds
    return own
  }
}
