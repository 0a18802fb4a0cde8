internal import FootfallCore
internal import FootfallProcess
public import FootfallVision

/// Opens a camera as `footfall serve` does, in a process of its own, and watches it for some seconds.
public struct CameraProbe {
  /// For which rates are measured.
  private static let span = Duration.seconds(3)
  /// Servers send at once what they have kept, to begin with.
  private static let runUp = Duration.seconds(1)

  private let camera: LiveCamera
  private let task: CameraTask
  private let settings: LiveSettings

  /// - Parameter profile: of the detector's model, whose size pictures are scaled to.
  public init(_ camera: LiveCamera, _ settings: LiveSettings, _ profile: ModelProfile) {
    self.camera = camera
    self.settings = settings
    task = CameraTask(source: camera.source, settings, profile)
  }

  /// Looks; blocks for as long as the camera may take to answer, and four seconds.
  public func run() -> CameraFinding {
    var finding = CameraFinding(id: camera.id)
    do {
      try watch(into: &finding)
    } catch let error as LiveError {
      finding.problem = error.description
    } catch {
      finding.problem =
        (error as? SystemError).map { "its process cannot be started: \($0.reason)" }
        ?? String(describing: error)
    }
    return finding
  }

  private func watch(into finding: inout CameraFinding) throws {
    let memory = try FrameMemory(slots: task.slots, bytes: task.width * task.height * 3)
    let worker = try ChildProcess(
      settings.program, settings.cameraArguments,
      in: .init(stream: .messages, files: [memory.descriptor], isOpen: true))
    worker.send(CameraOrder.open(task))
    var end = ContinuousClock.now + settings.openPatience * 1.5
    var isBegun = false
    var stretch: (first: CameraPicture, last: CameraPicture)?
    while let report = try worker.report(CameraReport.self, until: end) {
      switch report {
      case .opened(let opening):
        (finding.width, finding.height) = (opening.width, opening.height)
        (finding.codec, finding.declaredFramesPerSecond) = (opening.codec, opening.framesPerSecond)
      case .picture(let picture):
        worker.send(CameraOrder.release(slot: picture.slot))
        if !isBegun { end = .now + Self.runUp + Self.span }
        isBegun = true
        guard end - .now < Self.span else { continue }
        stretch = (stretch?.first ?? picture, picture)
      case .alive, .frozen, .cut: break
      case .failed(let reason): throw LiveError(reason)
      }
    }
    guard isBegun else { throw LiveError("did not answer in time") }
    if let stretch { finding.take(from: stretch.first, to: stretch.last) }
  }
}

extension CameraFinding {
  /// Takes in two pictures and what lies between them.
  fileprivate mutating func take(from first: CameraPicture, to last: CameraPicture) {
    let seconds = Double(last.arrivalNanoseconds - first.arrivalNanoseconds) / 1e9
    guard seconds > 0.5, last.number > first.number else { return }
    deliveredFramesPerSecond = Double(last.number - first.number) / seconds
    streamSecondsPerSecond = Double(last.mediaNanoseconds - first.mediaNanoseconds) / 1e9 / seconds
  }
}
