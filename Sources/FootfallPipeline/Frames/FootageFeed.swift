internal import Foundation
internal import FootfallCore
internal import FootfallVision

/// Decodes a recording on a thread of its own, scales frames for the detector and hands them on through the ring.
///
/// Of every frame the time is handed on, the picture only of those that may be looked at: the others are neither
/// converted nor, where the coding allows it, decoded.
final class FootageFeed: @unchecked Sendable {
  // @unchecked: `timings` and `damages` belong to the decoding thread until `join` has returned.

  let ring: FrameRing
  private let footage: Footage
  private let minimumSize: PixelSize?
  private let interval: Duration
  private let done = DispatchSemaphore(value: 0)
  private var timings = DurationHistogram()
  /// Frames with concealed errors and pieces that could not be decoded; to be asked for after `join`.
  private(set) var damages = 0

  /// The times of this many frames may be under way: three looks at 5 Hz in footage of 60 frames a second.
  private static let capacity = 36

  /// - Parameters:
  ///   - minimumSize: pictures may be decoded at a smaller scale, but not smaller than this; nil keeps full size.
  ///   - interval: the shortest time between two pictures that may be looked at; zero hands on all.
  ///   - buffers: memory for the pictures under way.
  init(_ footage: Footage, minimumSize: PixelSize?, interval: Duration, buffers: [FrameBuffers]) {
    self.footage = footage
    self.minimumSize = minimumSize
    self.interval = interval
    ring = FrameRing(capacity: Self.capacity, buffers: buffers)
  }

  /// Starts to decode.
  func start() {
    let thread = Thread { [self] in
      do throws(VisionError) {
        try decodeAll()
        ring.close()
      } catch {
        ring.close(failure: error)
      }
      done.signal()
    }
    thread.name = "footfall.decode"
    thread.stackSize = 4 << 20
    thread.start()
  }

  /// Stops if need be, waits for the thread and gives out what decoding took per frame.
  func join() -> DurationHistogram {
    ring.close()
    done.wait()
    return timings
  }

  private func decodeAll() throws(VisionError) {
    var number = 0
    var end = MediaTime.zero
    for (index, part) in footage.parts.enumerated() {
      let reader = try FootageReader(opening: part.path, minimumDecodedSize: minimumSize)
      defer { damages += reader.damages }
      let offset = footage.start(ofPart: index, after: end)
      let nominal = Duration.seconds(
        1 / (part.info.declaredFramesPerSecond ?? FootageInfo.assumedFramesPerSecond))
      var isSeam = index > 0 && !footage.continues(at: offset, after: end)
      var lastPicture: MediaTime?
      while true {
        guard let slot = ring.acquire() else { return }
        var start = ContinuousClock.now
        guard let time = try reader.grab() else { break }
        let isPicture =
          lastPicture.map {
            !DetectionRate.mayPass(time, last: $0, spacing: nominal, interval: interval)
          } ?? true
        if isPicture {
          // Waiting for the detector to give them back is no decoding.
          let waiting = ContinuousClock.now
          guard let buffers = ring.takeBuffers() else { return }
          start += ContinuousClock.now - waiting
          slot.buffers = buffers
          // What cannot be decoded is passed over; the frame after it takes its place.
          guard try read(from: reader, into: buffers) else {
            ring.reclaimBuffers(of: slot)
            continue
          }
          lastPicture = time
        }
        timings.add(ContinuousClock.now - start)
        number += 1
        slot.number = number
        slot.time = offset + (time - .zero)
        slot.isSeam = isSeam
        isSeam = false
        try checkLength(upTo: slot, of: part)
        end = slot.time + nominal
        ring.publish()
      }
    }
  }

  private func read(from reader: FootageReader, into buffers: FrameBuffers) throws(VisionError) -> Bool {
    guard try reader.retrieve(into: buffers.picture) else { return false }
    if let input = buffers.input {
      try input.fill(from: buffers.picture)
      try buffers.cells.fill(from: input)
    }
    return true
  }

  private func checkLength(upTo slot: FrameSlot, of part: Footage.Part) throws(VisionError) {
    guard slot.time - .zero > Footage.longest else { return }
    throw VisionError(
      .badData,
      "\(SourceAddress.withoutCredentials(part.path)): frame \(slot.number) is shown after "
        + "\(Int(slot.time.seconds / 86_400)) days; a recording takes 31 days at most")
  }
}
