internal import Foundation
internal import FootfallCore
internal import FootfallVision

/// Decodes a recording on a thread of its own, scales each frame for the detector and hands it on through the ring.
final class FootageFeed: @unchecked Sendable {
  // @unchecked: `timings` and `damages` belong to the decoding thread until `join` has returned.

  let ring: FrameRing
  private let footage: Footage
  private let minimumSize: PixelSize?
  private let done = DispatchSemaphore(value: 0)
  private var timings = DurationHistogram()
  /// Frames with concealed errors and pieces that could not be decoded; to be asked for after `join`.
  private(set) var damages = 0

  /// - Parameters:
  ///   - minimumSize: pictures may be decoded at a smaller scale, but not smaller than this; nil keeps full size.
  ///   - inputs: a detector's input for each slot; nil elements where no detector runs.
  init(_ footage: Footage, minimumSize: PixelSize?, inputs: [DetectorInput?]) {
    self.footage = footage
    self.minimumSize = minimumSize
    ring = FrameRing(slots: inputs.map { FrameSlot(input: $0) })
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
      let nominal = Duration.seconds(1 / (part.info.declaredFramesPerSecond ?? 25))
      var isSeam = index > 0 && !footage.continues(inPart: index, at: offset, after: end)
      while true {
        guard let slot = ring.acquire() else { return }
        let start = ContinuousClock.now
        guard let time = try reader.read(into: slot.picture) else { break }
        try slot.input?.fill(from: slot.picture)
        timings.add(ContinuousClock.now - start)
        number += 1
        slot.number = number
        slot.time = offset + (time - .zero)
        slot.isSeam = isSeam
        isSeam = false
        guard slot.time - .zero <= Footage.longest else {
          throw VisionError(
            .badData,
            "\(SourceAddress.withoutCredentials(part.path)): frame \(number) is shown after "
              + "\(Int(slot.time.seconds / 86_400)) days; a recording takes 31 days at most")
        }
        end = slot.time + nominal
        ring.publish()
      }
    }
  }
}
