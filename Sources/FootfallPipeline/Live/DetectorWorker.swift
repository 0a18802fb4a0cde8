internal import FootfallCore
internal import FootfallVision

/// The process of the detector, which serves all cameras: looks at pictures in their shared memory, in the order in which
/// it is told, one after the other with all threads, so that each answer comes as soon as it can.
public struct DetectorWorker {
  private let socket = WorkerSocket()
  private let detector: PersonDetector
  private let inputs: [[DetectorInput]]
  private var people: [Detection] = []

  /// Waits for the task and opens the network.
  /// - Throws: ``VisionError`` where there is no such detector, after the supervisor was told.
  public init() throws {
    guard case .open(let task) = try WorkerSocket().receive(DetectorOrder.self) else {
      throw LiveError("the detector's process is started by footfall serve alone")
    }
    do {
      let catalog = try ModelCatalog(folder: ModelCatalog.locate())
      detector = try PersonDetector(
        profile: try catalog.profile(named: task.model), catalog: catalog,
        engine: EngineChoice(rawValue: task.engine) ?? .auto,
        precision: task.precision.flatMap(Precision.init(rawValue:)), threads: task.threads, requests: 1)
      let (profile, size) = (detector.profile, detector.profile.inputSize)
      inputs = try (0..<task.cameras).map { camera in
        let memory = try FrameMemory(
          descriptor: 3 + Int32(camera), slots: task.slots, bytes: size.width * size.height * 3)
        return (0..<task.slots).map {
          DetectorInput(
            size: size, resize: profile.resize, padding: profile.padding, in: memory[$0], keeping: memory)
        }
      }
    } catch let error as VisionError {
      socket.send(DetectorReport.failed(reason: error.description))
      throw error
    }
    socket.send(
      DetectorReport.opened(engine: detector.engine.rawValue, precision: detector.precision.rawValue))
  }

  /// Looks at pictures until the supervisor is gone.
  public mutating func run() {
    do {
      while case .look(let order)? = try socket.receive(DetectorOrder.self) {
        let input = inputs[order.camera][order.slot]
        input.show(PixelSize(width: order.contentWidth, height: order.contentHeight))
        try detector.start(input, request: 0)
        try detector.finish(
          request: 0, fullSize: PixelSize(width: order.width, height: order.height), into: &people)
        socket.send(
          DetectorReport.people(LookAnswer(camera: order.camera, slot: order.slot, people: people)))
      }
    } catch {
      socket.send(DetectorReport.failed(reason: String(describing: error)))
    }
  }
}
