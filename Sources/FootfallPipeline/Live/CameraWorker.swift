internal import FootfallCore
internal import FootfallVision
internal import Foundation
internal import Glibc

/// The process of one camera: decodes it, and puts the pictures that are due for a look into shared memory.
///
/// Whatever a stream does to the decoder happens here, and costs this camera a restart and nothing else. Ends when its
/// supervisor does.
public struct CameraWorker {
  private let socket = WorkerSocket()
  private let task: CameraTask
  private let slots: FreeSlots
  private let pace: LookPace
  private let inputs: [DetectorInput]
  /// One for each slot where parts of them are wanted, else one for all.
  private let pictures: [PixelBuffer]
  private let cutMemory: FrameMemory?
  private var pulse = Pulse()
  /// Nil for a film, which may show the same for as long as it likes.
  private var frozen: FrozenWatch?

  /// Waits for the task.
  /// - Throws: where there is no supervisor: the program was started by hand.
  public init() throws {
    guard case .open(let task) = try WorkerSocket().receive(CameraOrder.self) else {
      throw LiveError("a camera's process is started by footfall serve alone")
    }
    self.task = task
    let bytes = task.width * task.height * 3
    let memory = try FrameMemory(descriptor: 3, slots: task.slots, bytes: bytes)
    inputs = (0..<task.slots).map {
      DetectorInput(
        size: task.inputSize, resize: task.isLetterboxed ? .letterbox : .plain, padding: task.padding,
        in: memory[$0], keeping: memory)
    }
    slots = FreeSlots(count: task.slots)
    pace = LookPace(usual: .nanoseconds(task.lookNanoseconds))
    pictures = (0..<(task.isCut ? task.slots : 1)).map { _ in PixelBuffer() }
    cutMemory =
      task.isCut ? try FrameMemory(descriptor: 4, slots: 1, bytes: CutPicture.mostBytes) : nil
  }

  /// Reads the camera until it fails, and tells why.
  public mutating func run() {
    listen()
    do {
      while try readOnce() {}
      socket.send(CameraReport.failed(reason: "the stream ended"))
    } catch {
      socket.send(CameraReport.failed(reason: error.description))
    }
  }

  /// Takes slots back, on a thread of its own: reading a camera may block for long.
  private func listen() {
    let thread = Thread { [socket, slots, pace, pictures, cutMemory] in
      while let order = try? socket.receive(CameraOrder.self) {
        switch order {
        case .open: break
        case .release(let slot): slots.give(slot)
        case .hurry(let isHurried): pace.hurry(isHurried)
        // The slot is still taken, so that nobody writes to its picture.
        case .cut(let slot, let order):
          guard let cutMemory, pictures.indices.contains(slot) else { break }
          let size = try? CutPicture.cut(order.area, from: pictures[slot], into: cutMemory[0])
          socket.send(CameraReport.cut(width: size?.width ?? 0, height: size?.height ?? 0))
        }
      }
      // The supervisor is gone: there is nobody to read for.
      _exit(0)
    }
    thread.name = "footfall.orders"
    thread.start()
  }

  /// Reads from the opening to the end.
  /// - Returns: whether to open it again: a film begins anew, or pictures have another size.
  private mutating func readOnce() throws(VisionError) -> Bool {
    let reader = try FootageReader(
      opening: task.source, minimumDecodedSize: task.inputSize,
      timeout: .nanoseconds(task.timeoutNanoseconds))
    let info = reader.info
    socket.send(
      CameraReport.opened(
        CameraOpening(
          width: info.size.width, height: info.size.height,
          framesPerSecond: info.declaredFramesPerSecond, codec: info.codec)))
    var film = info.isLive ? nil : FilmPace(framesPerSecond: info.declaredFramesPerSecond)
    frozen =
      info.isLive
      ? FrozenWatch(patience: .nanoseconds(task.frozenNanoseconds), known: task.frozenChecksum) : nil
    var looks = LookGrid()
    var firstArrival: Int64?
    var isOtherSize = false
    while !isOtherSize, let stamp = try reader.grab() {
      film?.wait(until: stamp)
      let arrival = MonotonicClock.nanoseconds
      let start = firstArrival ?? arrival
      firstArrival = start
      // Motion JPEG over HTTP has no time stamps: FFmpeg makes some up, at 25 frames a second.
      let time = task.source.hasPrefix("http") ? MediaTime(nanoseconds: arrival - start) : stamp
      pulse.frames += 1
      if looks.isDue(time, every: pace.interval) {
        isOtherSize = try hasOtherSize { () throws(VisionError) in
          try look(reader, time, arrival: arrival)
        }
      }
      pulse.beat(socket)
    }
    film?.waitForEnd()
    return isOtherSize || !info.isLive
  }

  /// A camera may be set to another resolution at any time.
  private func hasOtherSize(_ look: () throws(VisionError) -> Void) throws(VisionError) -> Bool {
    do {
      try look()
      return false
    } catch  where error.kind == .badData {
      return true
    }
  }

  private mutating func look(
    _ reader: FootageReader, _ time: MediaTime, arrival: Int64
  ) throws(VisionError) {
    guard let slot = slots.take() else {
      pulse.missed += 1
      return
    }
    do throws(VisionError) {
      let picture = pictures[task.isCut ? slot : 0]
      guard try reader.retrieve(into: picture) else { return slots.give(slot) }
      try inputs[slot].fill(from: picture)
    } catch {
      slots.give(slot)
      throw error
    }
    if isFrozen(inputs[slot], at: arrival) { return slots.give(slot) }
    let content = inputs[slot].contentSize
    socket.send(
      CameraReport.picture(
        CameraPicture(
          slot: slot, number: reader.frames, mediaNanoseconds: time.nanoseconds,
          arrivalNanoseconds: arrival, contentWidth: content.width, contentHeight: content.height)))
  }
}

extension CameraWorker {
  /// Whether a live picture has been the same for too long, which is told once.
  private mutating func isFrozen(_ input: DetectorInput, at arrival: Int64) -> Bool {
    let wasFrozen = frozen?.isFrozen ?? false
    let checksum = PictureChecksum.of(input.bytes)
    guard frozen?.observe(checksum, at: arrival) == true else { return false }
    if !wasFrozen { socket.send(CameraReport.frozen(checksum: checksum)) }
    return true
  }
}

/// What a worker counts between two signs of life.
private struct Pulse {
  var frames = 0
  var missed = 0
  private var last = ContinuousClock.now

  mutating func beat(_ socket: WorkerSocket) {
    guard ContinuousClock.now - last >= .seconds(1) else { return }
    socket.send(CameraReport.alive(frames: frames, missed: missed))
    self = Pulse()
  }
}

/// Plays a film in real time.
private struct FilmPace {
  private let start = ContinuousClock.now
  private var round: FilmRound

  init(framesPerSecond: Double?) { round = FilmRound(framesPerSecond: framesPerSecond) }

  mutating func wait(until time: MediaTime) {
    round.show(time)
    sleep(until: time)
  }

  func waitForEnd() { sleep(until: round.end) }

  private func sleep(until time: MediaTime) {
    let left = start + (time - .zero) - .now
    if left > .zero { usleep(UInt32(min(left.inSeconds * 1e6, 10e6))) }
  }
}
