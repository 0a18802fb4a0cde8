internal import Foundation
internal import FootfallCore
internal import FootfallVision

/// One frame on its way from the decoding to the detecting thread.
final class FrameSlot: @unchecked Sendable {
  // @unchecked: the ring gives a slot to one thread at a time; its lock orders their accesses.

  /// The number of the frame in the recording, from 1.
  var number = 0
  /// When the frame is shown, in the time of the recording.
  var time = MediaTime.zero
  /// Whether a new source begins with this frame.
  var isSeam = false
  /// The picture; nil where it was not decoded or is no longer needed.
  var buffers: FrameBuffers?
}

/// A bounded ring of slots between one producing and one consuming thread, and a bounded store of memory for their
/// pictures.
///
/// A full ring or an empty store makes the producer wait, an empty ring the consumer: nothing is lost and memory stays
/// as it is.
final class FrameRing: @unchecked Sendable {
  // @unchecked: the counters and `store` are only touched with `condition` locked; a slot belongs to the producer
  // between `acquire` and `publish`, to the consumer between `next` and `release`; buffers to whoever took them.

  private let slots: [FrameSlot]
  private let condition = NSCondition()
  private var store: [FrameBuffers]
  private var published = 0
  private var taken = 0
  private var released = 0
  private var isClosed = false
  private var failure: VisionError?

  /// How many frames the consumer may hold before the producer has to wait for it.
  var capacity: Int { slots.count }

  init(capacity: Int, buffers: [FrameBuffers]) {
    slots = (0..<capacity).map { _ in FrameSlot() }
    store = buffers
  }

  /// Waits for a free slot; nil once the ring is closed.
  func acquire() -> FrameSlot? {
    condition.lock()
    defer { condition.unlock() }
    while published - released == slots.count, !isClosed { condition.wait() }
    return isClosed ? nil : slots[published % slots.count]
  }

  /// Waits for memory for a picture; nil once the ring is closed.
  func takeBuffers() -> FrameBuffers? {
    condition.lock()
    defer { condition.unlock() }
    while store.isEmpty, !isClosed { condition.wait() }
    return isClosed ? nil : store.removeLast()
  }

  /// Hands the slot acquired last to the consumer.
  func publish() {
    condition.lock()
    published += 1
    condition.broadcast()
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

  /// Takes back the memory of a frame's picture, if it still has any.
  func reclaimBuffers(of slot: FrameSlot) {
    guard let buffers = slot.buffers else { return }
    slot.buffers = nil
    condition.lock()
    store.append(buffers)
    condition.broadcast()
    condition.unlock()
  }

  /// Gives the oldest slot taken, and the memory of its picture, back to the producer.
  func release(_ slot: FrameSlot) {
    reclaimBuffers(of: slot)
    condition.lock()
    released += 1
    condition.broadcast()
    condition.unlock()
  }
}
