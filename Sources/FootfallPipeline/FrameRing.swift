internal import Foundation
internal import FootfallCore
internal import FootfallVision

/// One decoded frame on its way from the decoding to the detecting thread; its memory is used again and again.
final class FrameSlot: @unchecked Sendable {
  // @unchecked: the ring gives a slot to one thread at a time; its lock orders their accesses.

  /// The picture, perhaps at reduced scale.
  let picture = PixelBuffer()
  /// The picture as the detector wants it; nil when no detector runs.
  let input: DetectorInput?
  /// The number of the frame in the recording, from 1.
  var number = 0
  /// When the frame is shown, in the time of the recording.
  var time = MediaTime.zero
  /// Whether a new source begins with this frame.
  var isSeam = false

  init(input: DetectorInput?) { self.input = input }
}

/// A bounded ring of slots between one producing and one consuming thread.
///
/// A full ring makes the producer wait, an empty one the consumer: nothing is lost and memory stays as it is.
final class FrameRing: @unchecked Sendable {
  // @unchecked: the counters are only touched with `condition` locked; a slot belongs to the producer between
  // `acquire` and `publish`, to the consumer between `next` and `release`.

  private let slots: [FrameSlot]
  private let condition = NSCondition()
  private var published = 0
  private var taken = 0
  private var released = 0
  private var isClosed = false
  private var failure: VisionError?

  init(slots: [FrameSlot]) { self.slots = slots }

  /// Waits for a free slot; nil once the ring is closed.
  func acquire() -> FrameSlot? {
    condition.lock()
    defer { condition.unlock() }
    while published - released == slots.count, !isClosed { condition.wait() }
    return isClosed ? nil : slots[published % slots.count]
  }

  /// Hands the slot acquired last to the consumer.
  func publish() {
    condition.lock()
    published += 1
    condition.signal()
    condition.unlock()
  }

  /// Ends the stream, with the reason if it is one; slots already published are still given out.
  func close(failure: VisionError? = nil) {
    condition.lock()
    isClosed = true
    if self.failure == nil { self.failure = failure }
    condition.broadcast()
    condition.unlock()
  }

  /// Waits for the next published slot; nil at the end of the stream.
  func next() throws(VisionError) -> FrameSlot? {
    condition.lock()
    defer { condition.unlock() }
    while taken == published, !isClosed { condition.wait() }
    if taken < published {
      taken += 1
      return slots[(taken - 1) % slots.count]
    }
    if let failure { throw failure }
    return nil
  }

  /// Gives the oldest slot taken back to the producer.
  func release() {
    condition.lock()
    released += 1
    condition.signal()
    condition.unlock()
  }
}
