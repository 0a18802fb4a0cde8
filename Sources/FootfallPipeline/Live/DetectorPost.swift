internal import FootfallProcess

/// What the station knows of the detector's process.
struct DetectorPost {
  enum Phase {
    case waiting(until: ContinuousClock.Instant)
    case starting(since: ContinuousClock.Instant)
    case ready
  }

  /// One that is looked at and one that waits, so that the detector never does.
  static let mostOrders = 2

  let task: DetectorTask
  /// The open files of the cameras' memories.
  let memories: [Int32]
  var phase = Phase.waiting(until: .now)
  var process: ChildProcess?
  var backoff = Backoff()
  /// When the orders without an answer were given, oldest first.
  var orders: [ContinuousClock.Instant] = []

  var oldestOrder: ContinuousClock.Instant? { orders.first }

  /// Starts the process.
  /// - Returns: why not, where it can't.
  mutating func start(_ settings: LiveSettings) -> String? {
    do throws(SystemError) {
      process = try ChildProcess(
        settings.program, settings.detectorArguments,
        in: .init(stream: .messages, files: memories, isOpen: true))
    } catch {
      return "its process cannot be started: \(error.reason)"
    }
    phase = .starting(since: .now)
    process?.send(DetectorOrder.open(task))
    return nil
  }

  /// Ends the process.
  mutating func dismiss() {
    process = nil
    orders.removeAll()
  }
}
